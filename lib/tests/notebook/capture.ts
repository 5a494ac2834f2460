import {afterEach, beforeEach} from 'vitest';
import type {DisplayContent} from '../../src/notebook/display';

const CHANNEL = Symbol.for('neurons.display');

export interface Captured {
  content: DisplayContent;
  update: boolean;
}

/** Stands in for the kernel in every test of a file: what the library displays is collected in the list that is returned. */
export function captureDisplays(): Captured[] {
  const captured: Captured[] = [];
  beforeEach(() => {
    captured.length = 0;
    (globalThis as Record<symbol, unknown>)[CHANNEL] = (content: DisplayContent, update: boolean) =>
      captured.push({content, update});
  });
  afterEach(() => {
    delete (globalThis as Record<symbol, unknown>)[CHANNEL];
  });
  return captured;
}

export function htmlOf({content}: Captured): string {
  return content.data['text/html'] as string;
}

export function textOf({content}: Captured): string {
  return content.data['text/plain'];
}
