import { connect } from 'node:net';
import {
  cutBody,
  delayed,
  drip,
  type Fault,
  gate,
  gzipBomb,
  hang,
  htmlPage,
  huge,
  normally,
  redirect,
  resetAfterHeaders,
  resetBeforeHeaders,
  resetMidBody,
  status,
  text,
} from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

const DEADLINE_SECONDS = 0.4;
let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio, env: { REQUEST_TIMEOUT: String(DEADLINE_SECONDS) } });
  await server.get('/api/tools');
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

const run = (tool: string) => server.post(`/api/tools/${tool}/execute`, { text: 'hello' });

const LOST: Record<string, Fault> = {
  'a reset before the headers': resetBeforeHeaders,
  'a reset behind the headers': resetAfterHeaders,
  'a reset in the body': resetMidBody,
  'a cut body': cutBody,
  'no answer in time': hang,
  'a dripping body': drip,
  'status 500': status(500),
  'status 502': status(502),
  'status 503': status(503),
  'status 503 with Retry-After': status(503, { 'retry-after': '0' }),
  'status 504': status(504),
  'status 408': status(408),
  'a redirect': redirect('/elsewhere', 307),
  'malformed JSON': text('{"data":{"id":'),
  'a page of HTML': htmlPage,
  'an empty body': text(''),
  'an answer without a result': text('{"ok":true}'),
  'more than anybody takes': huge(40 * 1024 * 1024),
  'a gzip bomb': gzipBomb(100 * 1024 * 1024),
};

describe.each(Object.entries(LOST))('Behind %s', (_, fault) => {
  it('a tool that changes something ran once at most, and the model is told that it may have run', async () => {
    composio.on(EXECUTE).always(fault);

    const { status, body } = await run(WRITE_NOTE);

    expect(composio.count(EXECUTE)).toBe(1);
    expect({ status, code: body.code, retryable: body.retryable }).toEqual({
      status: 504,
      code: 'outcome_unknown',
      retryable: false,
    });
    expect(body.detail).toContain(WRITE_NOTE);
    expect(body.fix).toBeDefined();
  });

  it('a tool that only reads fails as something that may be repeated', async () => {
    composio.on(EXECUTE).always(fault);

    const { status, body } = await run(READ_NOTE);

    expect(composio.count(EXECUTE)).toBe(1);
    expect(['upstream_unavailable', 'upstream_timeout']).toContain(body.code);
    expect(status).toBe(body.code === 'upstream_timeout' ? 504 : 503);
    expect(body.retryable).toBe(true);
  });
});

it('a call ends by its deadline, even while the answer drips in', async () => {
  composio.on(EXECUTE).always(drip);
  const start = performance.now();

  await run(WRITE_NOTE);

  expect(performance.now() - start).toBeLessThan(DEADLINE_SECONDS * 1_000 + 1_000);
  await eventually(() => expect(composio.pending).toBe(0));
});

it('a refused connection is tried again, because nothing was sent', async () => {
  await composio.down();
  const answering = run(WRITE_NOTE);
  answering.catch(() => undefined);
  const settled = answering.then((answer) => answer);
  await composio.up();

  expect((await settled).status).toBe(200);
  expect(composio.executions).toHaveLength(1);
});

it('a Composio that stays down is said to be unavailable: the tool certainly did not run', async () => {
  await composio.down();

  const { status, body, headers } = await run(WRITE_NOTE);
  await composio.up();

  expect({ status, code: body.code, retryable: body.retryable }).toEqual({
    status: 503,
    code: 'upstream_unavailable',
    retryable: true,
  });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});

it('an idle connection that Composio dropped costs no second run', async () => {
  await run(WRITE_NOTE);
  composio.forget();
  composio.on(EXECUTE).once(resetBeforeHeaders);

  const { body } = await run(WRITE_NOTE);

  expect(body.code).toBe('outcome_unknown');
  expect(composio.executions).toHaveLength(1);
});

