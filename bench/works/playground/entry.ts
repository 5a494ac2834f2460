/** The playground's frames, timed in a page: the global `PlaygroundBench`. */
import {mount} from '../../../widgets/mount';

/** Runs the playground for so many frames and says when each came, in milliseconds. */
export async function frameTimes(state: string, frames: number): Promise<number[]> {
  const room = document.body.appendChild(document.createElement('div'));
  mount(room, {kind: 'playground', state});
  const run = [...room.querySelectorAll('button')].find((button) => button.textContent === 'run');
  run?.click();
  const times: number[] = [];
  while (times.length < frames) times.push(await new Promise<number>(requestAnimationFrame));
  run?.click();
  return times;
}
