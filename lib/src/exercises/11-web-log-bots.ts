import {functionExercise, numericExercise} from './answers';
import type {Exercise} from './exercise';

const vector = numericExercise({
  id: '11-web-log-bots/vector',
  stub: [],
  solution: [1, 0, 0, 1, 1, 0],
  why: 'A POST without a referrer and with an empty agent; its path and its status have no column here.',
  mistakes: [
    {answer: [1, 0, 0, 1, 1, 1], says: 'The last word is the status 503, and this line was answered 200.'},
    {
      answer: [1, 0, 1, 1, 1, 0],
      says: 'The third word is the whole path /forum/index.php, and this line asks for /login.php.',
    },
    {answer: [0, 1, 0, 1, 1, 0], says: 'The first two words are the methods, and this line is a POST.'},
    {answer: [1, 0, 0, 0, 1, 0], says: 'The referrer is `-`: there is none, and the dictionary has a word for that.'},
    {answer: [1, 0, 0, 1, 0, 0], says: 'The agent is `-`: it is empty, and the dictionary has a word for that.'},
    {answer: [1, 4, 5], says: 'Those are numbers of words. The row has a 1 or a 0 for each of the six.'},
    {answer: [0, 3, 4], says: 'Those are the right columns. Write the whole row: a 1 or a 0 for each of the six.'},
    {
      answer: [1, 0, 0, 0, 0, 0],
      says: 'Both `-` are missing: that there is no referrer and no agent are words of the dictionary, too.',
    },
    {
      answer: [1, 0, 1, 1, 1, 1],
      says: 'Look closer at path and status: this line asks for /login.php and was answered 200.',
    },
  ],
  otherwise: 'Go through the six words, and write 1 where the line has the word and 0 where it has not.',
  hints: ['The method is POST.', 'A `-` means that nothing was sent.', 'Three of the six are 1.'],
});

const thresholds = numericExercise({
  id: '11-web-log-bots/thresholds',
  stub: [],
  solution: [1 / 8, 3 / 4],
  why: 'Passing costs 8p and a captcha 1, equal at 1/8; a ban costs 4 (1 − p), which falls to 1 at 3/4.',
  mistakes: [
    {
      answer: [1 / 8, 1 / 4],
      says: 'A ban costs 4 for a good visitor, who comes with probability 1 − p: 4 (1 − p) = 1.',
    },
    {
      answer: [1 / 3, 1 / 3],
      says: 'That is where passing and banning cost the same. The captcha is cheaper than both there.',
    },
    {
      answer: [3 / 4, 1 / 8],
      says: 'The right ones in the wrong order: first from pass to captcha, then from captcha to ban.',
    },
    {answer: [0.2, 0.95], says: 'Those are the thresholds of the lesson. Here the costs are others.'},
    {
      answer: [0, 1 / 8],
      says: 'From 0 on passing is cheapest. Asked for are the captcha, which begins at 1/8, and the ban.',
    },
    {answer: [8, 4], says: 'Those are costs. A threshold is a probability between 0 and 1.'},
    {answer: [1 / 9, 3 / 4], says: 'The captcha costs 1 whoever solves it, good or bad: 8p = 1.'},
    {
      answer: [1 / 8, 1 / 3],
      says: '1/3 is where a ban costs as much as passing. Its neighbour is the captcha: 4 (1 − p) = 1.',
    },
    {answer: [1 / 8, 4 / 5], says: 'The captcha costs 1 for the bad ones, too: 4 (1 − p) = 1, whatever p is.'},
    {answer: [1 / 9, 4 / 5], says: 'The captcha costs 1 whoever solves it, good or bad: 8p = 1, and 4 (1 − p) = 1.'},
  ],
  otherwise: 'Write the mean cost of each action over p, and find where neighbours are equal.',
  hints: ['Passing costs 8p on average, a captcha always 1.', 'A ban costs 4 (1 − p).', '8p = 1, and 4 (1 − p) = 1.'],
});

