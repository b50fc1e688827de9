import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answerTo, type RecordedExecution, type RecordedRequest } from './scripted-composio-api.js';
import { type Exchange, type Fault, normally } from './scripted-composio-faults.js';
import { PLAIN_PAGING } from './scripted-composio-pages.js';
import { type Paging, project, type Project } from './scripted-composio-project.js';

/** Says how the requests of one route are answered from now on; the rule that was made first counts first. */
export interface Rule {
  once(fault: Fault): void;
  times(count: number, fault: Fault): void;
  always(fault: Fault): void;
}

/** A certificate with its key, as PEM texts. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

interface Script {
  readonly route: string;
  readonly applies: (request: RecordedRequest) => boolean;
  readonly fault: Fault;
  left: number;
}

/** Running a tool: the only route with something variable in its path. */
export const EXECUTE = 'POST /tools/execute';

const EXECUTE_PATH = /^(\/tools\/execute)\/([^/]+)$/;
const PREFIX = '/api/v3.1';

/**
 * A Composio that does what a test tells it to: a real HTTP server on the loopback, with a project for each key, which
 * remembers every request and every run of a tool.
 */
export class ScriptedComposio {
  readonly requests: RecordedRequest[] = [];
  readonly executions: RecordedExecution[] = [];
  /** How many connections were opened. */
  connections = 0;
  /** How many requests it has neither answered nor cut off. */
  pending = 0;
  keepAlive = true;
  paging: Paging = { ...PLAIN_PAGING };
  private readonly projects = new Map<string, Project>();
  private scripts: Script[] = [];
  private port = 0;
  private server: Server | undefined;

  /** @param tls where it speaks https */
  constructor(private readonly tls?: Certificate) {}

  /** The key of its first project. */
  get apiKey(): string {
    const [first = ''] = this.projects.keys();
    return first;
  }

  /** Its base URL, as `COMPOSIO_BASE_URL` wants it. */
  get url(): string {
    return `${this.tls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
  }

  /** Adds a project, and gives its key: one that no other has, so that no server knows anything of it yet. */
  addProject(parts: Partial<Project> = {}, key = `ak_test_${(keys += 1)}`): string {
    this.projects.set(key, project(parts));
    return key;
  }

  /** The project of a key. */
  project(key = this.apiKey): Project {
    const found = this.projects.get(key);
    if (!found) throw new Error(`no project for ${key}`);
    return found;
  }

  /** Begins a rule for a route such as `GET /tools`, or `*` for all, and for some of its requests only. */
  on(route: string, applies: (request: RecordedRequest) => boolean = () => true): Rule {
    const add = (left: number, fault: Fault) => void this.scripts.push({ route, applies, fault, left });
    return {
      once: (fault) => add(1, fault),
      times: (count, fault) => add(count, fault),
      always: (fault) => add(Infinity, fault),
    };
  }

  /** Forgets all rules: it is well again. */
  recover(): void {
    this.scripts = [];
  }

  /** The requests to a route so far. */
  to(route: string): RecordedRequest[] {
    return this.requests.filter((request) => request.route === route);
  }

  /** How many requests came to a route, or at all. */
  count(route?: string): number {
    return route === undefined ? this.requests.length : this.to(route).length;
  }

  /** Begins to count from nothing. */
  forget(): void {
    this.requests.length = 0;
    this.executions.length = 0;
  }

  /** Takes the port: new connections are refused from it once `down` was called. */
  async up(): Promise<void> {
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      void this.answer(request, response);
    const server = this.tls ? createSecureServer(this.tls, answer) : createServer(answer);
    server.on(this.tls ? 'secureConnection' : 'connection', () => (this.connections += 1));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Drops every connection and refuses new ones, until `up`. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.pending += 1;
    response.once('close', () => (this.pending -= 1));
    const request = recorded(incoming, await bodyOf(incoming));
    this.requests.push(request);
    const script = this.scripts.find(
      ({ route, applies, left }) =>
        left > 0 && (route === '*' || route === request.route) && applies(request),
    );
    if (script) script.left -= 1;
    await (script?.fault ?? normally)(this.exchange(request, response));
  }

  private exchange(request: RecordedRequest, response: ServerResponse): Exchange {
    return {
      request,
      response,
      act: () => answerTo(request, this.projects.get(request.key), this),
      send: ({ status, text, headers = {} }) => {
        if (!this.keepAlive) response.setHeader('connection', 'close');
        response.writeHead(status, titled({ 'content-type': 'application/json', ...headers })).end(text);
      },
    };
  }
}

const running = new Set<ScriptedComposio>();
let keys = 0;

afterAll(async () => {
  await Promise.all([...running].map((composio) => composio.down()));
});

/**
 * Starts a scripted Composio, which ends with the test file.
 * @param given a project for each key, or one for a key that no other has
 */
export async function startComposio(
  given: Partial<Project> | Map<string, Partial<Project>> = {},
  tls?: Certificate,
): Promise<ScriptedComposio> {
  const composio = new ScriptedComposio(tls);
  if (given instanceof Map) for (const [key, parts] of given) composio.addProject(parts, key);
  else composio.addProject(given);
  await composio.up();
  running.add(composio);
  return composio;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function recorded({ method = '', url = '', headers }: IncomingMessage, body: string): RecordedRequest {
  const { pathname, searchParams } = new URL(url, 'http://composio.test');
  const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : pathname;
  const [, base = path, tool = ''] = EXECUTE_PATH.exec(path) ?? [];
  const route = `${method} ${base}`;
  return {
    route,
    tool,
    path: pathname,
    query: searchParams,
    headers,
    body,
    key: String(headers['x-api-key'] ?? ''),
  };
}

/** Names as some proxies spell them: `Retry-After`. */
function titled(headers: Readonly<Record<string, string>>): Record<string, string> {
  const title = (name: string) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [title(name), value]));
}
