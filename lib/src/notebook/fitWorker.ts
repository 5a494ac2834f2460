/** What a thread of `fitSeeds` runs: a training for each seed that it is sent. */
import {parentPort, workerData} from 'node:worker_threads';
import {fitTask, type FitTask} from './fitTask';

parentPort?.on('message', (seed: number) => parentPort?.postMessage(fitTask(workerData as FitTask, seed)));
