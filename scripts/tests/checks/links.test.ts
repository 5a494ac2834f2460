import {describe, expect, it} from 'vitest';
import {checkMarkdownLinks, checkNotebookLinks, targetsOf} from '../../checks/links.mjs';
import {md, notebook} from './support';

const files: Record<string, string[]> = {
  'notebooks/02-activations.ipynb': ['The-sigmoid'],
  'README.md': ['the-lessons'],
};
const disk = {exists: (file: string) => file in files, anchors: (file: string) => files[file] ?? []};
const problemsOf = (text: string) => checkNotebookLinks(notebook([md('links', text)]), 'notebooks', disk);

describe('checkNotebookLinks', () => {
  it('accepts files, headings of other files and of its own', () => {
    const text =
      '## My *own* part\n[a](02-activations.ipynb#The-sigmoid), [b](../README.md#the-lessons), [c](#My-own-part), [d](https://example.org)';
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['[a](05-nowhere.ipynb)', 'the link 05-nowhere.ipynb leads nowhere'],
    ['[a](02-activations.ipynb#Nothing)', 'leads to no heading'],
    ['[a](#Nothing)', 'leads to no heading'],
    ['[a](http://example.org)', 'must use https'],
    ['[a](/notebooks/a.ipynb)', 'must be relative'],
    ['![picture](nowhere.png "title")', 'leads nowhere'],
    ['<img src="nowhere.png">', 'leads nowhere'],
    ['[a][ref]\n\n[ref]: nowhere.md', 'leads nowhere'],
  ])('refuses %s', (text, message) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^lesson 03, cell 1 \(links\): /)]);
    expect(problemsOf(text)[0]).toContain(message);
  });
});

describe('checkMarkdownLinks', () => {
  it('knows headings as GitHub names them', () => {
    const text = '# What’s in it? A look\n[up](#whats-in-it-a-look) [down](#nothing)';
    expect(checkMarkdownLinks('README.md', text, '.', disk)).toEqual([
      'README.md: the link #nothing leads to no heading',
    ]);
  });
});

describe('targetsOf', () => {
  it('leaves code alone', () => {
    expect(targetsOf('`[a](b)`\n```\n[c](d)\n```\n[e](f)')).toEqual(['f']);
  });
});
