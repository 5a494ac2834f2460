import fs from 'node:fs';
import path from 'node:path';

/** What is kept of one exercise. */
export interface ExerciseProgress {
  state: 'tried' | 'solved';
  /** Answers that were checked and wrong. */
  wrongAnswers: number;
  /** Hints that were shown. */
  hints: number;
  /** When it was first solved, as an ISO date. */
  solvedAt?: string;
  /** Every score so far, of an exercise with several questions. */
  scores?: number[];
}

/** What is kept of one lesson, by the exercise's name within it. */
export type LessonProgress = Record<string, ExerciseProgress>;

/** Where progress is kept: `NEURONS_PROGRESS`, else `.progress` beside the library. One JSON file a lesson. */
export function progressFolder(): string {
  return process.env.NEURONS_PROGRESS ?? path.resolve(__dirname, '..', '..', '..', '.progress');
}

/** The progress of one lesson; empty where there is none. A damaged file is kept under another name, never overwritten. */
export function readProgress(lesson: string): LessonProgress {
  const file = fileOf(lesson);
  if (!fs.existsSync(file)) return {};
  try {
    const {exercises} = JSON.parse(fs.readFileSync(file, 'utf8')) as {exercises?: unknown};
    if (typeof exercises !== 'object' || exercises === null) throw new TypeError('exercises is missing');
    return exercises as LessonProgress;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error; // not damaged: it can't be read just now
    const kept = `${file}.damaged-${Date.now()}`;
    fs.renameSync(file, kept);
    console.warn(
      `The progress of ${lesson} was damaged and begins anew; what was there is kept as ${path.basename(kept)}.`,
    );
    return {};
  }
}

/**
 * Changes the progress of one exercise. The file is written beside the old one and then takes its name, so that it is
 * there whole or not at all.
 */
export function updateProgress(
  lesson: string,
  name: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): void {
  const exercises = readProgress(lesson);
  exercises[name] = change(exercises[name] ?? {state: 'tried', wrongAnswers: 0, hints: 0});
  fs.mkdirSync(progressFolder(), {recursive: true});
  const file = fileOf(lesson);
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, `${JSON.stringify({lesson, exercises}, null, 2)}\n`);
  fs.renameSync(draft, file);
}

function fileOf(lesson: string): string {
  return path.join(progressFolder(), `${lesson}.json`);
}