const isQuote = (text: string, place: number): boolean => text[place] === '"';
const closing = (texts: string[], isEnd: (text: string, place: number) => boolean): number[] =>
  texts.map((text) =>
    Array.from(text).findIndex((_, place) => place > 0 && isQuote(text, place) && isEnd(text, place)),
  );
const backslashes = (text: string, place: number): number => /\\*$/.exec(text.slice(0, place))![0].length;

const HOSTILE: readonly string[] = ['"abc" 1', '"a\\"b" 2', '"c\\\\" 3', '"d\\\\\\"e" "f"', '"broken'];

const quote = functionExercise<[string[]]>({
  id: '11-web-log-bots/quote',
  given: () => [[...HOSTILE]],
  stub: (texts) => texts.map(() => -2),
  solution: (texts) => closing(texts, (text, place) => backslashes(text, place) % 2 === 0),
  why: 'A quote ends the text unless an odd number of backslashes stands before it.',
  mistakes: [
    {
      answer: (texts) => texts.map(() => 0),
      says: 'At place 0 the text begins. Look for the quote that ends it, from place 1 on.',
    },
    {answer: (texts) => closing(texts, () => true), says: 'A quote with a backslash before it is part of the text.'},
    {
      answer: (texts) => closing(texts, (text, place) => text[place - 1] !== '\\'),
      says: 'Two backslashes are one that is escaped itself: the quote behind them ends the text. Count them.',
    },
    {
      answer: (texts) => texts.map(() => -1),
      says: 'All but the last have an end. −1 is for a text whose quotes are never closed.',
    },
    {
      answer: (texts) =>
        closing(texts, (text, place) => backslashes(text, place) % 2 === 0).map((place, i) =>
          place < 0 ? texts[i].length : place,
        ),
      says: 'The last text has no quote that ends it: return −1 there, not its length.',
    },
    {
      answer: (texts) => closing(texts, (text, place) => text.slice(0, place).split('\\').length % 2 === 1),
      says: 'You count all backslashes of the text. Only those right before the quote matter.',
    },
    {
      answer: (texts) => texts.map((text) => text.lastIndexOf('"')),
      says: 'That is the last quote. The text may be followed by another.',
    },
    {
      answer: (texts) => closing(texts, (text, place) => backslashes(text, place) % 2 === 0).map((place) => place + 1),
      says: 'That is the place behind the quote. Return that of the quote itself, and −1 where there is none.',
    },
    {
      answer: (texts) =>
        closing(texts, (text, place) => backslashes(text, place) % 2 === 0).map((place) =>
          place < 0 ? -1 : place + 1,
        ),
      says: 'That is the place behind the quote, such as the length of the quoted text. Return that of the quote itself.',
    },
  ],
  otherwise: (returned, expected) => {
    const place = returned.findIndex((number, i) => number !== expected[i]);
    const text = HOSTILE[place];
    return `A quote counts if the number of backslashes right before it is even. Of ${text} yours says ${returned[place]}.`;
  },
  hints: [
    'A backslash makes the next character part of the text.',
    'Skip two places at a backslash.',
    'Where the text ends without a quote, return −1.',
  ],
});

