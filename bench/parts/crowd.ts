import type { Bench, Stub } from '../harness/bench.js';
import { pause } from '../harness/launch.js';
import { median } from '../harness/statistics.js';
import type { Outcome } from '../load/load-client.js';
import { bearer, requestBytes } from '../load/requests.js';
import { type Row, row } from '../report/row.js';
import { coldDocument, freshKeys } from './cold.js';
import type { Findings } from './part.js';

const LATENCY_MS = 80;
const CROWD = 1_000;
const ROUNDS = 4;
const MEMORY_ROUNDS = 2;
const SETTLE_MS = 1_000;

/** P6: everybody comes at once, with one key. P9: everybody comes, each with a key of their own. */
export async function crowdPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 15, tools: 300 });
  const together = await allAtOnce(bench, stub);
  const memory = await manyKeys(bench, stub);
  return { rows: [...together, ...memory] };
}

async function allAtOnce(bench: Bench, stub: Stub) {
  await stub.setLatency(LATENCY_MS);
  const ours = await bench.server('ours', stub);
  const fresh = freshKeys();
  const countCalls = async <T>(work: () => Promise<T>) => {
    const before = await stub.counts();
    const result = await work();
    return { result, calls: (await stub.counts()).requests - before.requests };
  };
  for (let round = 1; round <= 3; round += 1) await coldDocument(bench, ours, fresh());
  const alone = await countCalls(() => coldDocument(bench, ours, fresh()));
  const requests = () => documentRequests([fresh()]);
  const storm = () =>
    bench.send({ port: ours.port, requests: requests(), connections: CROWD, for: { requests: CROWD } });
  // Opens the connections, so that what is measured is not the accepting of them.
  await storm();
  const crowds: { result: Outcome; calls: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.progress.say(`${CROWD} cold requests at once, round ${round} of ${ROUNDS}`);
    crowds.push(await countCalls(() => bench.profiler.during(`crowd-${round}`, ours, storm)));
  }
  await bench.stop(ours);
  return [
    row({
      id: 'P6-calls',
      what: `Upstream calls of ${CROWD} cold requests at once`,
      unit: 'calls',
      ours: Math.max(...crowds.map(({ calls }) => calls)),
      against: 'those of one',
      reference: alone.calls,
      reach: { of: 'ratio', atMost: 1 },
    }),
    row({
      id: 'P6-slowest',
      what: `The slowest of ${CROWD} cold requests at once`,
      unit: 'ms',
      ours: median(crowds.map(({ result }) => result.slowest)),
      against: 'the first of them',
      reference: median(crowds.map(({ result }) => result.fastest)),
      ratio: median(crowds.map(({ result }) => result.slowest / result.fastest)),
      reach: { of: 'ratio', atMost: 1.5 },
    }),
  ];
}

async function manyKeys(bench: Bench, stub: Stub): Promise<Row[]> {
  await stub.setLatency(0);
  const one: Memory[] = [];
  const many: Memory[] = [];
  const fresh = freshKeys();
  for (let round = 1; round <= MEMORY_ROUNDS; round += 1) {
    one.push(await memoryAfter(bench, stub, () => 'ak_always_the_same', 'one key'));
    many.push(await memoryAfter(bench, stub, fresh, `${CROWD} keys`));
  }
  // Garbage that was not collected yet can only make it more.
  const least = (all: readonly Memory[], of: keyof Memory) => Math.min(...all.map((memory) => memory[of]));
  const what = `Memory of ${CROWD} keys that see the same 15 toolkits, over that of one`;
  return [
    row({
      id: 'P9',
      what,
      unit: 'MB',
      ours: least(many, 'rssMb') - least(one, 'rssMb'),
      against: 'the whole process with one key',
      reference: least(one, 'rssMb'),
      reach: { of: 'ours', atMost: 60 },
    }),
    row({
      id: 'P9-live',
      what: 'The same, in use after a garbage collection',
      unit: 'MB',
      ours: least(many, 'liveMb') - least(one, 'liveMb'),
      against: 'in use with one key',
      reference: least(one, 'liveMb'),
    }),
  ];
}

interface Memory {
  readonly rssMb: number;
  readonly liveMb: number;
}

/** What a new server takes after as many documents as there are in a crowd. */
async function memoryAfter(bench: Bench, stub: Stub, key: () => string, name: string): Promise<Memory> {
  bench.progress.say(`documents for ${name}`);
  const server = await bench.server(name, stub);
  const requests = documentRequests(Array.from({ length: CROWD }, key));
  await bench.send({ port: server.port, requests, connections: 4, for: { requests: CROWD } });
  await pause(SETTLE_MS);
  const { rssMb } = await server.usage();
  const liveMb = (await server.monitor?.ask('liveMb', undefined)) ?? NaN;
  await bench.stop(server);
  return { rssMb, liveMb };
}

function documentRequests(keys: readonly string[]): Buffer[] {
  return keys.map((key) =>
    requestBytes({
      path: '/openapi.json',
      headers: { ...bearer(key), 'accept-encoding': 'gzip, deflate, br' },
    }),
  );
}
