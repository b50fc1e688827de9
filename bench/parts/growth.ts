import { type Bench, SERVER_KEY, SHARED, type Stub } from '../harness/bench.js';
import { type MeasuredServer, pause } from '../harness/launch.js';
import { median } from '../harness/statistics.js';
import { bearer, requestBytes } from '../load/requests.js';
import { searchRequests } from '../load/searches.js';
import type { Curve } from '../report/curve.js';
import { row } from '../report/row.js';
import type { Findings } from './part.js';

const TOOLS_PER_TOOLKIT = 20;
const SIZES = [100, 1_000, 4_000, 10_000, 40_000];
const REFRESH_AFTER_S = 1;
const REFRESHES = 2;

/** Costs of one size, in milliseconds of processor time. */
interface Costs {
  readonly tools: number;
  /** The first document after the tools are there: put together, hashed and compressed. */
  readonly build: number;
  /** One more. */
  readonly document: number;
  readonly search: number;
  /** All tools loaded anew, and the first document and the first search after it. */
  readonly refresh: number;
}

const NAMES = {
  document: 'a document from memory',
  build: 'a document built anew',
  search: 'a search',
  refresh: 'a refresh of all tools',
} as const satisfies Partial<Record<keyof Costs, string>>;

/** P12: what a document, a search and a refresh cost as the catalogue grows. */
export async function growthPart(bench: Bench): Promise<Findings> {
  bench.progress.say('40,000 tools are made');
  const most = SIZES.at(-1) ?? 0;
  const stub = await bench.stub({ toolkits: most / TOOLS_PER_TOOLKIT, tools: most });
  const all: Costs[] = [];
  for (const tools of SIZES) all.push(await costsOf(bench, stub, tools));
  const names = Object.keys(NAMES) as (keyof typeof NAMES)[];
  return {
    rows: names.map((name) => growthRow(name, all)),
    curves: names.map((name): Curve => ({
      name: NAMES[name],
      unit: 'ms CPU',
      points: all.map((costs) => ({ tools: costs.tools, cost: costs[name] })),
    })),
  };
}

/** Linear means that a tool costs the same among 40,000 as among 4,000. Below that, fixed costs would hide the slope. */
function growthRow(name: keyof typeof NAMES, all: readonly Costs[]) {
  const perTool = (tools: number) =>
    ((all.find((costs) => costs.tools === tools)?.[name] ?? NaN) * 1_000) / tools;
  return row({
    id: `P12-${name}`,
    what: `Growth: ${NAMES[name]}, cost for each of 40,000 tools`,
    unit: 'µs CPU',
    ours: perTool(40_000),
    against: 'for each of 4,000',
    reference: perTool(4_000),
    reach: { of: 'ratio', atMost: 1.1 },
  });
}

async function costsOf(bench: Bench, stub: Stub, tools: number): Promise<Costs> {
  bench.progress.say(`${tools} tools`);
  const settings = { ...SHARED, ALLOWED_TOOLKITS: stub.toolkits.slice(0, tools / TOOLS_PER_TOOLKIT).join() };
  const server = await bench.server('ours', stub, settings);
  const build = await cost(server, () => document(bench, server, { requests: 1 }));
  const costs = {
    tools,
    build,
    document: await perRequest(server, () => document(bench, server, { seconds: 0.5 })),
    search: await searchCost(bench, server),
  };
  await bench.stop(server);
  bench.progress.say(`${tools} tools, refreshed`);
  const refresh = await refreshCost(bench, stub, settings);
  return { ...costs, refresh };
}

async function searchCost(bench: Bench, server: MeasuredServer): Promise<number> {
  await search(bench, server, { requests: 64 });
  return perRequest(server, () => search(bench, server, { seconds: 0.8 }));
}

async function refreshCost(bench: Bench, stub: Stub, settings: Record<string, string>): Promise<number> {
  const server = await bench.server('ours', stub, {
    ...settings,
    TOOLS_CACHE_TTL_SECONDS: String(REFRESH_AFTER_S),
  });
  const costs: number[] = [];
  await search(bench, server, { requests: 1 });
  for (let round = 0; round < REFRESHES; round += 1) {
    await untilQuiet(stub, server);
    await pause(REFRESH_AFTER_S * 1_000);
    const refresh = async () => {
      await document(bench, server, { requests: 1 });
      await untilQuiet(stub, server);
      await document(bench, server, { requests: 1 });
      await search(bench, server, { requests: 1 });
    };
    costs.push(await cost(server, refresh));
  }
  await bench.stop(server);
  return median(costs);
}

/** Waits until nothing is under way: no request to Composio is open, and no processor time is taken. */
async function untilQuiet(stub: Stub, server: MeasuredServer): Promise<void> {
  const lookEveryMs = 60;
  for (let last = await state(stub, server); ;) {
    await pause(lookEveryMs);
    const now = await state(stub, server);
    if (now.open === 0 && now.requests === last.requests && now.cpuUs - last.cpuUs < 10_000) return;
    last = now;
  }
}

async function state(stub: Stub, server: MeasuredServer) {
  return { ...(await stub.counts()), cpuUs: (await server.usage()).cpuUs };
}

function document(bench: Bench, server: MeasuredServer, until: { requests: number } | { seconds: number }) {
  const headers = { ...bearer(SERVER_KEY), 'accept-encoding': 'gzip, deflate, br' };
  const requests = [requestBytes({ path: '/openapi.json', headers })];
  return bench.send({ port: server.port, requests, connections: 1, for: until });
}

function search(bench: Bench, server: MeasuredServer, until: { requests: number } | { seconds: number }) {
  return bench.send({ port: server.port, requests: searchRequests(SERVER_KEY), connections: 1, for: until });
}

async function perRequest(
  server: MeasuredServer,
  work: () => Promise<{ requests: number }>,
): Promise<number> {
  let requests = 1;
  const total = await cost(server, async () => {
    ({ requests } = await work());
  });
  return total / requests;
}

/** Processor time of some work, in milliseconds: by the process itself, because `/proc` counts in steps of ten. */
async function cost(server: MeasuredServer, work: () => Promise<unknown>): Promise<number> {
  const exactUs = async () => (await server.monitor?.ask('usage', undefined))?.cpuUs ?? NaN;
  const before = await exactUs();
  await work();
  return ((await exactUs()) - before) / 1_000;
}
