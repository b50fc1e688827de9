import type { Load, Outcome } from '../load/load-client.js';
import type { Bench, Stub } from './bench.js';
import type { MeasuredServer } from './launch.js';

/** After so many requests, what runs often is compiled. */
const WARM_AFTER = 40_000;

/** A server and what to send to it. */
export interface Target {
  readonly server: Pick<MeasuredServer, 'name' | 'usage'> & Pick<Load, 'port'>;
  readonly requests: readonly Buffer[];
}

/** How to load it. */
export interface Workload {
  readonly name: string;
  readonly connections: number;
  readonly rounds: number;
  /** Of each server in each round. */
  readonly seconds: number;
  /** Of each server before the first round, at most: its code is compiled meanwhile. */
  readonly warmUpSeconds: number;
  /** The status of every answer. */
  readonly expected?: number;
  /** Whose requests and connections are counted. */
  readonly stub?: Stub;
}

/** What one server was measured to do in one round. */
interface Round {
  readonly cpuUs: number;
  readonly outcome: Outcome;
  readonly upstreamRequests: number;
  readonly upstreamConnections: number;
}

/**
 * What one server was measured to do. Rate and times are those of its calmest round, because what else the machine does can
 * only make them worse.
 */
export interface Measured {
  readonly name: string;
  readonly workload: string;
  /** Processor time for one request, in microseconds, in each round. */
  readonly cpuUs: readonly number[];
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** For each request. */
  readonly upstreamRequests: number;
  /** In all rounds together. */
  readonly upstreamConnections: number;
  readonly rssMb: number;
  /** Of an answer's body. */
  readonly bytes: number;
}

/**
 * Loads servers in turn, A B C A B C …, so that whatever else the machine is doing meets all of them alike.
 * @returns what each did, in the order of the targets
 */
export async function interleave(
  bench: Bench,
  workload: Workload,
  targets: readonly Target[],
): Promise<Measured[]> {
  const load = (target: Target): Load => ({
    port: target.server.port,
    requests: target.requests,
    connections: workload.connections,
    for: { seconds: workload.seconds },
  });
  for (const target of targets) {
    bench.progress.say(`${workload.name}, warming ${target.server.name} up`);
    const enough = { seconds: workload.warmUpSeconds, requests: WARM_AFTER };
    await bench.send({ ...load(target), for: enough }, workload.expected);
  }
  const rounds = new Map<Target, Round[]>(targets.map((target) => [target, []]));
  for (let round = 1; round <= workload.rounds; round += 1) {
    bench.progress.say(`${workload.name}, round ${round} of ${workload.rounds}`);
    for (const target of targets) {
      rounds.get(target)?.push(await measure(bench, workload, target, load(target)));
    }
  }
  return Promise.all(
    [...rounds].map(async ([{ server }, all]) => {
      const { rssMb } = await server.usage();
      return { name: server.name, workload: workload.name, rssMb, ...summary(all) };
    }),
  );
}

/** What several processes of one server were measured to do, as if they were one. */
export function together(all: readonly Measured[]): Measured {
  const calmest = all.reduce((best, one) => (one.perSecond > best.perSecond ? one : best));
  return {
    ...calmest,
    cpuUs: all.flatMap(({ cpuUs }) => cpuUs),
    upstreamConnections: all.reduce((sum, one) => sum + one.upstreamConnections, 0),
    rssMb: Math.max(...all.map(({ rssMb }) => rssMb)),
  };
}

async function measure(bench: Bench, workload: Workload, target: Target, load: Load): Promise<Round> {
  const upstreamBefore = await workload.stub?.counts();
  const before = await target.server.usage();
  const outcome = await bench.send(load, workload.expected);
  const after = await target.server.usage();
  const upstreamAfter = await workload.stub?.counts();
  return {
    cpuUs: (after.cpuUs - before.cpuUs) / outcome.requests,
    outcome,
    upstreamRequests: (upstreamAfter?.requests ?? 0) - (upstreamBefore?.requests ?? 0),
    upstreamConnections: (upstreamAfter?.connections ?? 0) - (upstreamBefore?.connections ?? 0),
  };
}

function summary(rounds: readonly Round[]): Omit<Measured, 'name' | 'workload' | 'rssMb'> {
  const outcomes = rounds.map(({ outcome }) => outcome);
  const calmest = outcomes.reduce((best, outcome) => (outcome.perSecond > best.perSecond ? outcome : best));
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  return {
    cpuUs: rounds.map(({ cpuUs }) => cpuUs),
    perSecond: calmest.perSecond,
    p50: calmest.p50,
    p99: calmest.p99,
    upstreamRequests: sum((round) => round.upstreamRequests) / sum(({ outcome }) => outcome.requests),
    upstreamConnections: sum((round) => round.upstreamConnections),
    bytes: calmest.bytes,
  };
}
