import {escapeHtml} from '../charts/text';
import {display} from './display';
import {panel, toParagraphs, type Tone} from './html';

/** What can be guessed. */
export type Guess = number | string | boolean;

export interface Prediction {
  /**
   * Shows the answer beside the guess.
   *
   * @param actual - What came out.
   * @param explanation - Why, in a sentence or two; `…` in it is set as code.
   */
  reveal(actual: Guess, explanation?: string): void;
}

/**
 * Writes down a guess before the cell that answers it is run. Guessing first, right or wrong, makes the answer stay.
 *
 * @param question - What to predict.
 * @param guess - Your guess in place of `undefined`. Left undefined, it counts as not written down; that is no error.
 * @param choices - The answers to choose from, if there are some.
 *
 * @example
 * const guess = predictFirst('How many of 100 flowers are wrong after epoch 4?', undefined);
 * guess.reveal(50);
 */
export function predictFirst(question: string, guess: Guess | undefined, choices?: string[]): Prediction {
  const given = guess !== undefined && !Number.isNaN(guess) && guess !== '';
  const list = choices ? `Choose one: ${choices.map((choice) => `\`'${choice}'\``).join(', ')}.` : '';
  const isNoChoice = given && choices !== undefined && !choices.some((choice) => isSame(guess, choice));
  const now = !given
    ? 'Write your guess in place of `undefined` and run this cell again.'
    : isNoChoice
      ? `You wrote \`${String(guess)}\`, which is none of the choices.`
      : `Your guess, \`${String(guess)}\`, is kept. The next cell answers.`;
  say('neutral', 'Predict first', [question, list, now].filter(Boolean).join('\n\n'));

  return {
    reveal(actual, explanation = '') {
      const {tone, heading} = judge(given ? guess : undefined, actual);
      const said = given ? `your guess: ${String(guess)}` : 'your guess: not written down';
      const answer = `the answer: ${String(actual)}`;
      const both = `<p style="margin:4px 0">${escapeHtml(said)} · <strong>${escapeHtml(answer)}</strong></p>`;
      display({
        data: {
          'text/html': panel(tone, heading, both + (explanation && toParagraphs(explanation))),
          'text/plain': [`${heading}: ${said}, ${answer}`, explanation].filter(Boolean).join('\n'),
        },
      });
    },
  };
}

/** Within a tenth of a number is close; everything else is right or not. */
function judge(guess: Guess | undefined, actual: Guess): {tone: Tone; heading: string} {
  if (guess === undefined) return {tone: 'neutral', heading: 'The answer'};
  if (isSame(guess, actual)) return {tone: 'yes', heading: 'You foresaw it'};
  const isClose =
    typeof actual === 'number' &&
    typeof guess !== 'boolean' &&
    Math.abs(Number(guess) - actual) <= 0.1 * Math.abs(actual);
  return isClose ? {tone: 'yes', heading: 'Close'} : {tone: 'no', heading: 'A surprise'};
}

/** A number in quotes, or a word in capitals, is the same guess. */
function isSame(guess: Guess, actual: Guess): boolean {
  return String(guess).trim().toLowerCase() === String(actual).toLowerCase();
}

function say(tone: Tone, heading: string, text: string): void {
  display({data: {'text/html': panel(tone, heading, toParagraphs(text)), 'text/plain': `${heading}: ${text}`}});
}
