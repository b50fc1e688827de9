import type { Bench } from '../harness/bench.js';
import { pause } from '../harness/launch.js';
import { median } from '../harness/statistics.js';
import type { Outcome } from '../load/load-client.js';
import { bearer, requestBytes } from '../load/requests.js';
import { loadRaw, RAW_LOAD } from '../references/load-raw.js';
import { type Row, row } from '../report/row.js';
import { coldDocument } from './cold.js';
import type { Findings } from './part.js';
import { wholeCatalogue } from './whole-catalogue.js';

const ROUNDS = 3;
const SETTLE_MS = 1_000;
const KEY = 'ak_scale';

/** P7 and P8: catalogues far larger than what fits into a document. */
export async function scalePart(bench: Bench): Promise<Findings> {
  const five = await fiveThousand(bench);
  await bench.stopAll();
  return { rows: [...five, ...(await wholeCatalogue(bench))] };
}

/** P7: 5,000 tools allowed. */
async function fiveThousand(bench: Bench): Promise<Row[]> {
  const stub = await bench.stub({ toolkits: 100, tools: 5_000 });
  await stub.setLatency(80);
  const headers = { ...bearer(KEY), 'accept-encoding': 'gzip, deflate, br' };
  const requests = [requestBytes({ path: '/openapi.json', headers })];
  const runs: { cold: number; warm: Outcome; growth: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.progress.say(`5,000 tools, round ${round} of ${ROUNDS}`);
    const server = await bench.server('ours', stub, { ALLOWED_TOOLKITS: stub.toolkits.join() });
    const idle = await server.usage();
    const cold = await bench.profiler.during('scale-cold', server, () => coldDocument(bench, server, KEY));
    await pause(SETTLE_MS);
    const loaded = await server.usage();
    const warm = await bench.send({ port: server.port, requests, connections: 1, for: { seconds: 0.4 } });
    runs.push({ cold, warm, growth: loaded.rssMb - idle.rssMb });
    await bench.stop(server);
  }
  const of = (value: (run: (typeof runs)[number]) => number) => median(runs.map(value));
  const limit = (id: string, what: string, unit: string, ours: number, atMost: number) =>
    row({ id, what, unit, ours, reach: { of: 'ours', atMost } });
  return [
    row({
      id: 'P7-cold',
      what: '5,000 tools allowed, upstream at 80 ms: cold document of a new process (mcpo: 19.2 s)',
      unit: 's',
      ours: of(({ cold }) => cold) / 1_000,
      against: RAW_LOAD,
      reference: await loadRaw(bench, stub, 50),
      reach: { of: 'ours', atMost: 1 },
    }),
    limit(
      'P7-warm',
      'The same document from memory, p50 (mcpo: 245 ms)',
      'ms',
      of(({ warm }) => warm.p50),
      1,
    ),
    limit('P7-bytes', 'Its size, br (mcpo: 9,300 KB)', 'KB', of(({ warm }) => warm.bytes) / 1_000, 150),
    limit(
      'P7-rss',
      'Memory taken for it (mcpo: 576 MB in all)',
      'MB',
      of(({ growth }) => growth),
      60,
    ),
  ];
}
