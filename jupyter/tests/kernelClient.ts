import {type ChildProcess, spawn} from 'node:child_process';
import {createHmac, randomUUID} from 'node:crypto';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {Dealer, Subscriber} from 'zeromq';

const SPEC = path.resolve(__dirname, '..', 'share', 'kernels', 'typescript');
const KEY = 'a key for tests';
const DELIMITER = '<IDS|MSG>';

/** What a request brought about. */
export interface Answer {
  /** The content of the reply. */
  reply: {
    status: string;
    execution_count?: number;
    ename?: string;
    evalue?: string;
    traceback?: string[];
    [field: string]: unknown;
  };
  /** What came on the channel that all clients read, in order. */
  published: Published[];
  /** All of stdout and stderr. */
  text: string;
}

/** A message on the channel that all clients read. */
export interface Published {
  type: string;
  content: Record<string, unknown>;
}

interface Channels {
  shell: Dealer;
  control: Dealer;
  iopub: Subscriber;
}

/** A client of the real kernel, started as the committed kernelspec says. Reads and writes Jupyter's messages, version 5.3. */
export class KernelClient {
  readonly process: ChildProcess;
  readonly #folder: string;
  readonly #channels: Channels;
  readonly #replies = new Map<string, (content: Answer['reply']) => void>();
  readonly #published = new Map<string, Published[]>();
  readonly #idle = new Map<string, () => void>();

  private constructor(process: ChildProcess, folder: string, channels: Channels) {
    this.process = process;
    this.#folder = folder;
    this.#channels = channels;
    void this.#readReplies(channels.shell);
    void this.#readReplies(channels.control);
    void this.#readPublished();
  }

  /**
   * Starts a kernel, in a folder of the repository so that it finds the packages. Another program may take one of its ports
   * before it does; then it never answers, and is started again with others.
   */
  static async start(): Promise<KernelClient> {
    for (let trial = 1; ; trial++) {
      const client = await KernelClient.#start();
      if (await Promise.race([client.#isHeard(), after(30_000)])) return client;
      await client.stop();
      if (trial === 3) throw new Error('the kernel does not answer');
    }
  }

  static async #start(): Promise<KernelClient> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'kernel test '));
    const file = path.join(folder, 'connection.json');
    const ports = await freePorts(5);
    const [shell_port, control_port, iopub_port, stdin_port, hb_port] = ports;
    const connection = {ip: '127.0.0.1', transport: 'tcp', signature_scheme: 'hmac-sha256', key: KEY};
    await writeFile(file, JSON.stringify({...connection, shell_port, control_port, iopub_port, stdin_port, hb_port}));

    const {argv} = JSON.parse(await readFile(path.join(SPEC, 'kernel.json'), 'utf8')) as {argv: string[]};
    const [command, ...args] = argv.map((word) =>
      word.replace('{resource_dir}', SPEC).replace('{connection_file}', file),
    );
    const kernel = spawn(command, args, {cwd: __dirname, stdio: ['ignore', 'inherit', 'inherit']});

    const channels = {shell: new Dealer(), control: new Dealer(), iopub: new Subscriber()};
    channels.shell.connect(`tcp://127.0.0.1:${shell_port}`);
    channels.control.connect(`tcp://127.0.0.1:${control_port}`);
    channels.iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
    channels.iopub.subscribe();
    return new KernelClient(kernel, folder, channels);
  }

  /** The subscription takes effect a moment later than the connection: asks until something published arrives. */
  async #isHeard(): Promise<true> {
    do await this.request('kernel_info_request', {});
    while (![...this.#published.values()].some((messages) => messages.length > 0));
    return true;
  }

  /** Runs a cell to its end: the reply has come, and the kernel is idle again. */
  async run(code: string): Promise<Answer> {
    const {id, reply, idle} = this.#send('execute_request', {code, silent: false, store_history: true});
    const content = await reply;
    await idle;
    // After an error the kernel drops what arrives within a fifth of a second: the rest of "Run all".
    if (content.status === 'error') await new Promise((resolve) => setTimeout(resolve, 300));
    return this.#answer(id, content);
  }

  /** Sends a request and waits for its reply only. */
  async request(type: string, content: object, channel: 'shell' | 'control' = 'shell'): Promise<Answer['reply']> {
    return this.#send(type, content, channel).reply;
  }

  /** Waits until a condition on what was published for a cell holds. */
  async publishedLater(answer: Answer, holds: (published: Published[]) => boolean): Promise<void> {
    while (!holds(answer.published)) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Ends the kernel and waits for its process. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await ended;
    }
    for (const channel of Object.values(this.#channels)) channel.close();
    await rm(this.#folder, {recursive: true});
  }

  #answer(id: string, reply: Answer['reply']): Answer {
    const published = this.#published.get(id) ?? [];
    const streams = published.filter(({type}) => type === 'stream');
    return {reply, published, text: streams.map(({content}) => content.text).join('')};
  }

  #send(
    type: string,
    content: object,
    channel: 'shell' | 'control' = 'shell',
  ): {id: string; reply: Promise<Answer['reply']>; idle: Promise<void>} {
    const id = randomUUID();
    const header = {msg_id: id, msg_type: type, session: 'test', username: 'test', date: '', version: '5.3'};
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const reply = new Promise<Answer['reply']>((resolve) => this.#replies.set(id, resolve));
    const idle = new Promise<void>((resolve) => this.#idle.set(id, resolve));
    this.#published.set(id, []);
    void this.#channels[channel].send([DELIMITER, sign(parts), ...parts]);
    return {id, reply, idle};
  }

  async #readReplies(channel: Dealer): Promise<void> {
    for await (const message of channel) {
      const {parent, content} = parse(message);
      this.#replies.get(parent)?.(content as Answer['reply']);
    }
  }

  async #readPublished(): Promise<void> {
    for await (const message of this.#channels.iopub) {
      const {type, parent, content} = parse(message);
      this.#published.get(parent)?.push({type, content});
      if (type === 'status' && content.execution_state === 'idle') this.#idle.get(parent)?.();
    }
  }
}

function sign(parts: string[]): string {
  const hash = createHmac('sha256', KEY);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function parse(message: Buffer[]): {type: string; parent: string; content: Record<string, unknown>} {
  const words = message.map(String);
  const [header, parent, , content] = words.slice(words.indexOf(DELIMITER) + 2).map((part) => JSON.parse(part));
  return {type: header.msg_type, parent: parent.msg_id, content};
}

/** False, after so many milliseconds. */
function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref());
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({length: count}, () => net.createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
