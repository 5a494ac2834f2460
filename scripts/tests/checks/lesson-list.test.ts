import {describe, expect, it} from 'vitest';
import {
  checkNavigation,
  checkReadme,
  lessonsTable,
  navigation,
  setNavigation,
  withTable,
} from '../../checks/lesson-list.mjs';
import {md, notebook} from './support';

const lessons = [
  {name: '02-activations', title: 'Activation functions', build: 'slopes', minutes: 40},
  {name: '03-perceptron', title: 'The perceptron', build: 'a rule', minutes: 50},
  {name: '04-gradient-descent', title: 'Gradient descent', build: 'Adaline', minutes: 70},
];
const exists = (name: string) => name !== '04-gradient-descent';

describe('lessonsTable', () => {
  it('links the lessons that are there', () => {
    expect(lessonsTable(lessons, exists).split('\n')).toEqual([
      '| Lesson                                                     | You build | Minutes |',
      '| ---------------------------------------------------------- | --------- | ------: |',
      '| [2 · Activation functions](notebooks/02-activations.ipynb) | slopes    |      40 |',
      '| [3 · The perceptron](notebooks/03-perceptron.ipynb)        | a rule    |      50 |',
      '| 4 · Gradient descent (to come)                             | Adaline   |      70 |',
    ]);
  });
});

describe('navigation', () => {
  it('leads to the lessons before and after', () => {
    expect(navigation(lessons, '03-perceptron', exists)).toBe(
      '← [2 · Activation functions](02-activations.ipynb) | [All lessons](../README.md) | 4 · Gradient descent (to come) →',
    );
    expect(navigation(lessons, '02-activations', exists)).toMatch(/^\[All lessons\]/);
  });
});

describe('checkReadme', () => {
  const table = lessonsTable(lessons, exists);
  const readme = 'Before.\n<!-- lessons -->\nold\n<!-- /lessons -->\nAfter.\n';

  it('accepts the table between its markers, and nothing else there', () => {
    expect(checkReadme(withTable(readme, table), table)).toEqual([]);
    expect(checkReadme(readme, table)).toEqual([expect.stringContaining('lessons.mjs --write')]);
    expect(checkReadme('No markers.', table)).toEqual([expect.stringContaining('are missing')]);
  });

  it('leaves the rest as it was', () => {
    expect(withTable(readme, table)).toMatch(
      /^Before\.\n<!-- lessons -->\n\n\|[^]*\|\n\n<!-- \/lessons -->\nAfter\.\n$/,
    );
  });
});

describe('checkNavigation', () => {
  it('wants the last cell to be the one that is written', () => {
    const lesson = notebook([md('opening', 'Hello.')]);
    expect(checkNavigation(lesson, 'text')).toHaveLength(1);
    setNavigation(lesson, 'text');
    setNavigation(lesson, 'newer text');
    expect(checkNavigation(notebook(lesson.file.cells), 'newer text')).toEqual([]);
    expect(lesson.file.cells).toHaveLength(2);
  });
});
