/** Writes data/online-store.csv, always the same bytes; needs the built library: node scripts/make-online-store.mjs */
import {writeFile} from 'node:fs/promises';
import {createRng} from '../lib/dist/index.js';
import {onlineStore, toCsv} from './lib/online-store.mjs';

await writeFile(new URL('../data/online-store.csv', import.meta.url), toCsv(onlineStore(createRng(9))));
