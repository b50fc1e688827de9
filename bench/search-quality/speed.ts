import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Tool } from '../../src/catalogue/tool.js';
import { quantile } from '../harness/statistics.js';
import { GOLDEN_SET } from './golden-set.js';

/** What is measured: an index that is built in slices. */
export interface Engine {
  readonly name: string;
  readonly build: (tools: readonly Tool[]) => Promise<Searchable>;
  /** How often it is built and every intent asked. */
  readonly rounds: number;
}

/** A search that hands out tools, the best first. */
export interface Searchable {
  search(query: string, limit: number): readonly Tool[];
}

/** What an index costs; of times, those of the calmest round, because what else the machine does only makes them longer. */
export interface Speed {
  readonly engine: string;
  readonly tools: number;
  readonly buildMs: number;
  /** The longest time that nothing else got its turn while it was built, garbage collection included. */
  readonly blockedMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly memoryMb: number;
}

interface Round extends Pick<Speed, 'buildMs' | 'blockedMs'> {
  /** Of each search, in milliseconds. */
  readonly times: readonly number[];
}

const LIMIT = 10;
const MEGABYTE = 1e6;
const WARM_UP = 2_000;
/** Of small indexes several are weighed: one is less than what a process takes and gives back by itself. */
const TOOLS_TO_WEIGH = 10_000;

/** Builds an index again and again and asks it every intent of the golden set. */
export async function speedOf(engine: Engine, tools: readonly Tool[]): Promise<Speed> {
  const warmUp = await engine.build(tools.slice(0, WARM_UP));
  searchTimes(warmUp);
  const rounds: Round[] = [];
  for (let round = 0; round < engine.rounds; round += 1) rounds.push(await roundOf(engine, tools));
  const calmest = (of: (round: Round) => number) => Math.min(...rounds.map(of));
  return {
    engine: engine.name,
    tools: tools.length,
    buildMs: calmest(({ buildMs }) => buildMs),
    blockedMs: calmest(({ blockedMs }) => blockedMs),
    p50Ms: calmest(({ times }) => quantile(times, 0.5)),
    p99Ms: calmest(({ times }) => quantile(times, 0.99)),
    memoryMb: await memoryOf(engine, tools),
  };
}

async function roundOf(engine: Engine, tools: readonly Tool[]): Promise<Round> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const index = await engine.build(tools);
  const buildMs = performance.now() - start;
  await setTimeout(5);
  delay.disable();
  return { buildMs, blockedMs: delay.max / MEGABYTE, times: searchTimes(index) };
}

function searchTimes(index: Searchable): number[] {
  return GOLDEN_SET.map(({ query }) => {
    const start = performance.now();
    index.search(query, LIMIT);
    return performance.now() - start;
  });
}

async function memoryOf(engine: Engine, tools: readonly Tool[]): Promise<number> {
  const before = memoryInUse();
  const indexes: Searchable[] = [];
  do {
    const index = await engine.build(tools);
    // What is made at the first search belongs to it.
    index.search('create', LIMIT);
    indexes.push(index);
  } while (indexes.length * tools.length < TOOLS_TO_WEIGH);
  return (memoryInUse() - before) / MEGABYTE / indexes.length;
}

/** Bytes that are held, on the heap and beside it, after a garbage collection. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
