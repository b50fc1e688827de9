import { type Bench, SERVER_KEY, SHARED, type Stub } from '../harness/bench.js';
import { get } from '../harness/get.js';
import { interleave, type Measured, type Target, together } from '../harness/interleave.js';
import type { MeasuredServer } from '../harness/launch.js';
import { bearer, requestBytes } from '../load/requests.js';
import { launchNginx } from '../references/nginx.js';
import { cpuRow, type Row, row, worthRow } from '../report/row.js';
import { callVariants } from '../variants/call.variants.js';
import type { Findings } from './part.js';

const RAW = 'raw node:http + agentkeepalive pass-through';
const SLOW_MS = 80;
const CALLERS = 50;
const PROCESSES = 3;
const BUSY = { name: 'call', connections: 32, rounds: 4, seconds: 0.5, warmUpSeconds: 4 };

/** Some 60 bytes that the schema of the tool accepts. */
const ARGUMENTS = JSON.stringify({ query: 'printer on fire', limit: 20, order: 'newest' });

/** P3, P4 and P10: a tool call, arguments checked, sent on once, result passed back. */
export async function callPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 15, tools: 300 });
  const nginx = await launchNginx(bench.cores?.measured, stub.port);
  if (nginx) bench.keep(nginx);
  const { ours, raw, called, passed } = await busyCallers(bench, stub);
  const tool = await toolFor(ours);
  const targets = [ours, raw, ...(nginx ? [nginx] : [])].map((server) => target(server, tool));
  const [proxied] = nginx ? await interleave(bench, { ...BUSY, stub }, [target(nginx, tool)]) : [];

  const alone = await oneCaller(bench, stub, targets, tool);
  const slow = await atLatency(bench, stub, target(ours, tool), tool);
  const variants = bench.profiler.isOn ? { rows: [], loads: [] } : await measureVariants(bench, stub, tool);
  return {
    rows: [
      cpuRow(
        {
          id: 'P3',
          what: 'Tool call, validated, small arguments and result',
          against: RAW,
          reach: { of: 'ratio', atMost: 1.4 },
        },
        called,
        passed,
      ),
      ...(proxied
        ? [cpuRow({ id: 'A-nginx', what: 'The same call through nginx', against: RAW }, proxied, passed)]
        : []),
      ...alone.rows,
      slow.row,
      row({
        id: 'P10',
        what: 'New upstream connections in all calls after warm-up',
        unit: 'connections',
        ours: called.upstreamConnections,
        against: RAW,
        reference: passed.upstreamConnections,
        reach: { of: 'ours', atMost: 0 },
      }),
      ...variants.rows,
    ],
    loads: [called, passed, ...(proxied ? [proxied] : []), ...alone.loads, ...slow.loads, ...variants.loads],
  };
}

/**
 * P3: many callers at once, of three processes of each server, one after another: how well what runs often is compiled differs from
 * process to process. The last two go on.
 */
async function busyCallers(bench: Bench, stub: Stub) {
  const all: [Measured, Measured][] = [];
  for (;;) {
    const ours = await bench.server('ours', stub, SHARED);
    const raw = await bench.reference('raw-pass-through', { UPSTREAM_PORT: String(stub.port) });
    const tool = await toolFor(ours);
    const targets = [ours, raw].map((server) => target(server, tool));
    const measured = bench.profiler.during('call', ours, () => interleave(bench, { ...BUSY, stub }, targets));
    all.push((await measured) as [Measured, Measured]);
    if (all.length === PROCESSES)
      return {
        ours,
        raw,
        called: together(all.map(([called]) => called)),
        passed: together(all.map(([, passed]) => passed)),
      };
    await bench.stop(ours);
    await bench.stop(raw);
  }
}

/** A tool whose schema names each of the arguments of `toolCall`. */
export async function toolFor(server: MeasuredServer): Promise<string> {
  const { body } = await get(server.port, '/api/tools?limit=300', bearer(SERVER_KEY));
  const { items } = JSON.parse(body.toString()) as { items: ListedTool[] };
  const found = items.find(
    ({ input_parameters: { properties, required = [] } }) =>
      ['query', 'limit', 'order'].every((name) => name in properties) && required.join() === 'query',
  );
  if (!found) throw new Error('no tool in the catalogue takes these arguments');
  return found.slug;
}

