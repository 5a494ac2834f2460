// Faults that the reader can mend: told in words, without a stack.

/** Something is missing or in the way. The message says what, and the command that mends it. */
export class Trouble extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Trouble';
  }
}

/**
 * Runs a script to its end. A `Trouble` is printed as it is, anything else with its stack; both make the process fail.
 * @param {() => Promise<unknown>} script
 * @returns {Promise<void>}
 */
export async function runScript(script) {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

const CAUSES = [
  {
    brief: 'the disk is full',
    sign: /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i,
    told: 'The disk is full. The course needs about 1.5 GB here: make room, then run the same command again.',
  },
  {
    brief: 'the package server can’t be reached',
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|name resolution|network is unreachable|ConnectTimeoutError|ProxyError|from versions: none/i,
    told:
      'The package server can’t be reached. Check the network (behind a proxy: set HTTPS_PROXY), then run the same command again; ' +
      'it goes on where it stopped.',
  },
  {
    brief: 'a file may not be written',
    sign: /EACCES|EPERM|permission denied|EROFS|read-only file system/i,
    told: 'A file may not be written. Make the folder yours (sudo chown -R "$USER" .), then run the same command again.',
  },
];

/**
 * The trouble that the output of a failed command tells of.
 * @param {string} command what was run, as one would type it
 * @param {string} output what it printed
 * @returns {Trouble}
 */
export function explain(command, output) {
  const cause = CAUSES.find(({sign}) => sign.test(output));
  const lines = output.trim().split('\n').slice(-12).join('\n');
  return new Trouble([cause?.told ?? `This failed: ${command}`, '', `Its last words (${command}):`, lines].join('\n'));
}

/**
 * The cause in a few words, for the middle of a sentence.
 * @param {string} output of a failed command
 * @returns {string}
 */
export function causeIn(output) {
  const cause = CAUSES.find(({sign}) => sign.test(output));
  if (cause) return cause.brief;
  const lines = output.trim().split('\n');
  return (
    lines.find((line) => /^\S.*(\berror\b|cannot find|undefined reference)/i.test(line)) ?? lines[lines.length - 1]
  );
}
