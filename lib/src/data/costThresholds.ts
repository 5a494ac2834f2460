import {received} from '../math/received';

/** What an action costs, in the same unit everywhere: when the one it meets is good, and when he is bad. */
export interface ActionCost {
  readonly good: number;
  readonly bad: number;
}

/** An action, and the probability of "bad" from which on it is the cheapest. */
export interface Threshold {
  readonly action: string;
  readonly from: number;
}

/**
 * Which action is cheapest for which probability p of "bad". An action costs (1 − p) · good + p · bad on average: a line
 * over p, and for each p the lowest of the lines counts. An action that is nowhere the lowest doesn't come back.
 *
 * @param costs - A cost table by action. Of two that cost the same, the first counts.
 * @returns From the action at p = 0 on, `from` rising.
 * @throws {RangeError} If there is no action, or a cost is not a finite number.
 * @example
 * costThresholds({pass: {good: 0, bad: 9}, ban: {good: 1, bad: 0}}); // [ { action: 'pass', from: 0 }, { action: 'ban', from: 0.1 } ]
 */
export function costThresholds(costs: Readonly<Record<string, ActionCost>>): Threshold[] {
  const lines = Object.entries(costs).map(([action, {good, bad}]) => {
    for (const [when, cost] of Object.entries({good, bad})) {
      if (!Number.isFinite(cost)) {
        throw new RangeError(`costs.${action}.${when} must be a finite number, got ${received(cost)}`);
      }
    }
    return {action, good, slope: bad - good};
  });
  if (lines.length === 0) throw new RangeError('costs must hold at least one action, got none');
  // At p = 0 the lowest, and of several the one that rises least.
  let lowest = lines.reduce((a, b) => (b.good < a.good || (b.good === a.good && b.slope < a.slope) ? b : a));
  const thresholds: Threshold[] = [{action: lowest.action, from: 0}];
  for (;;) {
    const crossings = lines
      .filter(({slope}) => slope < lowest.slope)
      .map((line) => ({line, from: (line.good - lowest.good) / (lowest.slope - line.slope)}))
      .filter(({from}) => from < 1);
    if (crossings.length === 0) return thresholds;
    // The first to be crossed; where several meet, the one that is lowest from there on.
    const next = crossings.reduce((a, b) => (b.from < a.from || (b.from === a.from && b.line.slope < a.line.slope) ? b : a));
    lowest = next.line;
    thresholds.push({action: lowest.action, from: next.from});
  }
}

/**
 * The action for a probability of "bad".
 *
 * @param thresholds - As `costThresholds` gives them.
 * @throws {RangeError} If p is not a number from 0 to 1.
 * @example
 * actionAt([{action: 'pass', from: 0}, {action: 'ban', from: 0.1}], 0.4); // 'ban'
 */
export function actionAt(thresholds: readonly Threshold[], p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be a number from 0 to 1, got ${received(p)}`);
  let chosen = thresholds[0];
  for (const threshold of thresholds) if (p >= threshold.from) chosen = threshold;
  return chosen.action;
}
