import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Asker } from './ask.js';
import { pinned } from './cores.js';
import { get } from './get.js';
import type { MonitorAsks } from './monitor.js';
import { benchFile } from './paths.js';
import { type Usage, usageOf } from './usage.js';

/** How to start a process. */
export interface Launch {
  readonly core: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** For Node. */
  readonly flags?: readonly string[];
}

const LAST_WORDS = 2_000;
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A process that was started here, and ends with this one. */
export class Launched {
  private readonly ended: Promise<void>;
  private said = '';

  constructor(private readonly child: ChildProcess) {
    running.add(child);
    const listen = (text: Buffer) => {
      this.said = (this.said + text.toString()).slice(-LAST_WORDS);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        running.delete(child);
        this.said += `\nended with ${signal ?? `code ${code}`}`;
        resolve();
      });
    });
  }

  get pid(): number {
    return this.child.pid ?? NaN;
  }

  /** What it wrote last, for an error message. */
  get lastWords(): string {
    return this.said.trim();
  }

  get isRunning(): boolean {
    return running.has(this.child);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

/** A server whose processor time and memory are measured. */
export class MeasuredServer extends Launched {
  constructor(
    readonly name: string,
    readonly port: number,
    child: ChildProcess,
    /** Undefined for a process that is not Node. */
    readonly monitor: Asker<MonitorAsks> | undefined,
  ) {
    super(child);
  }

  /** @throws when it is gone */
  async usage(): Promise<Usage> {
    if (!this.isRunning) throw new Error(`${this.name} is gone: ${this.lastWords}`);
    return usageOf(this.pid, this.monitor);
  }

  /** Waits until a path answers 200. @throws when it does not within a minute, or the process ends */
  async untilReady(path: string, everyMs = 5): Promise<void> {
    const giveUpAt = performance.now() + 60_000;
    while (performance.now() < giveUpAt && this.isRunning) {
      const status = await get(this.port, path).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return;
      await pause(everyMs);
    }
    throw new Error(`${this.name} does not answer ${path}: ${this.lastWords}`);
  }
}

/** Starts a compiled file of the benchmark that answers questions. */
export function launchHelper<A extends object>(
  file: string,
  launch: Launch,
): { ask: Asker<A>; process: Launched } {
  const child = spawnProcess(pinned(launch.core, [process.execPath, benchFile(file)]), launch.env, true);
  return { ask: new Asker<A>(child), process: new Launched(child) };
}

/** Starts a server under the monitor; it is told its port as `PORT`. */
export async function launchServer(name: string, file: string, launch: Launch): Promise<MeasuredServer> {
  const port = await freePort();
  const monitor = pathToFileURL(benchFile('harness/monitor')).href;
  const node = [process.execPath, ...(launch.flags ?? []), '--import', monitor];
  const command = pinned(launch.core, [...node, file]);
  const child = spawnProcess(command, { ...launch.env, PORT: String(port) }, true);
  return new MeasuredServer(name, port, child, new Asker<MonitorAsks>(child));
}

/** Starts a server that is not Node, such as nginx. */
export function launchForeign(
  name: string,
  port: number,
  command: readonly string[],
  launch: Launch,
): MeasuredServer {
  return new MeasuredServer(
    name,
    port,
    spawnProcess(pinned(launch.core, command), launch.env, false),
    undefined,
  );
}

/** A port that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function spawnProcess(command: readonly string[], env: Launch['env'], ipc: boolean): ChildProcess {
  const [program = '', ...args] = command;
  return spawn(program, args, {
    // Away from the project, so that nobody's .env is read.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  });
}
