import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { delayed, gate, text } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually } from '../support/start-server.js';
import { spawnServer, startArguments } from './built-server.js';
import { notesTools, WRITE_NOTE } from './notes-tools.js';
import { rawRequest } from './raw-request.js';

let composio: ScriptedComposio;

beforeEach(async () => {
  composio = await startComposio({ tools: notesTools() });
});

it('the container image starts the server as npm start does', () => {
  const command = /^CMD (.+)$/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '';
  expect(JSON.parse(command)).toEqual(['node', ...startArguments()]);
});

it('on SIGTERM the server first says that it is not ready, calls in flight finish, and it ends well', async () => {
  const server = await spawnServer({ composio });
  const door = gate();
  composio.on(EXECUTE).always(door.hold);
  const calls = Array.from({ length: 20 }, (_, index) =>
    server
      .post(`/api/tools/${WRITE_NOTE}/execute`, { text: `note ${index}` })
      .then(({ status, body }) => ({ status, ran: (body as { ran?: string }).ran })),
  );
  await eventually(() => expect(composio.count(EXECUTE)).toBe(20));

  server.child.kill('SIGTERM');
  server.child.kill('SIGTERM');
  await eventually(async () => {
    const { status, body } = await server.get('/health/ready', { key: null });
    expect({ status, body }).toEqual({ status: 503, body: { status: 'stopping' } });
  });
  await server.get('/health/live', { key: null }).expect(200);
  await eventually(async () => {
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed');
  });
  door.open();

  expect(await Promise.all(calls)).toEqual(calls.map(() => ({ status: 200, ran: WRITE_NOTE })));
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(composio.executions).toHaveLength(20);
}, 20_000);

it('a log id that is no header costs neither the data of the tool nor the process, which ends at once when idle', async () => {
  const server = await spawnServer({ composio });
  const answer = { data: { a: 1 }, successful: true, log_id: 'log\n1\r\nset-cookie: ä' };
  composio.on(EXECUTE).always(text(JSON.stringify(answer)));

  const result = server.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' }).then(
    ({ status, body }) => ({ status, body }),
    (error: unknown) => error,
  );
  expect(await result).toEqual({ status: 200, body: { a: 1 } });

  // Over a connection that stays open.
  await (await fetch(`${server.url}/health/live`)).text();
  const start = performance.now();
  server.child.kill('SIGINT');
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(performance.now() - start).toBeLessThan(3_000);
}, 20_000);

it('settings that are wrong stop the start, one line each, and none shows a value', async () => {
  const env = { PORT: 'secret-port', COMPOSIO_API_KEY: 'ak_secret', CORS_ORIGINS: 'secret-origin' };
  const starting = spawnServer({ composio, env });

  const { message } = (await starting.catch((error: unknown) => error)) as Error;
  const lines = message.replace('the server did not start: ', '').trim().split('\n');

  expect(lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'CORS_ORIGINS', 'COMPOSIO_API_KEY']);
  expect(message).not.toContain('secret');
}, 20_000);

it('clients that keep their connection, or say nothing on it, do not keep a server that stops', async () => {
  const server = await spawnServer({ composio });
  const agent = new Agent({ keepAlive: true });
  const silent = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
  const half = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
  half.write('GET /health HTTP/1.1\r\nhost: x\r\n');
  const door = gate();
  composio.on(EXECUTE).always(door.hold);
  const call = rawRequest(server.url, {
    method: 'POST',
    path: `/api/tools/${WRITE_NOTE}/execute`,
    headers: { authorization: `Bearer ${composio.apiKey}`, 'content-type': 'application/json' },
    body: '{"text":"hello"}',
    agent,
  });
  await eventually(() => expect(composio.count(EXECUTE)).toBe(1));

  server.child.kill('SIGTERM');
  await eventually(async () => {
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow('fetch failed');
  });
  const start = performance.now();
  door.open();

  expect((await call).status).toBe(200);
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(performance.now() - start).toBeLessThan(3_000);
  agent.destroy();
  silent.destroy();
  half.destroy();
}, 20_000);

it('a client that never stops calling on its connection is answered well until that ends', async () => {
  composio.on(EXECUTE).always(delayed(100));
  const server = await spawnServer({ composio });
  const { hostname, port } = new URL(server.url);
  const body = '{"text":"hello"}';
  const headers = `host: x\r\nx-api-key: ${composio.apiKey}\r\ncontent-length: ${body.length}`;
  const client = connect(Number(port), hostname).on('error', () => undefined);
  let said = '';
  const statuses = () => [...said.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
  const call = () =>
    client.write(`POST /api/tools/${WRITE_NOTE}/execute HTTP/1.1\r\n${headers}\r\n\r\n${body}`);
  client.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    call();
  });
  call();
  await eventually(() => expect(statuses().length).toBeGreaterThan(2));

  server.child.kill('SIGTERM');

  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(new Set(statuses())).toEqual(new Set(['200']));
  expect(said.slice(said.lastIndexOf('HTTP/1.1'))).toMatch(/^connection: close\r$/im);
}, 20_000);

it('a client that goes away in the middle of its request is no error of the server', async () => {
  const server = await spawnServer({ composio });
  const half = `POST /api/connections HTTP/1.1\r\nhost: x\r\nx-api-key: ${composio.apiKey}\r\ncontent-length: 9\r\n\r\n{`;
  const client = connect(Number(new URL(server.url).port), '127.0.0.1', () => client.write(half));
  await eventually(async () => {
    const { text: metrics } = await server.get('/metrics', { key: null });
    if (client.bytesWritten > 0 && !client.destroyed) client.resetAndDestroy();
    expect(metrics).toContain('route="/api/connections",status="499"');
  });

  expect(server.output()).not.toContain('"level":"error"');
}, 20_000);

it('a port that is taken stops the start with one line that names the setting', async () => {
  const { url } = await spawnServer({ composio });
  const starting = spawnServer({ composio, env: { PORT: new URL(url).port, LOG_LEVEL: 'fatal' } });

  const { message } = (await starting.catch((error: unknown) => error)) as Error;

  expect(message.replace('the server did not start: ', '').trim()).toMatch(/^HOST, PORT: .*EADDRINUSE.*$/);
}, 20_000);
