/** A made-up shop: who visits it, and how far each visitor goes. */

export const COLUMNS = [
  'is_mobile',
  'n_products_viewed',
  'visit_duration',
  'is_returning_visitor',
  'time_of_day',
  'user_action',
];

/** The scores at which add_to_cart, begin_checkout and finish_checkout begin. */
const CUTS = [0.3, 9.6, 15.7];

/** What each quarter of the day adds to the score. */
const HOURS = [0, -0.92, -4.67, -5.99];

/**
 * Visitors as rows of numbers, in the order of COLUMNS.
 *
 * Whoever viewed nothing bounces. For the others a score decides: the sum of what each feature adds, of one interaction
 * (a minute adds to the score of newcomers alone: returning visitors know what they want) and of logistic noise.
 *
 * @param {() => number} random - Uniform on [0, 1).
 * @param {number} rows
 * @returns {number[][]}
 */
export function onlineStore(random, rows = 500) {
  return Array.from({length: rows}, () => {
    const mobile = Number(random() < 0.49);
    const viewed = place(random(), [0.48, 0.79, 0.91, 0.97]);
    // Hundredths of a minute, as in the file: the action follows from what can be read there.
    const duration = Math.round(-106 * Math.log(1 - random())) / 100;
    const returning = Number(random() < 0.52);
    const time = place(random(), [0.23, 0.47, 0.72]);
    const chance = random();
    const interest = 2.52 * viewed + 5.34 * mobile + 4.54 * returning + HOURS[time];
    const score = interest + (returning === 1 ? 0.21 : 5.21) * duration + Math.log(chance / (1 - chance)) / 3;
    return [mobile, viewed, duration, returning, time, viewed === 0 ? 0 : place(score, CUTS)];
  });
}

/**
 * How many of the bounds the value has reached.
 *
 * @param {number} value
 * @param {number[]} bounds
 */
function place(value, bounds) {
  return bounds.filter((bound) => value >= bound).length;
}

/**
 * The rows as a CSV file: a line with the names, durations with two decimals.
 *
 * @param {number[][]} rows
 */
export function toCsv(rows) {
  const lines = rows.map((row) => row.map((value, j) => (COLUMNS[j] === 'visit_duration' ? value.toFixed(2) : value)));
  return [COLUMNS, ...lines].map((line) => `${line.join(',')}\n`).join('');
}
