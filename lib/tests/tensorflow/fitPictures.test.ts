import {afterEach, describe, expect, it} from 'vitest';
import {bestBackend, load} from './library';

const {tf, neurons, bridge} = load(await bestBackend());
const {createRng, Matrix} = neurons;
const {fitPictures, predictPictures} = bridge;
type History = Awaited<ReturnType<typeof fitPictures>>;

const SIDE = 8;
/** Bars that lie (0) or stand (1), somewhere on a dark ground, in another light each. */
function bars(count: number, seed: number) {
  const rng = createRng(seed);
  const X = new Matrix(count, SIDE * SIDE, new Uint8Array(count * SIDE * SIDE), 1 / 255);
  const y = Array.from({length: count}, (_, i) => {
    const [label, place, tone] = [i % 2, 1 + Math.floor(6 * rng()), 120 + 130 * rng()];
    for (let k = 0; k < SIDE; k++) X.row(i)[label === 0 ? place * SIDE + k : k * SIDE + place] = tone;
    return label;
  });
  return {X, y};
}
const small = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...{inputShape: [SIDE, SIDE, 1], filters: 4, kernelSize: 3, activation: 'relu'},
        kernelInitializer: tf.initializers.heNormal({seed: 4}),
      }),
      tf.layers.globalMaxPooling2d({}),
      tf.layers.dense({units: 2, activation: 'softmax', kernelInitializer: tf.initializers.glorotNormal({seed: 4})}),
    ],
  });
const [train, held] = [bars(64, 1), bars(40, 2)];
const usual = {epochs: 12, batchSize: 8, learningRate: 0.1, vary: {turn: 5, shift: 1}};
const validation = [held.X, held.y] as const;
const weightsOf = (model: ReturnType<typeof small>) => model.getWeights().flatMap((each) => [...each.dataSync()]);

afterEach(() => tf.disposeVariables());

