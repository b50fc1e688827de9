import { type Bench, SERVER_KEY, SHARED } from '../harness/bench.js';
import { get } from '../harness/get.js';
import { interleave, type Measured, type Target, type Workload } from '../harness/interleave.js';
import type { MeasuredServer } from '../harness/launch.js';
import { bearer, requestBytes } from '../load/requests.js';
import { cpuRow, worthRow } from '../report/row.js';
import { documentVariants } from '../variants/document.variants.js';
import type { Findings } from './part.js';

const PATH = '/openapi.json';
const AGAINST = 'raw node:http, the same bytes from a buffer';
const WORKLOAD = { connections: 32, rounds: 9, seconds: 0.4, warmUpSeconds: 2.5 };
const ONE_CALLER = { connections: 1, rounds: 5, seconds: 0.4, warmUpSeconds: 0.2 };
const VARIANT_WORKLOAD = { ...WORKLOAD, rounds: 3, seconds: 0.3, warmUpSeconds: 0.8 };

/** P1 and P2: the tool document from memory, as Open WebUI fetches it. */
export async function documentPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 15, tools: 300 });
  const ours = await bench.server('ours', stub, SHARED);
  const raw = await bench.reference('raw-document', {
    DOCUMENT_PORT: String(ours.port),
    DOCUMENT_AUTHORIZATION: bearer(SERVER_KEY).authorization,
  });
  const etag = String((await get(ours.port, PATH, headersFor('br'))).headers.etag);
  const run = (name: string, headers: Record<string, string>, expected: number, some = {}) => {
    const workload: Workload = { ...WORKLOAD, name, expected, ...some };
    const targets = [ours, raw].map((server) => target(server, headers));
    return bench.profiler.during(name, ours, () => interleave(bench, workload, targets)) as Promise<Pair>;
  };
  const br = await run('document-br', headersFor('br'), 200);
  const identity = await run('document-identity', headersFor('identity'), 200);
  const unchanged = await run('document-304', { ...headersFor('br'), 'if-none-match': etag }, 304);

  const alone = await run('document-br, one caller', headersFor('br'), 200, ONE_CALLER);

  const variants = bench.profiler.isOn ? { rows: [], loads: [] } : await measureVariants(bench, stub);
  const size = ([{ bytes }]: Pair) => `${(bytes / 1_000).toFixed(0)} KB`;
  return {
    rows: [
      cpuRow(
        { id: 'P1-br', what: `Tool document, br, ${size(br)}`, against: AGAINST, reach: reach(1.5) },
        ...br,
      ),
      cpuRow(
        {
          id: 'P1-identity',
          what: `Tool document, identity, ${size(identity)}`,
          against: AGAINST,
          reach: reach(1.5),
        },
        ...identity,
      ),
      cpuRow({ id: 'P2', what: '304 by ETag', against: AGAINST, reach: reach(1.7) }, ...unchanged),
      cpuRow(
        { id: 'P1-br-one', what: 'The document, br, for one caller at a time', against: AGAINST },
        ...alone,
      ),
      ...variants.rows,
    ],
    loads: [...br, ...identity, ...unchanged, ...alone, ...variants.loads],
  };
}

type Pair = [ours: Measured, raw: Measured];

async function measureVariants(bench: Bench, stub: { readonly port: number }) {
  const unchanged = await bench.server('ours, not bundled', stub, SHARED, 'unchanged');
  const compare = async (id: keyof typeof documentVariants, encoding: string) => {
    const variant = await bench.server(id, stub, SHARED, id);
    const workload = { ...VARIANT_WORKLOAD, name: `document-${encoding}, ${id}` };
    const targets = [unchanged, variant].map((server) => target(server, headersFor(encoding)));
    const [with_, without] = (await interleave(bench, workload, targets)) as Pair;
    await bench.stop(variant);
    return { row: worthRow(id, `Instead: ${documentVariants[id].what}`, with_, without), load: without };
  };
  const all = [
    await compare('throughController', 'br'),
    await compare('builtPerRequest', 'br'),
    await compare('compressedPerRequest', 'br'),
    await compare('serialisedPerRequest', 'identity'),
  ];
  return { rows: all.map(({ row }) => row), loads: all.map(({ load }) => load) };
}

function target(server: MeasuredServer, headers: Record<string, string>): Target {
  return { server, requests: [requestBytes({ path: PATH, headers })] };
}

function headersFor(encoding: string): Record<string, string> {
  return { ...bearer(SERVER_KEY), 'accept-encoding': encoding === 'br' ? 'gzip, deflate, br' : encoding };
}

function reach(atMost: number) {
  return { of: 'ratio', atMost } as const;
}
