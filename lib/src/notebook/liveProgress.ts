import {progressBar, type ProgressBar} from './progressBar';

/**
 * A bar for whatever tells its own progress: it appears with the first news and is full with the last.
 *
 * @param label - What is going on. @default 'working'
 * @returns Takes how much is done, of how much.
 *
 * @example
 * const faces = await loadFaces({onProgress: liveProgress('reading faces')});
 */
export function liveProgress(label = 'working'): (done: number, total: number) => void {
  let bar: ProgressBar | undefined;
  return (done, total) => {
    bar ??= progressBar(total, label);
    if (done < total) bar.update(done);
    else bar.finish();
  };
}
