import type { AddressInfo } from 'node:net';
import request, { type Test } from 'supertest';
import { createApp } from '../../src/app.setup.js';
import { readSettings } from '../../src/config/settings.js';

/** What a request carries beside its path. */
export interface RequestOptions {
  /** The bearer key; null for none. Default: that of the Composio behind the server. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface TestServer {
  readonly url: string;
  get(path: string, options?: RequestOptions): Test;
  /** @param body sent as JSON; a text or bytes as they are, and nothing at all where it is undefined */
  post(path: string, body?: unknown, options?: RequestOptions): Test;
  request(
    method: 'get' | 'head' | 'put' | 'delete' | 'options' | 'patch',
    path: string,
    options?: RequestOptions,
  ): Test;
  close(): Promise<void>;
}

const running = new Set<{ readonly ofTest: boolean; close(): Promise<void> }>();
let inTest = false;

async function closeAll(ofTest: boolean): Promise<void> {
  const ended = [...running].filter((server) => server.ofTest === ofTest);
  await Promise.all(ended.map((server) => server.close()));
}

beforeEach(() => {
  inTest = true;
});
afterEach(async () => {
  inTest = false;
  await closeAll(true);
});
afterAll(() => closeAll(false));

/**
 * Starts the whole server before a Composio, as production does, quietly and on a free port. It ends with the test that
 * started it, or with the file where that was no test.
 */
export async function startServer(given: {
  readonly composio: { readonly url: string; readonly apiKey: string };
  readonly env?: Readonly<Record<string, string>>;
}): Promise<TestServer> {
  const settings = readSettings({ LOG_LEVEL: 'fatal', COMPOSIO_BASE_URL: given.composio.url, ...given.env });
  const app = await createApp(settings);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const entry = {
    ofTest: inTest,
    close: async () => {
      if (running.delete(entry)) await app.close();
    },
  };
  running.add(entry);
  return { ...clientOf(`http://127.0.0.1:${port}`, given.composio.apiKey), close: entry.close };
}

/** Sends requests to a server, wherever it runs. */
export function clientOf(url: string, apiKey: string): Omit<TestServer, 'close'> {
  const agent = request(url);
  const prepared = (test: Test, { key = apiKey, headers = {} }: RequestOptions = {}) => {
    if (key !== null) void test.set('authorization', `Bearer ${key}`);
    return test.set(headers);
  };
  return {
    url,
    get: (path, options) => prepared(agent.get(path), options),
    request: (method, path, options) => prepared(agent[method](path), options),
    post: (path, body, options) => {
      const test = prepared(agent.post(path).set('content-type', 'application/json'), options);
      if (body === undefined) return test;
      if (typeof body === 'string') return test.send(body);
      return Buffer.isBuffer(body)
        ? test.serialize((bytes: unknown) => bytes as string).send(body)
        : test.send(body as object);
    },
  };
}

/** Asks again every few milliseconds until the check passes, and when time is up fails as the check does. */
export async function eventually(check: () => void | Promise<void>, withinMs = 4_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
