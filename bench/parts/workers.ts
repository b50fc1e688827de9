import { type Bench, SERVER_KEY, SHARED, type Stub } from '../harness/bench.js';
import { interleave, type Measured, type Target, type Workload } from '../harness/interleave.js';
import { sum } from '../harness/usage.js';
import { bearer, requestBytes } from '../load/requests.js';
import { searchRequests } from '../load/searches.js';
import { cpuRow, row } from '../report/row.js';
import { toolCall, toolFor } from './call.js';
import type { Findings } from './part.js';

const ONE = 'one process';
const TWO = 'two servers that share nothing, on the same cores';
/** What is shared may cost so much, if two workers are to give 1.8 times the throughput of one process. */
const REACH = { of: 'ratio', atMost: 1.11 } as const;
const CONNECTIONS = 64;

/**
 * M: what two workers on two cores give. The load client needs a share of the second core. It is small beside searches, whose rate
 * shows what two workers give. Shorter requests are compared with those to two servers of one process each, which have to share
 * the cores with the load client, too.
 */
export async function workersPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 100, tools: 5_000 });
  const settings = { ...SHARED, ALLOWED_TOOLKITS: stub.toolkits.join() };
  const one = await bench.server(ONE, stub, settings);
  const two = await bench.server('two workers', stub, { ...settings, WORKERS: '2' });
  const apart = await serversApart(bench, stub, settings);
  const tool = await toolFor(one);
  const busy = { connections: CONNECTIONS, rounds: 5, seconds: 0.5, warmUpSeconds: 4 };
  const compare = (workload: Workload, servers: readonly Target['server'][], requests: readonly Buffer[]) =>
    interleave(
      bench,
      workload,
      servers.map((server) => ({ server, requests })),
    ) as Promise<[Measured, Measured]>;

  const searching = { ...busy, name: 'search, workers', rounds: 4, seconds: 1.2 };
  const searches = await compare(searching, [two, one], searchRequests(SERVER_KEY));
  const headers = { ...bearer(SERVER_KEY), 'accept-encoding': 'br' };
  const documents = await compare(
    { ...busy, name: 'document, workers' },
    [two, apart],
    [requestBytes({ path: '/openapi.json', headers })],
  );
  const calls = await compare({ ...busy, name: 'call, workers' }, [two, apart], [toolCall(tool)]);
  return {
    rows: [
      row({
        id: 'M-search',
        what: 'Searches per second among 5,000 tools, two workers',
        unit: '/s',
        ours: searches[0].perSecond,
        against: ONE,
        reference: searches[1].perSecond,
        reach: { of: 'ratio', atLeast: 1.8 },
      }),
      cpuRow(
        { id: 'M-document', what: 'A document of two workers', against: TWO, reach: REACH },
        ...documents,
      ),
      cpuRow({ id: 'M-call', what: 'A tool call of two workers', against: TWO, reach: REACH }, ...calls),
    ],
    loads: [...searches, ...documents, ...calls],
  };
}

/** Two servers of one process, each on a core of its own, loaded as one. */
async function serversApart(bench: Bench, stub: Stub, settings: Record<string, string>) {
  const servers = [
    await bench.server('first', stub, settings),
    await bench.server('second', stub, settings, undefined, bench.cores?.others),
  ];
  return {
    name: 'two servers',
    port: servers.map(({ port }) => port),
    usage: async () => (await Promise.all(servers.map((server) => server.usage()))).reduce(sum),
  };
}