describe('fitPictures', () => {
  it('learns, tells its epochs and its steps, and ends with the weights of its best epoch', async () => {
    const model = small();
    const [told, steps]: [History, [number, number][]] = [[], []];
    const history = await fitPictures(model, train.X, train.y, {
      ...{...usual, validation},
      onEpoch: (log) => void told.push(log),
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect(told).toEqual(history);
    expect(steps).toEqual(Array.from({length: 96}, (_, n) => [n + 1, 96]));
    expect(history.map(({epoch}) => epoch)).toEqual(Array.from({length: 12}, (_, n) => n + 1));
    const best = history.reduce((a, b) => (b.valLoss! < a.valLoss! ? b : a));
    expect(best.valAccuracy).toBeGreaterThan(0.9);
    const said = predictPictures(model, held.X);
    const loss = held.y.reduce((sum, label, i) => sum - Math.log(said.get(i, label)), 0) / held.y.length;
    expect(Math.abs(loss - best.valLoss!)).toBeLessThan(1e-5);
    const right = held.y.filter((label, i) => said.get(i, label) > 0.5).length;
    expect(Math.abs(right / held.y.length - best.valAccuracy!)).toBeLessThan(1e-9);
  });

  it('stops when the validation loss fails to fall for long enough, and keeps what was best', async () => {
    const model = small();
    const flipped = held.y.map((label) => 1 - label); // whatever it learns makes this worse
    const history = await fitPictures(model, train.X, train.y, {...usual, validation: [held.X, flipped], patience: 2});
    const best = history.reduce((a, b) => (b.valLoss! < a.valLoss! ? b : a));
    expect(history.at(-1)!.epoch).toBe(best.epoch + 2);
    const said = predictPictures(model, held.X);
    const loss = flipped.reduce((sum, label, i) => sum - Math.log(said.get(i, label)), 0) / flipped.length;
    expect(Math.abs(loss - best.valLoss!)).toBeLessThan(1e-5);
  });

  it('lets others have their turn between its steps', async () => {
    let turns = 0;
    let isTraining = true;
    const take = (): void => void (isTraining && (turns++, setImmediate(take)));
    setImmediate(take);
    await fitPictures(small(), train.X, train.y, {...usual, epochs: 1});
    isTraining = false;
    expect(turns).toBeGreaterThanOrEqual(train.X.rows / usual.batchSize - 1);
  });

  it('stops when it is told to', async () => {
    const history = await fitPictures(small(), train.X, train.y, {
      ...usual,
      onEpoch: ({epoch}) => (epoch === 2 ? 'stop' : undefined),
    });
    expect(history).toHaveLength(2);
    expect(history[0]).not.toHaveProperty('valLoss');
  });

  it('learns the same from the same seed, to the digits that 32 bits keep', async () => {
    const fit = async (seed: number) => {
      const model = small();
      await fitPictures(model, train.X, train.y, {...usual, epochs: 2, seed});
      return weightsOf(model);
    };
    const [one, two, other] = [await fit(1), await fit(1), await fit(2)];
    expect(Math.max(...one.map((weight, i) => Math.abs(weight - two[i])))).toBeLessThan(1e-4);
    expect(Math.max(...one.map((weight, i) => Math.abs(weight - other[i])))).toBeGreaterThan(1e-3);
  });

  it('smooths its targets: the loss of a certain answer has a floor', async () => {
    const smooth = async (labelSmoothing: number) =>
      (await fitPictures(small(), train.X, train.y, {...usual, vary: false, epochs: 30, labelSmoothing})).at(-1)!.loss;
    // Of two classes 0.3 is shared out: the right one is to get 0.85, and the entropy of that is 0.4227.
    expect(await smooth(0.3)).toBeGreaterThan(0.4227);
    expect(await smooth(0)).toBeLessThan(0.2);
  });

  it('warms up in 200 steps, then its steps get smaller, to nothing', async () => {
    const model = small();
    const rates: number[] = [];
    await fitPictures(model, train.X, train.y, {
      ...{...usual, vary: false, epochs: 50, learningRate: 0.01},
      onProgress: () => rates.push((model.optimizer as unknown as {learningRate: number}).learningRate),
    });
    expect(rates).toHaveLength(400);
    rates.forEach((rate, step) => {
      const share = Math.min(1, (step + 1) / 200) * 0.5 * (1 + Math.cos((Math.PI * step) / 400));
      expect(Math.abs(rate - 0.01 * share)).toBeLessThan(1e-12);
    });
  });

  const still = {epochs: 1, learningRate: 1e-30, labelSmoothing: 0, vary: false} as const;

  it('counts each picture once, whatever batch it is in, and varies them only if asked to', async () => {
    const model = small();
    const options = {...still, batchSize: 40, validation: [train.X, train.y] as const};
    const [{loss, accuracy, valLoss, valAccuracy}] = await fitPictures(model, train.X, train.y, options);
    expect(Math.abs(loss - valLoss!)).toBeLessThan(1e-5);
    expect(Math.abs(accuracy! - valAccuracy!)).toBeLessThan(1e-6);
    const [varied] = await fitPictures(model, train.X, train.y, {...options, vary: {shift: 3}});
    expect(Math.abs(varied.loss - loss)).toBeGreaterThan(1e-4);
  });

  it('counts an answer that was sure and wrong as TensorFlow does', async () => {
    const sure = small();
    sure.setWeights(sure.getWeights().map((each, k) => (k === 3 ? tf.tensor1d([100, -100]) : tf.zerosLike(each))));
    const ones = train.y.map(() => 1);
    const [log] = await fitPictures(sure, train.X, ones, {...still, validation: [train.X, ones]});
    for (const loss of [log.loss, log.valLoss!]) expect(Math.abs(loss + Math.log(1e-7))).toBeLessThan(0.01);
  });

  it('smooths its targets without changing what they add up to', async () => {
    const even = small();
    even.setWeights(even.getWeights().map((weights) => tf.zerosLike(weights)));
    const smooth = {...still, labelSmoothing: 0.3};
    expect((await fitPictures(even, train.X, train.y, smooth))[0].loss).toBeCloseTo(Math.LN2, 5);
  });

  it("puts TensorFlow's own gradients back, also after a failure, and frees its tensors", async () => {
    const own = tf.getGradient('MaxPool');
    const model = small();
    await fitPictures(model, train.X, train.y, {...usual, epochs: 1, validation});
    expect(tf.getGradient('MaxPool')).toBe(own);
    const before = tf.memory().numTensors;
    const failing = fitPictures(model, train.X, train.y, {
      ...{...usual, validation},
      onEpoch: () => {
        throw new Error('enough');
      },
    });
    await expect(failing).rejects.toThrow('enough');
    expect(tf.getGradient('MaxPool')).toBe(own);
    const momenta = 4; // what the new optimizer remembers of each weight
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(momenta + 2);
  });

  it('says when the loss leaves the finite numbers, and leaves the weights that were there', async () => {
    const model = small();
    const before = weightsOf(model);
    const wild = fitPictures(model, train.X, train.y, {...usual, epochs: 40, learningRate: 1e30});
    await expect(wild).rejects.toThrow(
      /^the loss left the finite numbers in epoch \d+; try a learningRate below 1e\+30$/,
    );
    const after = weightsOf(model);
    expect(after.every(Number.isFinite)).toBe(true);
    expect(after).toEqual(before); // it left them in its first epoch
  });

  it('takes no validation loss that is no number for the best', async () => {
    const model = small();
    const good: number[][] = [];
    const fitting = fitPictures(model, train.X, train.y, {
      ...{...usual, validation},
      onProgress: (step) => {
        // after the last step of the second epoch, when its training loss is known
        if (step === 16) model.setWeights(model.getWeights().map((each) => each.mul(NaN)));
      },
      onEpoch: () => void good.push(weightsOf(model)),
    });
    await expect(fitting).rejects.toThrow('the loss left the finite numbers in epoch 2');
    expect(good).toHaveLength(1);
    expect(weightsOf(model)).toEqual(good[0]);
  });

  it('answers with the first of the classes that tie, as TensorFlow does', async () => {
    const even = small();
    even.setWeights(even.getWeights().map((weights) => tf.zerosLike(weights)));
    const [log] = await fitPictures(even, train.X, train.y, {epochs: 1, learningRate: 1e-30, validation});
    expect(log.valAccuracy).toBe(0.5);
  });

  it('ends at an interrupt, with the weights of its last full epoch', async () => {
    const others = process.listeners('SIGINT');
    others.forEach((other) => process.off('SIGINT', other)); // of those who run the test
    const kernel = (): void => undefined; // as the kernel listens
    const model = small();
    const own = tf.getGradient('MaxPool');
    const [full, steps]: [number[][], number[]] = [[], []];
    const fit = () =>
      fitPictures(model, train.X, train.y, {
        ...{...usual, epochs: 3},
        onProgress: (step) => {
          steps.push(step);
          if (step === 11) process.emit('SIGINT');
        },
        onEpoch: () => void full.push(weightsOf(model)),
      });
    try {
      process.on('SIGINT', kernel);
      expect(await fit()).toHaveLength(1);
      expect(steps.at(-1)).toBe(11);
      expect(weightsOf(model)).toEqual(full[0]);
      expect(tf.getGradient('MaxPool')).toBe(own);
      expect(process.listeners('SIGINT')).toEqual([kernel]);
      process.off('SIGINT', kernel);
      expect(await fit()).toHaveLength(3); // nobody listens: an interrupt is not its business
    } finally {
      process.removeAllListeners('SIGINT');
      others.forEach((other) => process.on('SIGINT', other));
    }
  });

  it.each([
    [{epochs: 0}, 'epochs must be a positive whole number, got 0'],
    [{learningRate: 0}, 'learningRate must be a positive number, got 0'],
    [{labelSmoothing: 1}, 'labelSmoothing must be at least 0 and below 1, got 1'],
    [{patience: 0.5}, 'patience must be a positive whole number, got 0.5'],
    [{seed: -1}, 'seed must be a whole number from 0 to 4294967295, got -1'],
    [{batchSize: 0}, 'batchSize must be a positive whole number, got 0'],
    [{validation: [held.X, held.y.slice(1)] as const}, 'the validation has 40 pictures, but 39 labels'],
    [{validation: [held.X.rowsAt([]), []] as const}, 'the validation must have at least one picture, got none'],
  ])('refuses what is out of range (%#)', async (options, message) => {
    await expect(fitPictures(small(), train.X, train.y, options)).rejects.toThrow(new RangeError(message));
  });

  it('refuses pictures and labels that don’t fit the model', async () => {
    const narrow = new Matrix(64, 49, new Uint8Array(64 * 49), 1 / 255);
    const fails = (X: typeof narrow, y: number[]) => expect(fitPictures(small(), X, y)).rejects;
    await fails(narrow, train.y).toThrow('X has pictures of 49 pixels, but the model takes 8 × 8');
    await fails(train.X, [...train.y.slice(1), 2]).toThrow(
      'labels must be whole numbers from 0 to 1, got 2 at index 63',
    );
    const dense = tf.sequential({layers: [tf.layers.dense({units: 2, inputShape: [64]})]});
    await expect(fitPictures(dense, train.X, train.y)).rejects.toThrow(
      'the model must take pictures of shape (side, side, 1), got (64)',
    );
    const maps = tf.sequential({layers: [tf.layers.conv2d({inputShape: [SIDE, SIDE, 1], filters: 2, kernelSize: 3})]});
    await expect(fitPictures(maps, train.X, train.y)).rejects.toThrow(
      'the model must answer with one row of numbers, got (6, 6, 2)',
    );
  });
});

describe('predictPictures', () => {
  it('says of many pictures what it says of each, and frees its tensors', () => {
    const model = small();
    const many = bars(600, 3);
    const before = tf.memory().numTensors;
    const together = predictPictures(model, many.X);
    expect(tf.memory().numTensors).toBe(before);
    expect([together.rows, together.columns]).toEqual([600, 2]);
    for (const i of [0, 255, 256, 599]) {
      const alone = predictPictures(model, many.X.rowsAt([i])).row(0);
      alone.forEach((share, k) => expect(Math.abs(share - together.get(i, k))).toBeLessThan(1e-6));
    }
  });

  it('takes the mean of what it says of a picture and of its mirror image, if asked to', () => {
    const model = small();
    const {X} = bars(5, 3);
    const turned = new Matrix(5, SIDE * SIDE, new Uint8Array(5 * SIDE * SIDE), 1 / 255);
    for (let i = 0; i < 5; i++) {
      for (let row = 0; row < SIDE; row++) {
        const line = X.row(i).slice(SIDE * row, SIDE * (row + 1)).reverse(); // prettier-ignore
        turned.row(i).set(line, SIDE * row);
      }
    }
    const [plain, mirrored] = [X, turned].map((pictures) => predictPictures(model, pictures).data);
    const before = tf.memory().numTensors;
    const both = predictPictures(model, X, {mirror: true}).data;
    expect(tf.memory().numTensors).toBe(before);
    expect(Math.max(...plain.map((share, n) => Math.abs(share - mirrored[n])))).toBeGreaterThan(1e-3);
    both.forEach((share, n) => expect(Math.abs(share - (plain[n] + mirrored[n]) / 2)).toBeLessThan(1e-6));
  });
});
