import {describe, expect, it} from 'vitest';
import type {GraphNode} from '../../src/charts/computationGraph';
import {graphFilm} from '../../src/charts/graphFilm';
import type {Annotation} from '../../src/charts/types';

const nodes: GraphNode[] = [
  {name: 'x', value: 2},
  {name: 'w', value: 3, slope: 20},
  {name: 'z', value: 6, slope: 10, from: ['w', 'x']},
  {name: 'a', value: 7, slope: 1, from: ['z']},
];

/** The texts of a frame, numbers of the graph among them. */
const textsOf = (frame: object): string[] =>
  ((frame as {layout: {annotations: Annotation[]}}).layout.annotations ?? []).map(({text}) => text);
const shown = (frame: object): string[] => textsOf(frame).filter((text) => /^\d+$/.test(text));

describe('graphFilm', () => {
  const {frames = [], layout, alt} = graphFilm(nodes, {title: 'There and back'});

  it('names what each picture adds, forward in order and back in reverse', () => {
    const names = frames.map((frame) => (frame as {name: string}).name);
    expect(names).toEqual(['given', 'forward to z', 'forward to a', 'back to a', 'back to z', 'back to w']);
  });

  it('begins with the given values, adds values, and then slopes', () => {
    expect(frames.map((frame) => shown(frame).sort())).toEqual([
      ['2', '3'],
      ['2', '3', '6'],
      ['2', '3', '6', '7'],
      ['1', '2', '3', '6', '7'],
      ['1', '10', '2', '3', '6', '7'],
      ['1', '10', '2', '20', '3', '6', '7'],
    ]);
  });

  it('has its title, and says what is seen at the end', () => {
    expect(JSON.stringify(layout)).toContain('There and back');
    expect(alt).toContain('z from w, x = 6, slope of a 10');
  });

  it('refuses what no graph can be', () => {
    expect(() => graphFilm([])).toThrow(RangeError);
  });
});
