import { type Bench, SERVER_KEY, SHARED } from '../harness/bench.js';
import { interleave, type Measured, type Target, type Workload } from '../harness/interleave.js';
import type { MeasuredServer } from '../harness/launch.js';
import { bearer, requestBytes } from '../load/requests.js';
import { searchRequests } from '../load/searches.js';
import { cpuRow, row } from '../report/row.js';
import { toolCall, toolFor } from './call.js';
import type { Findings } from './part.js';

const ONE = 'one process';
/** Two processes that give 1.8 times the throughput of one take at most so much of it for each request. */
const REACH = { of: 'ratio', atMost: 1.11 } as const;
const CONNECTIONS = 32;

/**
 * M: what two workers on two cores give. The load client needs a share of the second core. It is small beside searches, whose rate
 * shows what two workers give; of shorter requests, processor time tells what they would give where two cores are free.
 */
export async function workersPart(bench: Bench): Promise<Findings> {
  const stub = await bench.stub({ toolkits: 100, tools: 5_000 });
  const settings = { ...SHARED, ALLOWED_TOOLKITS: stub.toolkits.join() };
  const one = await bench.server(ONE, stub, settings);
  const two = await bench.server('two workers', stub, { ...settings, WORKERS: '2' });
  const tool = await toolFor(one);
  const compare = async (name: string, requests: readonly Buffer[], some: Partial<Workload> = {}) => {
    const workload = { name, connections: CONNECTIONS, rounds: 5, seconds: 0.5, warmUpSeconds: 4, ...some };
    const target = (server: MeasuredServer, connections: number): Target => ({
      server,
      requests,
      connections,
    });
    // Each worker has as many connections as the one process.
    const targets = [target(one, CONNECTIONS), target(two, 2 * CONNECTIONS)];
    return interleave(bench, workload, targets) as Promise<[Measured, Measured]>;
  };
  const searches = await compare('search, workers', searchRequests(SERVER_KEY), { rounds: 4, seconds: 1.2 });
  const documents = await compare('document, workers', [
    requestBytes({ path: '/openapi.json', headers: { ...bearer(SERVER_KEY), 'accept-encoding': 'br' } }),
  ]);
  const calls = await compare('call, workers', [toolCall(tool)]);
  return {
    rows: [
      row({
        id: 'M-search',
        what: 'Searches per second among 5,000 tools, two workers',
        unit: '/s',
        ours: searches[1].perSecond,
        against: ONE,
        reference: searches[0].perSecond,
        reach: { of: 'ratio', atLeast: 1.8 },
      }),
      cpuRow(
        {
          id: 'M-document',
          what: 'A document, over all processes of two workers',
          against: ONE,
          reach: REACH,
        },
        documents[1],
        documents[0],
      ),
      cpuRow(
        { id: 'M-call', what: 'A tool call, over all processes of two workers', against: ONE, reach: REACH },
        calls[1],
        calls[0],
      ),
    ],
    loads: [...searches, ...documents, ...calls],
  };
}
