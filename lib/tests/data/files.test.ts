import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

const folder = new URL('../../../data/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The data that is committed: FER2013 is the learner's own, and stays out of git. */
const files = readdirSync(folder).filter((name) => !['README.md', 'SHA256SUMS', 'fer2013.csv'].includes(name));
const sums = files.map((name) => createHash('sha256').update(readFileSync(new URL(name, folder))).digest('hex'));

describe('data/README.md', () => {
  const sections = read('README.md').split(/^## /m).slice(1);

  it.each(files)('tells of %s where it comes from, what is in it and what was changed', (name) => {
    const section = sections.find((text) => text.startsWith(`\`${name}\`\n`));
    for (const fact of ['Source', 'Licence', 'Date', 'Rows × columns', 'Units', 'SHA-256', 'Changed']) {
      expect(section).toMatch(new RegExp(`^\\| ${fact} \\| \\S`, 'm'));
    }
    expect(section).toContain(`\`${sums[files.indexOf(name)]}\``);
  });

  it('tells of no file that is not there', () => {
    expect(sections.map((text) => text.split('\n')[0]).sort()).toEqual(files.map((name) => `\`${name}\``).sort());
  });
});

describe('data/SHA256SUMS', () => {
  it('has the sum of every file', () => {
    expect(read('SHA256SUMS').trimEnd().split('\n')).toEqual(files.map((name, i) => `${sums[i]}  ${name}`));
  });
});
