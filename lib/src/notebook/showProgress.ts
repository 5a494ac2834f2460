import fs from 'node:fs';
import path from 'node:path';
import {barChart} from '../charts/barChart';
import {escapeHtml} from '../charts/text';
import {EXERCISES} from '../exercises';
import {display} from './display';
import {readProgress} from './progressStore';
import {show} from './show';

/** How far one lesson is done. */
export interface LessonState {
  /** As the notebook is called: '03-perceptron'. */
  readonly name: string;
  /** '3 · The perceptron' */
  readonly title: string;
  readonly solved: number;
  readonly exercises: number;
}

/**
 * Shows how many exercises of each lesson you have solved, and where to go on. Optional ones don't count.
 *
 * @example
 * showProgress();
 */
export function showProgress(): void {
  const lessons = lessonStates();
  const solved = Object.fromEntries(lessons.map((lesson) => [lesson.title, lesson.solved]));
  const of = Object.fromEntries(lessons.map((lesson) => [lesson.title, lesson.exercises]));
  const all = lessons.reduce((sum, lesson) => sum + lesson.exercises, 0);
  const done = lessons.reduce((sum, lesson) => sum + lesson.solved, 0);
  show(barChart(solved, {of, title: `${done} of ${all} exercises solved`, xLabel: 'exercises'}));
  const next = lessons.find((lesson) => lesson.solved < lesson.exercises);
  if (next === undefined) return display({data: {'text/plain': 'All exercises are solved.'}});
  const what = next.solved === 0 ? 'Begin with' : 'Go on with';
  const link = `<a href="${escapeHtml(next.name)}.ipynb">${escapeHtml(next.title)}</a>`;
  display({data: {'text/html': `<p>${what} ${link}.</p>`, 'text/plain': `${what} ${next.title}.`}});
}

/** The lessons that have exercises, in their order, each with what is solved of it. */
export function lessonStates(): LessonState[] {
  return titles().flatMap(({name, title}) => {
    const ids = EXERCISES.filter(({id, optional}) => !optional && id.startsWith(`${name}/`)).map(({id}) =>
      id.slice(name.length + 1),
    );
    if (ids.length === 0) return [];
    const progress = readProgress(name);
    return [{name, title, exercises: ids.length, solved: ids.filter((id) => progress[id]?.state === 'solved').length}];
  });
}

/** The one list of lessons, beside the notebooks. */
function titles(): {name: string; title: string}[] {
  const file = path.resolve(__dirname, '..', '..', '..', 'notebooks', 'lessons.json');
  const lessons = JSON.parse(fs.readFileSync(file, 'utf8')) as {name: string; title: string}[];
  return lessons.map(({name, title}) => ({name, title: `${Number(name.slice(0, 2))} · ${title}`}));
}
