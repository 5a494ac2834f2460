// node worker.mjs CONTESTANT: trains once for each line of JSON that comes in, and answers with what it took.
import fs from 'node:fs';
import readline from 'node:readline';
import {pathToFileURL} from 'node:url';

const {train, prepare} = await import(pathToFileURL(process.argv[2]).href);
/** @type {unknown} */
let prepared;
for await (const line of readline.createInterface({input: process.stdin})) {
  const input = JSON.parse(line);
  prepared ??= await prepare?.(input); // not counted
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await train(input, prepared);
  const {user, system} = process.cpuUsage(before);
  const wall = (performance.now() - start) / 1000;
  console.log(JSON.stringify({cpu: (user + system) / 1e6, wall, peak: peakMemory(), result}));
}

/** The most memory that the process ever had, in bytes. What the system counts for `maxRSS` begins with its parent's. */
function peakMemory() {
  try {
    return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS; // not on Linux
  }
}
