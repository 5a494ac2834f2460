// npm run reset-progress [-- 03-perceptron …]: forgets which exercises were solved, in all lessons or in some.
import {readdir, rm} from 'node:fs/promises';
import path from 'node:path';
import {isScript} from './lib/is-script.mjs';
import {at} from './lib/paths.mjs';
import {runScript, Trouble} from './lib/trouble.mjs';

/**
 * Removes the record of progress.
 * @param {string} folder where the records are, one file a lesson
 * @param {string[]} [lessons] names, such as 03-perceptron; none for all
 * @returns {Promise<string[]>} the lessons whose record was removed
 * @throws {Trouble} where a lesson has no record: its name may be mistyped
 */
export async function resetProgress(folder, lessons = []) {
  const files = await readdir(folder).catch(() => []);
  const known = files.filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
  const unknown = lessons.filter((lesson) => !known.includes(lesson));
  if (unknown.length > 0) {
    const there = known.length > 0 ? `There is progress in: ${known.sort().join(', ')}.` : 'There is no progress yet.';
    throw new Trouble(`No progress is kept for ${unknown.join(', ')}. ${there}`);
  }
  const chosen = lessons.length > 0 ? lessons : known.sort();
  for (const lesson of chosen) await rm(path.join(folder, `${lesson}.json`));
  return chosen;
}

if (isScript(import.meta.url)) {
  void runScript(async () => {
    const removed = await resetProgress(process.env.NEURONS_PROGRESS ?? at('.progress'), process.argv.slice(2));
    console.log(removed.length > 0 ? `Forgotten: ${removed.join(', ')}.` : 'There is no progress to forget.');
  });
}
