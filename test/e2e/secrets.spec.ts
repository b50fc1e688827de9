import { randomBytes } from 'node:crypto';
import {
  cutBody,
  type Fault,
  hang,
  htmlPage,
  normally,
  redirect,
  resetBeforeHeaders,
  status,
  text,
} from '../support/scripted-composio-faults.js';
import { account } from '../support/scripted-composio-project.js';
import { EXECUTE, type ScriptedComposio, startComposio } from '../support/scripted-composio.js';
import { startServer } from '../support/start-server.js';
import { type SpawnedServer, spawnServer } from './built-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';

const CANARY = `ck_SECRET_${randomBytes(12).toString('hex')}`;
const FOREIGN = {
  cookie: 'session=SECRET-cookie',
  'x-user-api-key': 'uak_SECRET',
  'x-org-api-key': 'oak_SECRET',
  'x-session-id': 'SECRET-session',
  'x-openwebui-user-jwt': 'SECRET.jwt.x',
  'x-openwebui-user-email': 'SECRET@example.com',
};

let composio: ScriptedComposio;
let elsewhere: ScriptedComposio;
let server: SpawnedServer;
const answers: string[] = [];

beforeAll(async () => {
  composio = await startComposio(
    new Map([
      [
        CANARY,
        { tools: notesTools(), accounts: [account('default', 'notes')], needsAccount: new Set(['notes']) },
      ],
    ]),
  );
  elsewhere = await startComposio();
  server = await spawnServer({
    composio,
    env: {
      LOG_LEVEL: 'debug',
      MAX_RETRIES: '1',
      REQUEST_TIMEOUT: '0.3',
      TOOLS_CACHE_TTL_SECONDS: '0.01',
      SERVERS_CACHE_TTL_SECONDS: '0.01',
    },
  });
}, 20_000);

/** Asks every route, and keeps every byte that comes back. */
async function askAll(): Promise<void> {
  const options = { headers: FOREIGN };
  const gets = [
    '/openapi.json',
    '/toolkits/notes/openapi.json',
    '/api/tools',
    `/api/tools/${READ_NOTE}`,
    '/api/tools/NO_SUCH',
    '/api/toolkits',
    '/api/servers',
    '/api/servers/x',
    '/api/connections',
    '/health',
    '/api/openapi.json',
    '/nowhere',
  ];
  const posts: [string, unknown][] = [
    [`/api/tools/${READ_NOTE}/execute`, {}],
    [`/api/tools/${WRITE_NOTE}/execute`, { text: 'hello' }],
    [`/api/tools/${WRITE_NOTE}/execute`, '{'],
    ['/api/tools/execute', { tool: READ_NOTE }],
    ['/api/tools/search', { query: 'note' }],
    ['/api/connections', { toolkit: 'notes' }],
  ];
  const asked = [
    ...gets.map((path) => server.get(path, options)),
    ...posts.map(([path, body]) => server.post(path, body, options)),
  ];
  for (const answer of await Promise.all(asked)) {
    answers.push(`${answer.status} ${JSON.stringify(answer.headers)} ${answer.text}`);
  }
}

const echo = `Key ${CANARY} at http://backend.composio.internal:9000 is not welcome`;
const FAULTS: Record<string, Fault> = {
  'nothing wrong': normally,
  'a reset': resetBeforeHeaders,
  'a cut body': cutBody,
  'no answer': hang,
  HTML: htmlPage,
  'a crash': status(500, {}, echo),
  'a rejected key': status(401, {}, echo),
  'a narrow key': status(403, {}, echo),
  'a bad request': status(400, {}, echo),
  'a missing thing': status(404, {}, echo),
  'a rate limit': status(429, { 'retry-after': '0' }, echo),
  'a failed tool': text(JSON.stringify({ successful: false, error: echo, data: null })),
};

describe('The key of a caller', () => {
  it.each(Object.entries(FAULTS))('is in no answer and in no log: %s', async (_, fault) => {
    composio.recover();
    composio.on('*').always(fault);

    await askAll();

    expect(answers.filter((answer) => answer.includes(CANARY)).map((answer) => answer.slice(0, 3))).toEqual(
      [],
    );
    expect(
      server
        .output()
        .split('\n')
        .filter((line) => line.includes(CANARY)),
    ).toEqual([]);
  });

  it('no answer and no log shows another secret, Composio’s address or a part of this server’s inside', () => {
    const bytes = answers.join('\n') + server.output();

    expect(bytes.length).toBeGreaterThan(10_000);
    expect(bytes.match(/.{20}(?:SECRET|account-secret)/g)).toBeNull();
    const withoutLinks = answers.join('\n').replaceAll(`${composio.url}/connect/`, '');
    expect(withoutLinks.includes(composio.url.replace('http://', ''))).toBe(false);
    expect(answers.filter((answer) => /node_modules|\.js:\d+|\bat \w+ \(/.test(answer))).toEqual([]);
  });

  it('travels to Composio in one header, and no other credential or cookie with it', () => {
    const withKey = composio.requests.filter(({ key }) => key !== '');

    expect(withKey.length).toBeGreaterThan(50);
    for (const { headers, path, query, body } of composio.requests) {
      const { 'x-api-key': key, ...others } = headers;
      expect([CANARY, undefined]).toContain(key);
      expect(Object.keys(others).filter((name) => /auth|cookie|key|session|openwebui/.test(name))).toEqual(
        [],
      );
      expect(JSON.stringify(others) + path + query.toString() + body).not.toContain('SECRET');
    }
    expect(new Set(composio.requests.map(({ headers }) => headers['x-request-id'])).size).toBeGreaterThan(50);
  });
});

it.each([301, 302, 303, 307, 308])(
  'a redirect (%s) is not followed: nothing is sent to another host',
  async (code) => {
    composio.recover();
    composio.on('*').always(redirect(`${elsewhere.url}/api/v3.1/tools`, code));

    await askAll();
    const run = await server.post(`/api/tools/${READ_NOTE}/execute`, {});

    expect(run.status).toBeGreaterThanOrEqual(500);
    expect(elsewhere.count()).toBe(0);
  },
);

it('a key that looks like nothing else is struck out of Composio’s words too', async () => {
  const plain = `0f${randomBytes(16).toString('hex')}`;
  composio.recover();
  const other = await startComposio(new Map([[plain, { tools: notesTools() }]]));
  const guarded = await startServer({ composio: other });
  const failure = { successful: false, error: `The key ${plain} has no more credits`, data: null };
  other.on(EXECUTE).once(text(JSON.stringify(failure)));
  other.on(EXECUTE).once(status(403, {}, `The key ${plain} may not do this`));

  for (let tried = 0; tried < 2; tried += 1) {
    const answer = await guarded.post(`/api/tools/${READ_NOTE}/execute`, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain(plain);
  }
});