it('calls that wait for a free connection longer than connecting may take run once each', async () => {
  const env = { CONNECTION_POOL_SIZE: '1', CONNECTION_TIMEOUT: '0.1' };
  const narrow = await startServer({ composio, env });
  await narrow.get('/api/tools');
  composio.on(EXECUTE).always(delayed(150));

  const calls = [1, 2, 3].map((number) =>
    narrow.post(`/api/tools/${WRITE_NOTE}/execute`, { text: `note ${number}` }),
  );
  const answers = await Promise.all(calls);

  expect(composio.executions.map(({ body }) => body.match(/note \d/)?.[0] ?? '').toSorted()).toEqual([
    'note 1',
    'note 2',
    'note 3',
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

it('a connection that is reset under a call that had waited for it costs no second run', async () => {
  const narrow = await startServer({ composio, env: { CONNECTION_POOL_SIZE: '1' } });
  await narrow.get('/api/tools');
  composio.on(EXECUTE).once(delayed(30));
  composio.on(EXECUTE).always(resetBeforeHeaders);

  const calls = [1, 2].map(() => narrow.post(`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' }));
  const answers = await Promise.all(calls);

  expect(composio.executions).toHaveLength(2);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 504]);
});

it('a client that goes away neither loses nor repeats the run', async () => {
  const door = gate();
  composio.on(EXECUTE).always(door.hold);
  const call = run(WRITE_NOTE);
  call.catch(() => undefined);
  void call.then(
    () => undefined,
    () => undefined,
  );
  await door.reached;
  call.abort();
  door.open();

  await eventually(() => expect(composio.executions).toHaveLength(1));
  expect((await run(READ_NOTE)).status).toBe(200);
  expect(composio.count(EXECUTE)).toBe(2);
});

it('a request that is cut before its end runs nothing', async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const head = [
    'POST /api/tools/NOTES_WRITE_NOTE/execute HTTP/1.1',
    'Host: x',
    `X-Api-Key: ${composio.apiKey}`,
  ];
  socket.write(
    [...head, 'Content-Type: application/json', 'Content-Length: 17', '', '{"text":"hello"}'].join('\r\n'),
  );
  await new Promise((done) => setTimeout(done, 20));
  socket.resetAndDestroy();

  expect((await run(READ_NOTE)).status).toBe(200);
  expect(composio.executions.map(({ tool }) => tool)).toEqual([READ_NOTE]);
});

it('in a storm of calls and faults each call gets its own answer, and none runs twice', async () => {
  const few = await startServer({ composio, env: { CONNECTION_POOL_SIZE: '3', REQUEST_TIMEOUT: '4' } });
  await few.get('/api/tools');
  const weather = [
    ...Array.from({ length: 7 }, () => delayed(8)),
    resetBeforeHeaders,
    resetMidBody,
    cutBody,
    status(502),
    status(429, { 'retry-after': '0' }),
  ];
  let asked = 0;
  // Steps of 5 visit all of the 12 kinds in turn; slow ones make others wait for their connection.
  composio
    .on(EXECUTE)
    .always((exchange) => (weather[((asked += 1) * 5) % weather.length] ?? normally)(exchange));

  const names = Array.from({ length: 180 }, (_, index) => `note-${index}-`);
  const answers = await Promise.all(
    names.map((text) =>
      few
        .post(`/api/tools/${WRITE_NOTE}/execute`, { text })
        .then(({ status, body }) => ({ text, status, body })),
    ),
  );

  const runsOf = (text: string) => composio.executions.filter(({ body }) => body.includes(text)).length;
  for (const { text, status, body } of answers) {
    expect([text, runsOf(text) <= 1]).toEqual([text, true]);
    if (status === 200) expect(body).toMatchObject({ given: { text } });
    else expect([504, 429]).toContain(status);
    if (status !== 504) expect([text, runsOf(text)]).toEqual([text, status === 200 ? 1 : 0]);
  }
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
});
