// What is built, and the data.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {stateOf} from '../build.mjs';
import {at, root} from '../paths.mjs';
import {sumOf} from '../sum.mjs';

/**
 * @typedef {import('../build.mjs').Build} Build
 * @typedef {import('../doctor.mjs').Finding} Finding
 */

/**
 * @param {Build} build
 * @returns {Promise<Finding>}
 */
export async function lookAtBuild(build) {
  const state = await stateOf(build);
  if (state === 'fine') return {state, found: 'made of the sources as they are'};
  const folder = path.relative(root, path.dirname(build.result));
  return {
    state,
    found: `${folder} is ${state === 'old' ? 'older than its sources' : 'not there'}`,
    mend: 'npm run setup',
  };
}

/** @returns {Promise<Finding | Finding[]>} */
export async function lookAtData() {
  const mendSums = 'git checkout -- data/SHA256SUMS';
  const text = await readFile(at('data', 'SHA256SUMS'), 'utf8').catch(() => undefined);
  if (text === undefined) return {state: 'missing', found: 'data/SHA256SUMS is not there', mend: mendSums};
  const lines = text.split('\n').filter(Boolean);
  const sums = lines.flatMap((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line)?.slice(1) ?? []);
  if (lines.length === 0 || sums.length < 2 * lines.length) {
    return {state: 'changed', found: 'data/SHA256SUMS is no list of sums', mend: mendSums};
  }
  /** @type {Finding[]} */
  const faults = [];
  for (let i = 0; i < sums.length; i += 2) {
    const [sum, name] = [sums[i], sums[i + 1]];
    const mend = `git checkout -- data/${name}`;
    const found = await sumOf(at('data', name));
    if (found === undefined) faults.push({state: 'missing', found: `data/${name} is not there`, mend});
    else if (found !== sum) faults.push({state: 'changed', found: `data/${name} is not as the course ships it`, mend});
  }
  return faults.length > 0 ? faults : {state: 'fine', found: `${lines.length} as the course ships them`};
}
