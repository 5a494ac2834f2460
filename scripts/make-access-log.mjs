// node scripts/make-access-log.mjs: writes data/access.log.gz and data/access-clients.csv, the made log of lesson 11 and its truth.
import './lib/node-version.mjs';
import fs from 'node:fs';
import {gzipSync} from 'node:zlib';
import {makeAccessLog} from './lib/access-log.mjs';
import {at} from './lib/paths.mjs';
import {runScript} from './lib/trouble.mjs';

runScript(async () => {
  const {createRng} = await import('neurons');
  const {log, clients} = makeAccessLog(createRng(11));
  fs.writeFileSync(at('data', 'access.log.gz'), gzipSync(log, {level: 9}));
  fs.writeFileSync(at('data', 'access-clients.csv'), clients);
});
