// Vitest, as one step of several: each of its tests is one result.
import fs from 'node:fs';
import path from 'node:path';
import {at, root} from '../lib/paths.mjs';
import {run} from '../lib/run.mjs';
/** @import {Result} from './tally.mjs' */

/**
 * @typedef {{fullName: string, status: string, failureMessages: string[] | null}} Assertion
 * @typedef {{name: string, status: string, message: string, assertionResults: Assertion[]}} TestFile
 */

/**
 * @param {string} project of vitest.config.mts
 * @returns {Promise<Result[]>}
 */
export async function runVitest(project) {
  const report = at('.cache', 'vitest', `${project}.json`);
  fs.rmSync(report, {force: true});
  const reporters = ['--reporter=json', `--outputFile=${report}`];
  const vitest = at('node_modules', 'vitest', 'vitest.mjs');
  const {code, output} = await run(process.execPath, [vitest, 'run', '--project', project, ...reporters]);
  if (!fs.existsSync(report)) return [{name: `the ${project} tests run`, problems: [output.trim()]}];
  const results = resultsOf(JSON.parse(fs.readFileSync(report, 'utf8')).testResults);
  const failed = results.some(({problems}) => problems.length > 0);
  // An error outside of any test makes Vitest fail, too.
  return code === 0 || failed
    ? results
    : [...results, {name: `the ${project} tests end well`, problems: [output.trim()]}];
}

/**
 * @param {TestFile[]} files
 * @returns {Result[]}
 */
export function resultsOf(files) {
  return files.flatMap(({name, status, message, assertionResults}) => {
    const file = path.relative(root, name);
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      return [{name: file, problems: [message || 'the file failed outside of its tests']}];
    return assertionResults.map((test) => resultOf(file, test));
  });
}

/**
 * @param {string} file
 * @param {Assertion} test
 * @returns {Result}
 */
function resultOf(file, {fullName, status, failureMessages}) {
  const name = `${file}: ${fullName}`;
  if (status === 'passed') return {name, problems: []};
  if (status === 'failed') return {name, problems: (failureMessages ?? []).map(withoutMachinery)};
  return {name, problems: [], skipped: `${file}: tests that do not apply here`};
}

/** @param {string} message */
function withoutMachinery(message) {
  return message
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node_modules|node:internal)/.test(line))
    .join('\n')
    .replaceAll(`${root}${path.sep}`, '');
}
