import {progressBar, type ProgressBar} from './progressBar';

/**
 * A bar for whatever tells its own progress: it appears with the first news and is full with the last. What begins anew,
 * or has another total, gets a bar of its own.
 *
 * @param label - What is going on. @default 'working'
 * @returns Takes how much is done, of how much.
 *
 * @example
 * const faces = await loadFaces({onProgress: liveProgress('reading faces')});
 */
export function liveProgress(label = 'working'): (done: number, total: number) => void {
  let bar: ProgressBar | undefined;
  let [before, of] = [0, 0];
  return (done, total) => {
    if (!bar || done < before || total !== of) bar = progressBar(total, label);
    [before, of] = [done, total];
    if (done < total) bar.update(done);
    else bar.finish();
  };
}
