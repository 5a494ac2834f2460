import {execFileSync} from 'node:child_process';
import {expect, it} from 'vitest';

it('neurons alone loads no TensorFlow', () => {
  const script = `require('neurons');
    console.log(Object.keys(require.cache).some((file) => file.includes('neurons') || file.includes('dist')),
      Object.keys(require.cache).filter((file) => file.includes('@tensorflow')).length);`;
  expect(execFileSync(process.execPath, ['-e', script], {encoding: 'utf8'})).toBe('true 0\n');
});
