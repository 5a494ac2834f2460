// node worker.mjs CONTESTANT: trains once for each line of JSON that comes in, and answers with the CPU time it took.
import readline from 'node:readline';
import {pathToFileURL} from 'node:url';

const {train} = await import(pathToFileURL(process.argv[2]).href);
for await (const line of readline.createInterface({input: process.stdin})) {
  const input = JSON.parse(line);
  const before = process.cpuUsage();
  const result = train(input);
  const {user, system} = process.cpuUsage(before);
  console.log(JSON.stringify({seconds: (user + system) / 1e6, result}));
}
