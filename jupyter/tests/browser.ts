/** A browser for the tests that look at a page. */
import fs from 'node:fs';
import {chromium, type Browser} from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser's program: what CHROMIUM names, or one in its usual place. Undefined where there is none: skip, then. */
export const browserProgram: string | undefined = [process.env.CHROMIUM ?? '', ...usual].find((file) =>
  fs.existsSync(file),
);

export function launchBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium's sandbox refuses to serve root
  return chromium.launch({executablePath: browserProgram, args});
}
