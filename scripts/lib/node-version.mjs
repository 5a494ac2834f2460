// Says so when Node is too old. Imported before anything else and written in old syntax, so that an old Node can read it.
import {readFileSync} from 'fs';

var needed = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).engines.node.replace(
  '>=',
  '',
);

if (isOlder(process.versions.node, needed)) {
  console.error(
    'Node.js ' +
      needed +
      ' or newer is needed, this is ' +
      process.versions.node +
      '.\n' +
      'Install the current one from nodejs.org, or with a version manager: nvm install --lts',
  );
  process.exit(1);
}

/**
 * Whether version a comes before version b, both like "20.19.0" or shorter.
 * @param {string} a
 * @param {string} b
 * @returns {boolean}
 */
export function isOlder(a, b) {
  var as = a.split('.').map(Number);
  var bs = b.split('.').map(Number);
  for (var i = 0; i < 3; i++) {
    var difference = (as[i] || 0) - (bs[i] || 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
