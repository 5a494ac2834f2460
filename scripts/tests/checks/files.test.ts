import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {checkLock, checkPaths, projectFiles} from '../../checks/files.mjs';

describe('projectFiles', () => {
  it('tells in git’s own words why there is no list', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'no-repository-'));
    expect(() => projectFiles(folder)).toThrow('git ls-files failed: fatal: not a git repository');
    fs.rmSync(folder, {recursive: true});
    expect(() => projectFiles(folder)).toThrow('git ls-files failed: spawnSync git ENOENT');
  });
});

describe('checkPaths', () => {
  it.each([['home'], ['Users'], ['work'], ['root'], ['tmp']])('names the line with a path under %s', (place) => {
    const path = `/${place}/ada/course`;
    expect(checkPaths('README.md', `one\nsee ${path}`)).toEqual([
      `README.md, line 2: a path of one machine: /${place}/ada`,
    ]);
  });

  it('knows disks of Windows', () => {
    expect(checkPaths('a.ts', ['C', '\\Users\\ada'].join(':'))).toHaveLength(1);
  });

  it('accepts addresses, relative paths and programs of the system', () => {
    const text = 'https://example.org/home/page, ../home/a, lib/work/a, /usr/bin/chromium, ${base}/root/x';
    expect(checkPaths('a.ts', text)).toEqual([]);
  });
});

describe('checkLock', () => {
  const lock = (resolved: string) => JSON.stringify({packages: {'': {}, 'node_modules/a': {resolved}}});

  it('accepts workspaces, refuses hosts', () => {
    expect(checkLock(lock('lib'))).toEqual([]);
    expect(checkLock(lock('https://registry.example/a.tgz'))).toEqual([
      expect.stringContaining('node_modules/a names a host'),
    ]);
  });
});
