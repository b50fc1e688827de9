import type { Bench, Stub } from '../harness/bench.js';
import type { MeasuredServer } from '../harness/launch.js';
import { median } from '../harness/statistics.js';
import { bearer, requestBytes } from '../load/requests.js';
import { type Row, row } from '../report/row.js';
import type { Findings } from './part.js';

const LATENCY_MS = 80;
const ROUNDS = 9;

/** P5: the first tool document of a key nobody has used before, in round trips to Composio. */
export async function coldPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 15, tools: 300 });
  const found = await bench.server('ours, toolkits to be found', stub);
  const known = await bench.server('ours, toolkits known', stub, { ALLOWED_TOOLKITS: stub.toolkits.join() });
  await stub.setLatency(LATENCY_MS);
  const fresh = freshKeys();
  // The very first document also waits for code that was never run before.
  const firstMs = await coldDocument(bench, found, fresh());
  for (const server of [found, known, found, known]) await coldDocument(bench, server, fresh());

  const times = { trip: [] as number[], found: [] as number[], known: [] as number[] };
  const callsBefore = await stub.counts();
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.progress.say(`round ${round} of ${ROUNDS}`);
    times.trip.push(await roundTrip(bench, stub));
    times.found.push(
      await bench.profiler.during(`cold-found-${round}`, found, () => coldDocument(bench, found, fresh())),
    );
    times.known.push(await coldDocument(bench, known, fresh()));
  }
  const calls = (await stub.counts()).requests - callsBefore.requests - ROUNDS;
  const rows = [
    tripsRow('P5-found', 'toolkits to be found', times.found, times.trip, 2.3),
    tripsRow('P5-known', 'toolkits known', times.known, times.trip, 1.3),
    tripsRow('P5-first', 'toolkits to be found, the first of a new process', [firstMs], times.trip),
    row({
      id: 'P5-calls',
      what: 'Upstream calls for both of these documents',
      unit: 'calls',
      ours: calls / ROUNDS,
    }),
  ];
  return { rows };
}

/** Keys that no server has seen. */
export function freshKeys(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `ak_fresh_${process.pid}_${count}`;
  };
}

/** How long a tool document takes for a key, in milliseconds. */
export async function coldDocument(bench: Bench, server: MeasuredServer, key: string): Promise<number> {
  const headers = { ...bearer(key), 'accept-encoding': 'gzip, deflate, br' };
  const requests = [requestBytes({ path: '/openapi.json', headers })];
  return (await bench.send({ port: server.port, requests, connections: 1, for: { requests: 1 } })).p50;
}

async function roundTrip(bench: Bench, stub: Stub): Promise<number> {
  const requests = [requestBytes({ path: '/api/v3.1/connected_accounts?limit=50' })];
  return (await bench.send({ port: stub.port, requests, connections: 1, for: { requests: 1 } })).p50;
}

function tripsRow(
  id: string,
  what: string,
  times: readonly number[],
  trips: readonly number[],
  atMost?: number,
): Row {
  return row({
    id,
    what: `Cold document, 15 toolkits of 20 tools, ${what}`,
    unit: 'ms',
    ours: median(times),
    against: `one round trip of ${LATENCY_MS} ms`,
    reference: median(trips),
    ...(atMost === undefined ? {} : { reach: { of: 'ratio', atMost } }),
  });
}
