import { status, text } from '../support/scripted-composio-faults.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer, type TestServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

let composio: ScriptedComposio;
let server: TestServer;

beforeAll(async () => {
  composio = await startComposio({ tools: notesTools() });
  server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true', MAX_RETRIES: '0' } });
  await server.get('/api/tools');
});

beforeEach(() => {
  composio.recover();
  composio.forget();
});

const path = (tool: string) => `/api/tools/${tool}/execute`;
const FAILED = { data: {}, error: 'No such note.', successful: false, log_id: 'log_9' };

/** An answer without what differs between any two. */
async function answerTo(...[url, body, { key, headers } = {}]: Parameters<TestServer['post']>) {
  composio.forget();
  const sent = { 'x-request-id': 'the-same', ...headers };
  const answer = await server.post(url, body, { ...(key === undefined ? {} : { key }), headers: sent });
  const { date: _, ...rest } = answer.headers as Record<string, string>;
  const said = Object.entries(rest).filter(([name]) => !name.startsWith('access-control-'));
  const isForBrowsers = 'access-control-allow-origin' in answer.headers;
  const parts = { status: answer.status, headers: Object.fromEntries(said), text: answer.text, runs: runs() };
  return { parts, isForBrowsers };
}

function runs() {
  return composio.executions.map(({ tool, body }) => ({ tool, body }));
}

describe('A call from a browser and one from anywhere else', () => {
  it.each<[what: string, status: number, ...call: Parameters<TestServer['post']>]>([
    ['a write', 200, path(WRITE_NOTE), { text: 'hello' }],
    ['a name in lower case', 200, path(WRITE_NOTE.toLowerCase()), { text: 'hello' }],
    ['no body', 200, path(READ_NOTE), undefined],
    ['a body of 90 KB', 200, path(WRITE_NOTE), { text: 'ä'.repeat(45_000) }],
    ['a body of 200 KB', 200, path(WRITE_NOTE), { text: 'ä'.repeat(100_000) }],
    ['a user', 200, path(READ_NOTE), {}, { headers: { 'x-openwebui-user-id': 'ann' } }],
    ['within a scope', 200, `/toolkits/notes${path(READ_NOTE)}`, {}],
    ['outside its scope', 403, `/toolkits/mail${path(READ_NOTE)}`, {}],
    ['wrong arguments', 422, path(WRITE_NOTE), { text: 7 }],
    ['something else than an object', 400, path(WRITE_NOTE), [1]],
    ['half a body', 400, path(WRITE_NOTE), '{"text":'],
    ['another type', 400, path(WRITE_NOTE), 'a=b', { headers: { 'content-type': 'text/plain' } }],
    ['nothing, compressed', 400, path(WRITE_NOTE), undefined, { headers: { 'content-encoding': 'gzip' } }],
    ['a compressed body', 400, path(WRITE_NOTE), 'x', { headers: { 'content-encoding': 'gzip' } }],
    ['a name that nobody has', 404, path('NOTES_DANCE'), {}],
    ['a user that is none', 400, path(READ_NOTE), {}, { headers: { 'x-openwebui-user-id': 'a\tb' } }],
    ['no key', 401, path(READ_NOTE), {}, { key: null }],
    ['a key of Open WebUI', 401, path(READ_NOTE), {}, { key: 'sk-0123456789' }],
  ])('are answered alike: %s', async (_, expected, url, body, options = {}) => {
    const direct = await answerTo(url, body, options);
    const headers = { ...options.headers, origin: 'https://chat.example' };
    const browsers = await answerTo(url, body, { ...options, headers });

    expect(direct.parts).toEqual(browsers.parts);
    expect(direct.parts.status).toBe(expected);
    expect(direct.parts.runs).toHaveLength(expected === 200 ? 1 : 0);
  });

  it.each([
    ['a tool that fails', 424, text(JSON.stringify(FAILED))],
    ['a rate limit', 429, status(429, { 'retry-after': '7' })],
    ['an answer that is none', 504, text('<html>')],
  ])('are told the same of %s', async (_, expected, fault) => {
    composio.on(EXECUTE).always(fault);
    const direct = await answerTo(path(WRITE_NOTE), { text: 'hello' });
    const browsers = await answerTo(
      path(WRITE_NOTE),
      { text: 'hello' },
      { headers: { origin: 'https://a.b' } },
    );

    expect(direct.parts).toEqual(browsers.parts);
    expect(direct.parts.status).toBe(expected);
  });

  it('take different ways: only a browser is told which origins may read', async () => {
    const direct = await answerTo(path(READ_NOTE), {});
    const browsers = await answerTo(path(READ_NOTE), {}, { headers: { origin: 'https://a.b' } });

    expect([direct.isForBrowsers, browsers.isForBrowsers]).toEqual([false, true]);
  });
});