const minimum = numericExercise({
  id: '11-web-log-bots/minimum-count',
  stub: [],
  solution: [2, 2],
  why: '`a` and `b` are in two lines or more; `c`, which is in one, and `e`, which is in none, are unknown.',
  mistakes: [
    {answer: [3, 0], says: 'Both `c` of the second line count once, so it has no column, and `e` has none either.'},
    {answer: [1, 1], says: '`b` is in two lines, so it has a column, and `c` is unknown beside `e`.'},
    {answer: [4, 1], says: 'That is the dictionary of all words. `c` and `d` are in only one line.'},
    {answer: [3, 1], says: '`c` comes twice, but in one line: lines are counted, not words.'},
    {answer: [2, 1], says: 'The columns are right. `c` has lost its column, so it is unknown now, too.'},
    {answer: [2, 3], says: 'The columns are right. `a` has one, so it is known.'},
    {answer: [2, 0], says: 'The columns are right. `c` and `e` of the new line have none, so they are unknown.'},
    {answer: [3, 2], says: 'The unknown are right. `c` comes twice, but in one line, so it gets no column.'},
    {answer: [1, 2], says: 'The unknown are right. `a` is in three lines and `b` in two: both get a column.'},
  ],
  otherwise:
    'Count for each word in how many training lines it is. Then look which words of the new line have no column.',
  hints: [
    '`a` is in three lines, `b` in two.',
    '`c` comes twice in a single line.',
    'Of the new line only `a` has a column.',
  ],
});

const recallPrecision = numericExercise({
  id: '11-web-log-bots/recall-precision',
  stub: [],
  solution: [0.9, 0.75],
  why: 'Of 100 banned 90 were bad; of 120 bad 90 were banned.',
  mistakes: [
    {
      answer: [0.75, 0.9],
      says: 'The other way round: precision is about those who were banned, recall about those who are bad.',
    },
    {answer: [90, 75], says: 'Those are the right ones in per cent. Write them as shares of 1.'},
    {answer: [0.9, 0.9], says: 'The precision is right. For the recall divide by all the bad.'},
    {
      answer: [0.9, 0.12],
      says: 'The precision is right. The recall is the share of the bad that were banned: 90 of 120.',
    },
    {
      answer: [0.9, 0.09],
      says: 'The precision is right. The recall is not a share of all requests: 90 of the 120 bad.',
    },
    {
      answer: [0.9, 0.25],
      says: 'The precision is right. 0.25 is the share of the bad that was missed; the recall is the rest.',
    },
    {
      answer: [0.1, 0.75],
      says: 'The recall is right. 0.1 is the share of the banned that are good; the precision is the rest.',
    },
    {answer: [0.09, 0.09], says: 'Not of all requests: of those banned, and of those that are bad.'},
  ],
  otherwise: 'Precision: what was banned rightly, out of all banned. Recall: the same, out of all bad.',
  hints: ['100 were banned.', '120 are bad.', '90/100 and 90/120.'],
});

const recallParameters = numericExercise({
  id: '11-web-log-bots/recall-parameters',
  stub: undefined,
  solution: 2450,
  why: '150 · 16 + 16 and 16 · 2 + 2: a weight for each pair of neighbours, a bias for each unit.',
  mistakes: [
    {answer: 2432, says: 'Those are the weights alone. Each of the 16 + 2 units has a bias, too.'},
    {answer: 2448, says: 'Almost: the two outputs have a bias each, too.'},
    {answer: 2434, says: 'Almost: the 16 hidden units have a bias each, too.'},
    {answer: 2418, says: 'The biases are right, all 18. There are 16 · 2 weights to the outputs, too.'},
    {answer: 170, says: 'Those are numbers of units. Between neighbouring layers each pair has a weight.'},
    {answer: 2400, says: 'Those are the hidden weights alone. There are biases, and an output layer.'},
    {answer: 2416, says: 'That is the hidden layer. The output has 16 · 2 weights and 2 biases.'},
    {answer: 168, says: 'Those are the units, inputs included. Between neighbouring layers each pair has a weight.'},
    {answer: 4800, says: 'The weights of neighbouring layers are added, not multiplied.'},
  ],
  otherwise: 'For each layer: inputs times units, and a bias for each unit.',
  hints: ['The hidden layer has 150 · 16 weights.', 'And 16 biases.', '2416 + 34.'],
});

export const webLogExercises: readonly Exercise[] = [
  vector,
  thresholds,
  quote,
  minimum,
  recallPrecision,
  recallParameters,
];
