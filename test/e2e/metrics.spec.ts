import { connect } from 'node:net';
import { gate, resetBeforeHeaders, status } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';
import { rawRequest } from './raw-request.js';

const READ = `/api/tools/${READ_NOTE}/execute`;
const WRITE = `/api/tools/${WRITE_NOTE}/execute`;

let composio: ScriptedComposio;
let server: TestServer;

beforeEach(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
});

async function scrape(): Promise<string> {
  return (await server.get('/metrics', { key: null }).expect(200)).text;
}

/** What a scrape says under a name with its labels, as they stand there. */
async function valueOf(line: string): Promise<number | undefined> {
  const found = (await scrape()).split('\n').find((text) => text.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

/** Requests are counted when their connection is done with them, which a client may notice a moment earlier. */
function expectValues(values: Readonly<Record<string, number | undefined>>): Promise<void> {
  return eventually(async () => {
    const found = await Promise.all(
      Object.keys(values).map(async (line): Promise<[string, number | undefined]> => [
        line,
        await valueOf(line),
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(values);
  });
}

const requests = (method: string, route: string, code: number) =>
  `http_request_duration_seconds_count{method="${method}",route="${route}",status="${code}"}`;

it('a scrape needs no key, is text for Prometheus, and asks Composio nothing', async () => {
  const { headers, text } = await server.get('/metrics', { key: null }).expect(200);

  expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(text).toMatch(/^# TYPE http_request_duration_seconds histogram$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
  expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  for (const line of text.split('\n'))
    expect(line).toMatch(/^(?:|# (?:HELP \w+ .+|TYPE \w+ \w+)|\w+(?:\{(?:\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
  expect(composio.count()).toBe(0);
});

it('every answer counts under its route, whoever gave it: from memory, refused, of no route, below a scope', async () => {
  const { headers } = await server.get('/openapi.json').expect(200);
  await server.get('/openapi.json').expect(200);
  await server.get('/openapi.json', { headers: { 'if-none-match': headers.etag as string } }).expect(304);
  await server.get('/toolkits/notes/openapi.json').expect(200);
  await server.get('/api/tools', { key: null }).expect(401);
  await server.post(READ, '{').expect(400);
  await server.post(READ, `"${'x'.repeat(5_000_000)}"`).expect(413);
  await server.get('/nowhere').expect(404);
  await server.get('/%zz').expect(400);
  await server
    .request('options', READ, { key: null, headers: { origin: 'https://chat.example' } })
    .expect(204);

  await expectValues({
    [requests('GET', '/openapi.json', 200)]: 3,
    [requests('GET', '/openapi.json', 304)]: 1,
    [requests('GET', '/api/tools', 401)]: 1,
    [requests('POST', '/api/tools/:tool/execute', 400)]: 1,
    [requests('POST', '/api/tools/:tool/execute', 413)]: 1,
    [requests('GET', 'other', 404)]: 1,
    [requests('GET', 'other', 400)]: 1,
    [requests('OPTIONS', '/api/tools/:tool/execute', 204)]: 1,
  });
});

it('a tool call counts as ok, or under the code of its failure', async () => {
  await server.post(READ, {}).expect(200);
  await server.post('/api/tools/execute', { tool: READ_NOTE }).expect(200);
  await server.post(WRITE, {}).expect(422);
  await server.post('/api/tools/NO_SUCH_TOOL/execute', {}).expect(404);
  await server.post(READ, {}, { key: null }).expect(401);
  composio.on(EXECUTE).once(status(500));
  await server.post(WRITE, { text: 'x' }).expect(504);

  await expectValues({
    'tool_calls_total{outcome="ok"}': 2,
    'tool_calls_total{outcome="arguments_invalid"}': 1,
    'tool_calls_total{outcome="tool_not_found"}': 1,
    'tool_calls_total{outcome="credential_missing"}': 1,
    'tool_calls_total{outcome="outcome_unknown"}': 1,
  });
});

it('a client that went away counts, and so does what is no HTTP', async () => {
  const door = gate();
  composio.on(EXECUTE).always(door.hold);
  const call = server.post(READ, {});
  call.end(() => undefined);
  await door.reached;
  call.abort();
  connect(Number(new URL(server.url).port), '127.0.0.1')
    .resume()
    .end('no HTTP\r\n\r\n');

  await expectValues({
    [requests('POST', '/api/tools/:tool/execute', 499)]: 1,
    'tool_calls_total{outcome="client_gone"}': 1,
    http_unreadable_requests_total: 1,
    'composio_connections{state="in_use"}': 1,
  });
  door.open();
});

it('what is asked of Composio counts with its repetitions, and what is in the cache with its kind', async () => {
  composio.on('GET /tools').once(status(503));
  composio.on(EXECUTE).once(status(429, { 'retry-after': '0' }));
  await server.post(READ, {}).expect(200);
  await server.post(READ, {}).expect(200);
  composio.on(EXECUTE).once(status(400));
  await server.post(READ, {}).expect(422);
  composio.on(EXECUTE).once(resetBeforeHeaders);
  await server.post(WRITE, { text: 'x' }).expect(504);
  await composio.down();
  await server.post(WRITE, { text: 'x' }).expect(503);

  const asked = (operation: string, outcome: string) =>
    `composio_request_duration_seconds_count{operation="${operation}",outcome="${outcome}"}`;
  await expectValues({
    [asked('list_tools', '2xx')]: 2,
    [asked('execute_tool', '2xx')]: 2,
    [asked('execute_tool', '4xx')]: 1,
    [asked('execute_tool', 'lost')]: 1,
    [asked('execute_tool', 'unreachable')]: 1,
    'composio_retries_total{operation="list_tools"}': 1,
    'composio_retries_total{operation="execute_tool"}': 3,
    'composio_connections{state="in_use"}': 0,
    composio_waiting_requests: 0,
    'cache_reads_total{kind="tool",result="miss"}': 2,
    'cache_reads_total{kind="tool",result="fresh"}': 3,
  });
});

it('nothing a client sent stands in it: no key, no user, no argument, no name or address it made up', async () => {
  const mark = 'MADEUP';
  const key = composio.addProject({ tools: notesTools() }, `ak_${mark}_key`);
  const headers = {
    'x-composio-user-id': `${mark}-user`,
    'x-request-id': `${mark}-request`,
    'user-agent': `${mark}-agent`,
    origin: `https://${mark}.example`,
  };
  const paths = [
    `/${mark}`,
    `/${mark}/openapi.json`,
    `/toolkits/${mark}/openapi.json`,
    `/servers/${mark}/api/tools/${mark}`,
    `/api/tools/${mark}"}%201%0Ahttp_made_up_total{a="`,
    `/api/toolkits/${mark}`,
    `/api/servers/${mark}`,
    `/docs/${mark}`,
    `/openapi.json?toolkits=${mark}&${mark}=${mark}`,
    `/api/tools?query=${mark}`,
    `/metrics?${mark}`,
  ];
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PURGE'])
      await rawRequest(server.url, { path, method, headers: { ...headers, 'x-api-key': key } });
  await server.post('/api/tools/search', { query: mark }, { key, headers });
  await server.post(WRITE, { text: mark }, { key, headers }).expect(200);
  await server.post(READ, {}, { key: `ak_${mark}_wrong`, headers }).expect(401);
  await expectValues({ 'tool_calls_total{outcome="credential_rejected"}': 1 });

  const text = await scrape();
  expect(text).not.toMatch(/made.?up|ak_|notes_/i);
  const labels = new Set([...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name} ${value}`));
  const known =
    /^(?:le [\d.]+|le \+Inf|version [\d.]+|status \d{3}|route (?:other|\/[\w./:]*)|\w+ [A-Za-z0-9_-]{1,30})$/;
  expect([...labels].filter((label) => !known.test(label))).toEqual([]);
  expect(text.split('\n').length).toBeLessThan(1_000);
});

it('two servers in one process count for themselves', async () => {
  const other = await startServer({ composio });
  await other.get('/health/live').expect(200);
  await other.get('/health/live').expect(200);
  await server.get('/health/live').expect(200);

  await expectValues({ [requests('GET', '/health/live', 200)]: 1 });
});
