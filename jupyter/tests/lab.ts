/** JupyterLab as `npm start` opens it, driven by a browser. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Browser, Locator, Page} from 'playwright-core';

const repository = path.join(import.meta.dirname, '..', '..');
const token = 'a-token-of-the-tests';

/** A folder with copies of lessons, so that those in git stay as they are; inside the repository, so that cells find the library. */
export function copyLessons(...lessons: string[]): string {
  fs.mkdirSync(path.join(repository, '.cache'), {recursive: true});
  const folder = fs.mkdtempSync(path.join(repository, '.cache', 'lab-'));
  for (const part of [...lessons, 'data'])
    fs.cpSync(path.join(repository, part), path.join(folder, part), {recursive: true});
  return folder;
}

/** What a page did that it must not do. */
export interface Complaints {
  errors: string[];
  /** Addresses outside of this machine that the page asked for. */
  external: string[];
}

export class Lab {
  readonly #server: ChildProcess;
  readonly url: string;

  private constructor(server: ChildProcess, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** Starts a server over a folder of notebooks and waits until it answers. */
  static async start(folder: string, progress: string): Promise<Lab> {
    const port = await freePort();
    const options = [
      `--ServerApp.root_dir=${folder}`,
      `--IdentityProvider.token=${token}`,
      '--LabApp.expose_app_in_browser=True',
      // Settings as a newcomer's: neither read from those of the person at this machine, nor written into them.
      `--LabApp.user_settings_dir=${path.join(progress, 'settings')}`,
    ];
    const script = path.join(repository, 'scripts', 'start.mjs');
    const server = spawn(process.execPath, [script, '--no-browser', '--port', String(port), ...options], {
      cwd: repository,
      env: {...process.env, NEURONS_PROGRESS: progress},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (said += String(data)));
    const lab = new Lab(server, `http://127.0.0.1:${port}`);
    while (!(await lab.answers())) {
      if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}:\n${said}`);
      await sleep(200);
    }
    return lab;
  }

  /** Asks the server itself. */
  async ask(address: string): Promise<unknown> {
    const response = await fetch(`${this.url}/${address}`, {headers: {Authorization: `token ${token}`}});
    return response.json();
  }

  /** Opens a notebook in a page so high that no cell is out of sight: JupyterLab draws only what is seen. */
  async open(browser: Browser, notebook: string): Promise<{page: Page; complaints: Complaints}> {
    const page = await browser.newPage({viewport: {width: 1280, height: 30_000}});
    const complaints: Complaints = {errors: [], external: []};
    page.on('pageerror', (error) => complaints.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.errors.push(`${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(this.url) && !/^(data|blob):/.test(address)) complaints.external.push(address);
    });
    await page.goto(`${this.url}/lab/tree/${notebook}?token=${token}&reset`);
    await page.locator('.jp-Notebook .jp-Cell').first().waitFor({timeout: 60_000});
    await kernelReady(page);
    return {page, complaints};
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null) return;
    const ended = once(this.#server, 'exit');
    this.#server.kill('SIGTERM');
    await ended;
  }

  private async answers(): Promise<boolean> {
    return this.ask('api/status').then(
      () => true,
      () => false,
    );
  }
}

/** The parts of JupyterLab's own objects that the tests use; its server shows them with `expose_app_in_browser`. */
interface JupyterApp {
  commands: {execute(id: string, args: object): Promise<void>};
  shell: {
    currentWidget: {sessionContext: {ready: Promise<void>; session: {kernel: {info: Promise<object>}} | null}} | null;
  };
}

/** Waits until the notebook's kernel has said what it is: a cell run before would ask which kernel to take. */
async function kernelReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const {jupyterapp} = globalThis as unknown as {jupyterapp: JupyterApp};
    const session = () => jupyterapp.shell.currentWidget?.sessionContext.session;
    while (!session()) await new Promise((resolve) => setTimeout(resolve, 100));
    await jupyterapp.shell.currentWidget?.sessionContext.ready;
    await session()?.kernel.info;
  });
}

/** Runs a command of JupyterLab, as its menus do. */
export function command(page: Page, id: string, args: Record<string, string> = {}): Promise<void> {
  return page.evaluate(
    async ([name, given]) => {
      const {jupyterapp} = globalThis as unknown as {jupyterapp: JupyterApp};
      await jupyterapp.commands.execute(name, given);
    },
    [id, args] as const,
  );
}

/** The code cell whose source contains some text. */
export function cellWith(page: Page, text: string): Locator {
  return page
    .locator('.jp-Notebook .jp-CodeCell')
    .filter({has: page.locator('.jp-InputArea', {hasText: text})})
    .first();
}

/** Waits until no cell waits any more: neither a star before a cell nor a busy kernel. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const prompts = [...document.querySelectorAll('.jp-Notebook .jp-InputPrompt')].map(
        (prompt) => prompt.textContent,
      );
      const kernel = document.querySelector('.jp-Notebook-ExecutionIndicator')?.getAttribute('data-status');
      return kernel === 'idle' && !prompts.some((text) => text.includes('*'));
    },
    undefined,
    {timeout: 120_000},
  );
}

/** Replaces the code of a cell by what somebody types, and runs it. */
export async function answer(page: Page, cell: Locator, code: string): Promise<void> {
  await cell.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Control+Enter');
  await idle(page);
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as net.AddressInfo;
  probe.close();
  return port;
}
