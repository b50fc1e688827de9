import { createServer, type ServerResponse } from 'node:http';
import { answerParent } from '../harness/ask.js';
import { type CatalogueWanted, StubCatalogue } from './stub-catalogue.js';
import { StubPages } from './stub-pages.js';

/*
 * A stand-in for Composio's API v3.1 that costs next to nothing: prepared bytes, after a latency that can be set.
 */

const PREFIX = '/api/v3.1';

/** What every execution answers: a small result. */
const RESULT = Buffer.from(
  JSON.stringify({
    data: { id: 'iss_2041', name: 'Printer on fire', url: 'https://app.example/i/2041', owner: 'ada' },
    error: null,
    successful: true,
    log_id: 'log_8cVx2QpLw1zR',
  }),
);
const NOTHING = Buffer.from(JSON.stringify({ error: { message: 'Not found', code: 404, status: 404 } }));

/** What a stub saw. */
export interface StubCounts {
  readonly requests: number;
  /** New connections. */
  readonly connections: number;
  /** Requests that are not answered yet. */
  readonly open: number;
}

let pages: StubPages | undefined;
let latencyMs = 0;
const seen = { requests: 0, connections: 0, open: 0 };

const server = createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
  seen.requests += 1;
  seen.open += 1;
  request.resume();
  request.once('end', () => {
    const url = (request.url ?? '').slice(PREFIX.length);
    const body = request.method === 'POST' ? RESULT : pages?.answer(url);
    if (latencyMs === 0) reply(response, body);
    else setTimeout(reply, latencyMs, response, body);
  });
});
server.on('connection', () => {
  seen.connections += 1;
});

function reply(response: ServerResponse, body: Buffer | undefined): void {
  seen.open -= 1;
  const bytes = body ?? NOTHING;
  response.writeHead(body ? 200 : 404, {
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

const asks = {
  /** Makes a catalogue and starts to serve it. @returns the port, and the slugs of the toolkits */
  async serve(wanted: CatalogueWanted): Promise<{ port: number; toolkits: readonly string[] }> {
    const catalogue = new StubCatalogue(wanted);
    pages = new StubPages(catalogue);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    return { port, toolkits: catalogue.toolkits };
  },

  setLatency(ms: number): void {
    latencyMs = ms;
  },

  counts(): StubCounts {
    return { ...seen };
  },
};

/** What the stub can be asked. */
export type StubAsks = typeof asks;

answerParent(asks);
