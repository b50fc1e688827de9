import type { Load, LoadAsks, Outcome } from '../load/load-client.js';
import type { StubAsks, StubCounts } from '../stub/stub.js';
import type { CatalogueWanted } from '../stub/stub-catalogue.js';
import type { Asker } from './ask.js';
import type { Cores } from './cores.js';
import { launchHelper, launchServer, type Launched, type MeasuredServer } from './launch.js';
import { benchFile, START } from './paths.js';
import type { Profiler } from './profiler.js';
import type { Progress } from './progress.js';
import { type Usage, usageOf } from './usage.js';

/** A stand-in for Composio. */
export interface Stub {
  readonly name: string;
  readonly port: number;
  /** Slugs. */
  readonly toolkits: readonly string[];
  setLatency(ms: number): Promise<void>;
  counts(): Promise<StubCounts>;
  usage(): Promise<Usage>;
}

/** The key of the server's own callers. */
export const SERVER_KEY = 'bench-key';
/** The server calls Composio with a key of its own, and knows its callers by theirs. */
export const SHARED = { COMPOSIO_API_KEY: 'ak_bench', SERVER_API_KEYS: `bench:${SERVER_KEY}` };

/** The environment of the project's own container image, as its `Dockerfile` sets it. */
const IMAGE = { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' };

/** What the parts of the benchmark measure with. Whatever was started through it ends with `stopAll`. */
export class Bench {
  private readonly started: Launched[] = [];
  private readonly loader: Asker<LoadAsks>;

  constructor(
    readonly cores: Cores | undefined,
    readonly progress: Progress,
    readonly profiler: Profiler,
  ) {
    this.loader = launchHelper<LoadAsks>('load/load-client', { core: cores?.others }).ask;
  }

  /** Our server, or a variant of it, as its image runs it, and ready. Workers get both cores. */
  async server(
    name: string,
    stub: Pick<Stub, 'port'>,
    settings: Readonly<Record<string, string>> = {},
    variant?: string,
    core?: string,
  ): Promise<MeasuredServer> {
    const server = await this.starting(name, stub, settings, variant, core);
    await server.untilReady('/health/ready');
    return server;
  }

  /** The same, while it starts. */
  async starting(
    name: string,
    stub: Pick<Stub, 'port'>,
    settings: Readonly<Record<string, string>> = {},
    variant?: string,
    core = 'WORKERS' in settings ? this.cores?.both : this.cores?.measured,
  ): Promise<MeasuredServer> {
    const env = {
      ...IMAGE,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      COMPOSIO_BASE_URL: `http://127.0.0.1:${stub.port}`,
      ...settings,
      ...(variant === undefined ? {} : { BENCH_VARIANT: variant }),
    };
    const file = variant === undefined ? START.file : benchFile('variants/server');
    return this.keep(await launchServer(name, file, { core, env, flags: START.flags }));
  }

  /** A reference, by its file under `bench/references/`, answering. */
  async reference(name: string, env: Readonly<Record<string, string>>): Promise<MeasuredServer> {
    const server = await launchServer(name, benchFile(`references/${name}`), {
      core: this.cores?.measured,
      env,
    });
    this.keep(server);
    await server.untilReady('/');
    return server;
  }

  async stub(wanted: CatalogueWanted): Promise<Stub> {
    const { ask, process } = launchHelper<StubAsks>('stub/stub', { core: this.cores?.others });
    this.keep(process);
    return {
      name: 'stub',
      ...(await ask.ask('serve', wanted)),
      setLatency: (ms) => ask.ask('setLatency', ms),
      counts: () => ask.ask('counts', undefined),
      usage: () => usageOf(process.pid, undefined),
    };
  }

  /** Keeps a process to be stopped in the end. */
  keep<P extends Launched>(process: P): P {
    this.started.push(process);
    return process;
  }

  /** Sends requests and waits for the answers. @throws when one has another status than expected */
  async send(load: Load, expected = 200): Promise<Outcome> {
    const outcome = await this.loader.ask('run', load);
    const strange = Object.keys(outcome.statuses).filter((status) => Number(status) !== expected);
    if (strange.length === 0) return outcome;
    throw new Error(`port ${String(load.port)} answered ${strange.join()} instead of ${expected}`);
  }

  /** Stops a server for good. */
  async stop(server: MeasuredServer): Promise<void> {
    await this.loader.ask('forget', server.port);
    await server.stop();
  }

  /** Stops everything that runs, but the load client. */
  async stopAll(): Promise<void> {
    for (const process of this.started.splice(0)) {
      if (process.isRunning) await process.stop();
    }
  }
}
