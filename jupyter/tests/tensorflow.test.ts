import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, describe, expect, it} from 'vitest';
import {faultOfNative} from '../../scripts/lib/tensorflow/check.mjs';
import {thisWorld} from '../../scripts/lib/tensorflow/world.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'tensorflow model '));
afterAll(() => rmSync(folder, {recursive: true}));

/** Runs a script as the kernel would, on the backend that is asked for. What it throws is the failure. */
async function run(backend: string, script: string): Promise<string> {
  const args = ['-r', path.join(root, 'jupyter', 'kernel', 'tfjs-fallback.cjs'), '-e', `(async () => {${script}})()`];
  const env = {...process.env, TFJS_BACKEND: backend, MODEL: path.join(folder, backend)};
  const {stdout, stderr} = await promisify(execFile)(process.execPath, args, {cwd: root, env});
  expect(stderr).toBe('');
  return stdout.trim();
}

const asked = process.env.TFJS_BACKEND;
const isNative = asked ? asked === 'native' : (await faultOfNative(thisWorld())) === undefined;
const backends = [...(isNative ? [['native', 'tensorflow']] : []), ['wasm', 'wasm'], ['js', 'cpu']];

describe.each(backends)('TensorFlow, %s', (backend, name) => {
  it('adds two tensors', async () => {
    const script = `const tf = require('@tensorflow/tfjs-node');
      const sum = tf.tensor([[1, 2], [3, 4]]).add([10, 20]);
      console.log(tf.getBackend(), sum.arraySync().join(' '));`;
    expect(await run(backend, script)).toBe(`${name} 11,22 13,24`);
  });

  it('takes the step of gradient descent that one takes by hand', async () => {
    // ŷ = wx + b from w = b = 0; mean squared error at (1, 2), (3, 4): ∂w = −2(2 + 12)/2 = −14, ∂b = −2(2 + 4)/2 = −6.
    const script = `const tf = require('@tensorflow/tfjs-node');
      const model = tf.sequential({layers: [tf.layers.dense({units: 1, inputShape: [1], kernelInitializer: 'zeros'})]});
      model.compile({optimizer: tf.train.sgd(0.125), loss: 'meanSquaredError'});
      await model.fit(tf.tensor([[1], [3]]), tf.tensor([[2], [4]]), {epochs: 1, batchSize: 2, verbose: 0});
      console.log(model.getWeights().map((weight) => weight.dataSync()[0]).join(' '));`;
    expect(await run(backend, script)).toBe('1.75 0.75');
  });

  it('learns edges with a convolution', async () => {
    const script = `const tf = require('@tensorflow/tfjs-node');
      const layers = [
        tf.layers.conv2d({filters: 2, kernelSize: 3, inputShape: [6, 6, 1], kernelInitializer: 'ones'}),
        tf.layers.maxPooling2d({poolSize: 2}),
        tf.layers.flatten(),
        tf.layers.dense({units: 1, kernelInitializer: 'ones'}),
      ];
      const model = tf.sequential({layers});
      model.compile({optimizer: tf.train.sgd(1e-5), loss: 'meanSquaredError'});
      const history = await model.fit(tf.ones([4, 6, 6, 1]), tf.zeros([4, 1]), {epochs: 2, verbose: 0});
      console.log(history.history.loss[0], history.history.loss[1] < history.history.loss[0]);`;
    expect(await run(backend, script)).toBe('5184 true'); // 8 pooled sums of nine ones: 72² at the start
  });

  it('saves a model to files, and loads it as it was', async () => {
    const script = `const tf = require('@tensorflow/tfjs-node');
      const model = tf.sequential({layers: [tf.layers.dense({units: 3, inputShape: [2], activation: 'tanh'})]});
      const place = 'file://' + process.env.MODEL;
      await model.save(place);
      const loaded = await tf.loadLayersModel(place + '/model.json');
      const [a, b] = [model, loaded].map((each) => each.predict(tf.tensor([[1, -2]])).arraySync().join(' '));
      console.log(a === b && a !== '0 0 0');`;
    expect(await run(backend, script)).toBe('true');
  });
});

describe('Where nothing is asked for and no addon can be loaded', () => {
  const lacking = (what: string): string => `process.dlopen = () => { throw new Error('not here'); };
    ${what};
    const tf = require('@tensorflow/tfjs-node');
    console.log(tf.getBackend(), tf.scalar(1).add(2).dataSync()[0]);`;

  it('TensorFlow runs in WebAssembly', async () => {
    expect(await run('', lacking(''))).toBe('wasm 3');
  });

  it.each([
    ['Node runs no WebAssembly', 'delete globalThis.WebAssembly'],
    [
      'its package is gone',
      "const resolve = module.constructor._resolveFilename; module.constructor._resolveFilename = (name, ...rest) => resolve(name.replace('tfjs-backend-wasm', 'gone'), ...rest)",
    ],
  ])('it runs in plain JavaScript, where %s', async (_what, script) => {
    expect(await run('', lacking(script))).toBe('cpu 3');
  });
});

describe('TFJS_BACKEND', () => {
  it('must be a backend that there is', async () => {
    await expect(run('cuda', "require('@tensorflow/tfjs-node')")).rejects.toThrow(
      'TFJS_BACKEND must be native, wasm or js, got cuda',
    );
  });
});
