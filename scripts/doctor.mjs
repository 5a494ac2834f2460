// npm run doctor: what the course stands on, part by part, and the commands that mend what is missing. With --json as data, for doctor()
// in a notebook. Changes nothing.
import './lib/node-version.mjs'; // first: an old Node must get no further
import {isScript} from './lib/is-script.mjs';

/** @typedef {import('./lib/doctor.mjs').Part} Part */

/**
 * The parts as a table of text.
 * @param {Part[]} parts
 * @returns {string}
 */
export function asText(parts) {
  const rows = [{part: 'part', state: 'state', found: 'found', mend: 'mend'}, ...parts].map((row) =>
    // Nothing that was found can move the cursor or colour the terminal.
    [row.part, row.state, row.found, row.mend].map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')),
  );
  const widths = rows[0].map((_, j) => Math.max(...rows.map((row) => row[j].length)));
  const lines = rows.map((row) => row.map((text, j) => text.padEnd(widths[j])).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** @param {string[]} args */
async function main(args) {
  const {examine, isFault} = await import('./lib/doctor.mjs');
  const parts = await examine();
  if (args.includes('--json')) return console.log(JSON.stringify(parts));
  const faults = parts.filter(isFault).length;
  console.log(asText(parts));
  console.log(faults === 0 ? '\nEverything is in place.' : `\n${faults} to mend, from the top down.`);
  process.exitCode = faults === 0 ? 0 : 1;
}

if (isScript(import.meta.url)) {
  import('./lib/trouble.mjs').then(({runScript}) => runScript(() => main(process.argv.slice(2))));
}
