import { gate } from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually } from '../support/start-server.js';
import { type SpawnedServer, spawnServer } from './built-server.js';
import { notesTools, READ_NOTE } from './notes-tools.js';
import { type RawAnswer, rawRequest } from './raw-request.js';

let composio: ScriptedComposio;
let server: SpawnedServer;

beforeEach(async () => {
  composio = await startComposio({ tools: notesTools(), accounts: [account('default', 'other')] });
  server = await spawnServer({ composio, env: { WORKERS: '2' } });
  await eventually(() => {
    if (workers().length < 2) throw new Error('A worker is missing.');
  }, 8_000);
}, 20_000);

afterEach(async () => {
  const pids = workers();
  server.child.kill('SIGKILL');
  await eventually(() => {
    if (pids.some(isAlive)) throw new Error('A worker is left.');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The processes of the server that said they had started, and are there. */
function workers(): number[] {
  const started = server.output().matchAll(/"pid":(\d+)[^\n]*successfully started/g);
  return [...started].map(([, pid]) => Number(pid)).filter(isAlive);
}

/** Connections are the user's, and may just have changed: each worker looks them up. */
async function untilBothAnswered(request: () => Promise<unknown>): Promise<void> {
  await eventually(async () => {
    await request();
    if (composio.count('GET /connected_accounts') < 2) throw new Error('One worker was not asked.');
  });
}

/** Each over a connection of its own: they go to the workers in turn. */
const ask = (path: string, method = 'GET', body = '{}') =>
  rawRequest(server.url, {
    method,
    path,
    headers: { authorization: `Bearer ${composio.apiKey}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body } : {}),
  });

it('workers share one port and one load of the catalogue, and give the same document', async () => {
  const answers: RawAnswer[] = [];
  await untilBothAnswered(async () => answers.push(await ask('/openapi.json')));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
  expect([composio.count('GET /tools'), composio.count('GET /toolkits')]).toEqual([1, 1]);
}, 20_000);

it('a worker that dies is replaced, and the others go on', async () => {
  const [first = 0, second = 0] = workers();
  process.kill(first, 'SIGKILL');
  await eventually(() => expect(workers()).not.toContain(first));
  await eventually(async () => expect((await ask('/openapi.json')).status).toBe(200));

  await eventually(() => expect(workers()).toHaveLength(2), 5_000);
  expect(workers()).toContain(second);
  expect(server.output()).toContain(`worker ${first} ended`);
  for (let asked = 0; asked < 4; asked += 1) expect((await ask('/health/live')).status).toBe(200);
}, 20_000);

it('on SIGTERM calls in flight finish in all workers, and nothing is left', async () => {
  const door = gate();
  composio.on(EXECUTE).always(door.hold);
  const calls = Array.from({ length: 4 }, () => ask(`/api/tools/${READ_NOTE}/execute`, 'POST'));
  await eventually(() => expect(composio.count(EXECUTE)).toBe(4));
  const pids = workers();

  server.child.kill('SIGTERM');
  await eventually(async () => {
    const signal = AbortSignal.timeout(200);
    await expect(fetch(`${server.url}/health/live`, { signal })).rejects.toThrow(/fetch failed|timeout/);
  });
  door.open();

  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(pids.filter(isAlive)).toEqual([]);
}, 20_000);

it('a link that one worker made has the others look up the connections again, too', async () => {
  await untilBothAnswered(() => ask('/api/toolkits'));
  expect((await ask('/api/connections', 'POST', '{"toolkit":"notes"}')).status).toBe(200);

  await eventually(async () => {
    await ask(`/api/toolkits?${Math.random()}`);
    expect(composio.count('GET /connected_accounts')).toBe(4);
  }, 8_000);
}, 20_000);

it('whichever worker answers a scrape, it counts what all of them did', async () => {
  for (let asked = 0; asked < 10; asked += 1) expect((await ask('/api/tools?limit=x')).status).toBe(400);
  const scraped = async () => (await ask('/metrics')).body.toString();
  const counted = '_count{method="GET",route="/api/tools",status="400"} 10\n';
  await eventually(async () => expect(await scraped()).toContain(counted));

  for (let again = 0; again < 5; again += 1) expect(await scraped()).toContain(counted);
  process.kill(workers()[0] as number, 'SIGKILL');
  await eventually(() => expect(server.output()).toContain('another takes its place'));
  expect(await scraped()).toContain(counted);
}, 20_000);

it('a port that is taken ends all of it, with a line', async () => {
  const env = { WORKERS: '2', PORT: new URL(server.url).port, LOG_LEVEL: 'fatal' };
  const { message } = (await spawnServer({ composio, env }).catch((error: unknown) => error)) as Error;

  expect(message).toContain('HOST, PORT: expected an address that is free to listen on (EADDRINUSE)');
}, 20_000);
