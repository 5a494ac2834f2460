// Messages on the terminal: what is done, and how long it took.

/**
 * Does a piece of work, saying so before and how long it took after it.
 * @template T
 * @param {string} title such as "Installing the npm packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returns
 */
export async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(started)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/**
 * The time since a moment, for people.
 * @param {number} started by `performance.now()`
 * @returns {string} such as "3.4 s"
 */
export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
