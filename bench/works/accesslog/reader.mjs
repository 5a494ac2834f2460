import {
  LogWords,
  Network,
  Vocabulary,
  actionAt,
  costThresholds,
  createRng,
  dense,
  parseLogLine,
  predictSparse,
  readLines,
  readLog,
  sigmoid,
  softmax,
} from 'neurons';

/**
 * A network of weights as they start: its answers mean nothing, but take as long as a trained one's.
 * @param {{file: string, training: string}} input
 */
export async function prepare({training}) {
  const words = new LogWords({status: false});
  const {entries} = await readLog(training);
  const dictionary = new Vocabulary({minimumCount: 3}).fit(entries.map((entry) => words.of(entry)));
  const layers = [dense(16, sigmoid), dense(2, softmax)];
  return {
    words,
    dictionary,
    network: new Network({inputs: dictionary.words_.length, layers, seed: createRng(1).uint32()}),
  };
}

/**
 * Reads, parses, says in words, decides; and counts.
 * @param {{file: string}} input
 * @param {Awaited<ReturnType<typeof prepare>>} prepared
 */
export async function train({file}, {words, dictionary, network}) {
  const thresholds = costThresholds({pass: {good: 0, bad: 5}, captcha: {good: 1, bad: 1}, ban: {good: 20, bad: 0}});
  /** @type {Record<string, number>} */
  const counts = {pass: 0, captcha: 0, ban: 0, faults: 0};
  for await (const lines of readLines(file)) {
    const texts = [];
    for (const line of lines) {
      const entry = parseLogLine(line);
      if ('fault' in entry) counts.faults++;
      else texts.push(words.of(entry));
    }
    const chances = predictSparse(network, dictionary.transform(texts));
    for (let i = 0; i < chances.rows; i++) counts[actionAt(thresholds, chances.get(i, 1))]++;
  }
  return counts;
}