interface ListedTool {
  readonly slug: string;
  readonly input_parameters: { readonly properties: object; readonly required?: readonly string[] };
}

/** P4: what one caller waits for beyond the upstream's own time. */
async function oneCaller(bench: Bench, stub: Stub, targets: readonly Target[], tool: string) {
  const workload = {
    name: 'call, one caller',
    connections: 1,
    rounds: 9,
    seconds: 0.25,
    warmUpSeconds: 0.3,
    stub,
  };
  const direct = directTarget(stub, tool);
  const [base, ours, raw, nginx] = (await interleave(bench, workload, [direct, ...targets])) as [
    Measured,
    Measured,
    Measured,
    Measured?,
  ];
  const added = (measured: Measured) => Math.max(0, measured.p50 - base.p50);
  const rows: Row[] = [
    row({
      id: 'P4-added',
      what: 'Added p50, one caller, upstream without latency',
      unit: 'ms',
      ours: added(ours),
      against: RAW,
      reference: added(raw),
      reach: { of: 'ours', atMost: 0.5 },
    }),
  ];
  return { rows, loads: [base, ours, raw, ...(nginx ? [nginx] : [])] };
}

/** P4: many callers of a slow upstream. */
async function atLatency(bench: Bench, stub: Stub, ours: Target, tool: string) {
  await stub.setLatency(SLOW_MS);
  const name = `call, ${CALLERS} callers, ${SLOW_MS} ms`;
  const workload = { name, connections: CALLERS, rounds: 4, seconds: 1.2, warmUpSeconds: 0.3, stub };
  const direct = directTarget(stub, tool);
  const loads = (await interleave(bench, workload, [ours, direct])) as [Measured, Measured];
  await stub.setLatency(0);
  return {
    row: row({
      id: 'P4-rate',
      what: `Calls per second, ${CALLERS} callers, upstream at ${SLOW_MS} ms`,
      unit: '/s',
      ours: loads[0].perSecond,
      against: 'the stub itself, without anything between',
      reference: loads[1].perSecond,
      reach: { of: 'ratio', atLeast: 0.97 },
    }),
    loads,
  };
}

async function measureVariants(bench: Bench, stub: Stub, tool: string) {
  const names = Object.keys(callVariants) as (keyof typeof callVariants)[];
  const servers = [await bench.server('ours, not bundled', stub, SHARED, 'unchanged')];
  for (const name of names) servers.push(await bench.server(name, stub, SHARED, name));
  const workload = {
    name: 'call, variants',
    connections: 32,
    rounds: 5,
    seconds: 0.4,
    warmUpSeconds: 2,
    stub,
  };
  const targets = servers.map((server) => target(server, tool));
  const [with_, ...without] = (await interleave(bench, workload, targets)) as [Measured, ...Measured[]];
  const rows = without.map((variant, index) => {
    const name = names[index] as keyof typeof callVariants;
    return worthRow(name, `Instead: ${callVariants[name].what}`, with_, variant);
  });
  return { rows, loads: without };
}

/** The stub itself, called as our server calls it. */
function directTarget(stub: Stub, tool: string): Target {
  return {
    server: stub,
    requests: [
      requestBytes({
        method: 'POST',
        path: `/api/v3.1/tools/execute/${tool}`,
        headers: { 'x-api-key': 'ak_bench' },
        body: `{"user_id":"default","version":"latest","arguments":${ARGUMENTS}}`,
      }),
    ],
  };
}

function target(server: MeasuredServer, tool: string): Target {
  return { server, requests: [toolCall(tool)] };
}

/** A request that runs a tool. */
export function toolCall(tool: string): Buffer {
  const path = `/api/tools/${tool}/execute`;
  const headers = { ...bearer(SERVER_KEY), 'accept-encoding': 'gzip, deflate, br' };
  return requestBytes({ method: 'POST', path, headers, body: ARGUMENTS });
}
