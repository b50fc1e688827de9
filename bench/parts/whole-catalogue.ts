import { type Bench, SERVER_KEY, SHARED, type Stub } from '../harness/bench.js';
import { type MeasuredServer, pause } from '../harness/launch.js';
import { median } from '../harness/statistics.js';
import { searchRequests } from '../load/searches.js';
import { loadRaw, RAW_LOAD } from '../references/load-raw.js';
import { type Row, row } from '../report/row.js';

const TOOLKITS = 1_000;
const TOOLS = 41_303;
const LATENCY_MS = 20;
const ROUNDS = 2;
const SEARCHES = 200;
const SETTLE_MS = 1_000;
/** Rare, because asking costs the server something too. */
const LOOK_EVERY_MS = 25;

/** What one process was measured to do. Times in milliseconds, memory in megabytes. */
interface Run {
  readonly ready: number;
  readonly loadStall: number;
  readonly searchStall: number;
  readonly firstSearch: number;
  readonly p50: number;
  readonly p99: number;
  readonly loadedRss: number;
  readonly searchedRss: number;
  readonly peakRss: number;
  readonly live: number;
}

/** P8: all of Composio. */
export async function wholeCatalogue(bench: Bench): Promise<Row[]> {
  bench.progress.say(`${TOOLS} tools are made`);
  const stub = await bench.stub({ toolkits: TOOLKITS, tools: TOOLS, bytesPerTool: 2_900 });
  await stub.setLatency(LATENCY_MS);
  const rawSeconds = await loadRaw(bench, stub, TOOLS / TOOLKITS);
  const runs: Run[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    bench.progress.say(`${TOOLS} tools, round ${round} of ${ROUNDS}`);
    runs.push(await runOnce(bench, stub));
  }
  // What else the machine does can only make it longer: of times, that of the calmer run counts.
  const time = (of: (run: Run) => number) => Math.min(...runs.map(of));
  const memory = (of: (run: Run) => number) => median(runs.map(of));
  const limit = (id: string, what: string, unit: string, ours: number, atMost?: number) =>
    row({ id, what, unit, ours, ...(atMost === undefined ? {} : { reach: { of: 'ours', atMost } }) });
  return [
    row({
      id: 'P8-ready',
      what: '41,303 tools of 2.9 KB allowed, upstream at 20 ms: start to ready',
      unit: 's',
      ours: time(({ ready }) => ready) / 1_000,
      against: RAW_LOAD,
      reference: rawSeconds,
      reach: { of: 'ours', atMost: 20 },
    }),
    limit(
      'P8-rss',
      'Resident memory, all of them loaded and searched',
      'MB',
      memory(({ searchedRss }) => searchedRss),
      450,
    ),
    limit(
      'P8-rss-loaded',
      'The same before the first search',
      'MB',
      memory(({ loadedRss }) => loadedRss),
    ),
    limit(
      'P8-live',
      'What is in use of it after a garbage collection',
      'MB',
      memory(({ live }) => live),
    ),
    limit(
      'P8-rss-peak',
      'The most it ever was',
      'MB',
      memory(({ peakRss }) => peakRss),
    ),
    limit(
      'P8-stall',
      'Longest time the event loop was blocked, load and searches',
      'ms',
      time(({ loadStall, searchStall }) => Math.max(loadStall, searchStall)),
      50,
    ),
    limit(
      'P8-stall-load',
      'The same, of the load alone',
      'ms',
      time(({ loadStall }) => loadStall),
    ),
    limit(
      'P8-search',
      'Search among all of them, one caller, p99',
      'ms',
      time(({ p99 }) => p99),
      10,
    ),
    limit(
      'P8-search-p50',
      'The same, p50',
      'ms',
      time(({ p50 }) => p50),
    ),
    limit(
      'P8-search-first',
      'The very first search',
      'ms',
      time(({ firstSearch }) => firstSearch),
    ),
  ];
}

async function runOnce(bench: Bench, stub: Stub): Promise<Run> {
  const startedAt = performance.now();
  const server = await bench.starting('ours', stub, { ...SHARED, ALLOWED_TOOLKITS: stub.toolkits.join() });
  // Before it listens, nobody waits for its event loop.
  await server.untilReady('/health/live');
  await watch(server);
  await bench.profiler.during('scale-load', server, () => server.untilReady('/health/ready', LOOK_EVERY_MS));
  const ready = performance.now() - startedAt;
  const loadStall = await longestStall(server);
  await pause(SETTLE_MS);
  const loaded = await server.usage();

  const requests = searchRequests(SERVER_KEY);
  const search = (count: number) =>
    bench.send({ port: server.port, requests, connections: 1, for: { requests: count } });
  await watch(server);
  const first = await bench.profiler.during('scale-first-search', server, () => search(1));
  const searches = await bench.profiler.during('scale-search', server, () => search(SEARCHES));
  const searchStall = await longestStall(server);
  await pause(SETTLE_MS);
  const searched = await server.usage();
  const live = (await server.monitor?.ask('liveMb', undefined)) ?? NaN;
  await bench.stop(server);
  return {
    live,
    ready,
    loadStall,
    searchStall,
    firstSearch: first.p50,
    p50: searches.p50,
    p99: searches.p99,
    loadedRss: loaded.rssMb,
    searchedRss: searched.rssMb,
    peakRss: searched.peakRssMb,
  };
}

function watch(server: MeasuredServer): Promise<void> | undefined {
  return server.monitor?.ask('watch', undefined);
}

async function longestStall(server: MeasuredServer): Promise<number> {
  return (await server.monitor?.ask('longestStallMs', undefined)) ?? NaN;
}
