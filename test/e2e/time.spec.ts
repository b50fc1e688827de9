import { status } from '../support/scripted-composio-faults.js';
import { type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { eventually, startServer, type TestServer } from '../support/start-server.js';
import { passTime } from './clock.js';
import { notesTools } from './notes-tools.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
let composio: ScriptedComposio;
let server: TestServer;

beforeEach(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio, env: { MAX_RETRIES: '0' } });
});

/** Waits until nothing more goes to Composio on behalf of what was asked. */
const quiet = () => eventually(() => expect(composio.pending).toBe(0));

describe('The catalogue', () => {
  it('is fresh for five minutes, its toolkits for ten, and is then refreshed once', async () => {
    await server.get('/openapi.json').expect(200);
    passTime(5 * MINUTE - 2);
    await server.get('/openapi.json').expect(200);
    expect(composio.count('GET /tools')).toBe(1);

    passTime(4);
    for (let asked = 0; asked < 5; asked += 1) await server.get('/openapi.json').expect(200);
    await eventually(() => expect(composio.count('GET /tools')).toBe(2));
    expect(composio.count('GET /toolkits')).toBe(1);

    passTime(5 * MINUTE);
    await server.get('/openapi.json').expect(200);
    await eventually(() => expect(composio.count('GET /toolkits')).toBe(2));
  });

  it('is served for a day while Composio fails, and no longer', async () => {
    const before = await server.get('/openapi.json').expect(200);
    await composio.down();
    for (const hours of [1, 10, 12]) {
      passTime(hours * HOUR);
      expect((await server.get('/openapi.json').expect(200)).text).toBe(before.text);
    }

    passTime(2 * HOUR);
    expect((await server.get('/openapi.json?mode=direct')).body).toMatchObject({
      status: 503,
      code: 'upstream_unavailable',
    });
  });

  it('is asked for less and less often while Composio fails, and never more than a minute apart', async () => {
    await server.get('/openapi.json').expect(200);
    composio.on('*').always(status(500));
    passTime(11 * MINUTE);
    composio.forget();
    for (let seconds = 0; seconds < 10 * MINUTE; seconds += 5) {
      await server.get('/openapi.json').expect(200);
      await quiet();
      passTime(5);
    }

    expect(composio.count('GET /tools')).toBeLessThan(20);
    expect(composio.count('GET /tools')).toBeGreaterThan(9);
    composio.recover();
    composio.project().tools.pop();
    passTime(MINUTE);
    await eventually(async () => {
      expect((await server.get('/openapi.json').expect(200)).body.info['x-tools'].direct).toBe(1);
    });
  });
});

describe('The health', () => {
  const stateNow = async () =>
    (await server.get('/health', { key: null }).expect(200)).body.composio as string;

  it('asks Composio once in half a minute at most', async () => {
    for (let seconds = 0; seconds < 5 * MINUTE; seconds += 5) {
      await stateNow();
      await quiet();
      passTime(5);
    }

    expect(composio.count()).toBeLessThanOrEqual(11);
    expect(composio.count()).toBeGreaterThan(5);
  });

  it('tells the truth to whoever asks after a long time', async () => {
    expect(await stateNow()).toBe('up');
    await composio.down();
    passTime(HOUR);

    expect(await stateNow()).toBe('down');
  });
});
