import type { Bench } from '../harness/bench.js';
import { launchServer, pause } from '../harness/launch.js';
import { benchFile } from '../harness/paths.js';
import { median } from '../harness/statistics.js';
import { row } from '../report/row.js';
import type { Findings } from './part.js';

const ROUNDS = 5;
const IDLE_MS = 800;
const LOOK_EVERY_MS = 2;

/** P11: from the start of the process to readiness, and what it takes when nothing happens. */
export async function startPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 1, tools: 1 });
  const ours: Started[] = [];
  const raw: Started[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.progress.say(`round ${round} of ${ROUNDS}`);
    ours.push(await startOnce(bench, () => bench.starting('ours', stub), '/health/ready'));
    raw.push(await startOnce(bench, () => startRaw(bench, stub.port), '/'));
  }
  const against = 'raw node:http + agentkeepalive pass-through';
  return {
    rows: [
      row({
        id: 'P11-ready',
        what: 'From the start of the process to ready',
        unit: 's',
        ours: median(ours.map(({ seconds }) => seconds)),
        against,
        reference: median(raw.map(({ seconds }) => seconds)),
        reach: { of: 'ours', atMost: 1.5 },
      }),
      row({
        id: 'P11-rss',
        what: 'Resident memory when idle',
        unit: 'MB',
        ours: median(ours.map(({ rssMb }) => rssMb)),
        against,
        reference: median(raw.map(({ rssMb }) => rssMb)),
        reach: { of: 'ours', atMost: 100 },
      }),
    ],
  };
}

interface Started {
  readonly seconds: number;
  readonly rssMb: number;
}

type Server = Awaited<ReturnType<Bench['starting']>>;

async function startOnce(bench: Bench, start: () => Promise<Server>, path: string): Promise<Started> {
  const startedAt = performance.now();
  const server = await start();
  await bench.profiler.during('start', server, () => server.untilReady(path, LOOK_EVERY_MS));
  const seconds = (performance.now() - startedAt) / 1_000;
  await pause(IDLE_MS);
  const { rssMb } = await server.usage();
  await bench.stop(server);
  return { seconds, rssMb };
}

function startRaw(bench: Bench, upstreamPort: number): Promise<Server> {
  return launchServer('raw', benchFile('references/raw-pass-through'), {
    core: bench.cores?.measured,
    env: { UPSTREAM_PORT: String(upstreamPort) },
  });
}
