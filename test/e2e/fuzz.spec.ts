import * as fc from 'fast-check';
import { oddTools } from '../support/odd-tools.js';
import { startComposio } from '../support/scripted-composio.js';
import { startServer } from '../support/start-server.js';
import { notesTools, READ_NOTE, WRITE_NOTE } from './notes-tools.js';
import { rawRequest } from './raw-request.js';

const WORDS =
  'api,tools,toolkits,servers,connections,openapi.json,health,live,ready,docs,search,execute,notes,one,composio,__proto__,constructor,..,.,%2e%2e,%2f,%00,%zz,%,%F0%9F%98%80,;,:id,*,$ref,null,-1'.split(
    ',',
  );
const segment = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS, READ_NOTE, WRITE_NOTE, '', ' ') },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 20 }).map(encodeURIComponent),
  },
);
const NAMES = [
  'toolkits',
  'servers',
  'tools',
  'mode',
  'max_tools',
  'limit',
  'cursor',
  'query',
  'format',
  'x',
];
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'notes',
    'one',
    'search',
    'openai',
    '%00',
    '%',
    '[]',
    '{}',
    'a,b,,c',
    '%5B',
  ),
  fc.string({ maxLength: 10 }).map(encodeURIComponent),
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...NAMES, 'limit[]', '__proto__'), value), { maxLength: 3 })
  .map((pairs) => pairs.map(([name, given]) => `${name}=${given}`).join('&'));
const likely = fc.constantFrom(
  '/openapi.json',
  '/api/tools',
  '/api/tools/search',
  '/api/tools/execute',
  `/api/tools/${READ_NOTE}/execute`,
  `/api/tools/${WRITE_NOTE}/execute`,
  '/api/connections',
  '/toolkits/notes/openapi.json',
  '/servers/one/api/tools',
  '/servers/one/api/servers/one',
);
const path = fc.oneof(
  likely,
  fc.array(segment, { maxLength: 7 }).map((parts) => `/${parts.join('/')}`),
);
const body = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .tuple(
      fc.constantFrom('tool', 'arguments', 'query', 'toolkits', 'limit', 'toolkit', 'text', '__proto__'),
      fc.jsonValue(),
    )
    .map(
      ([name, given]) =>
        `{"tool":"${READ_NOTE}","query":"note",${JSON.stringify(name)}:${JSON.stringify(given)}}`,
    ),
  fc.string({ maxLength: 30 }),
);
const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=latin1',
      'text/plain',
      'nonsense',
      '/',
    ),
    accept: fc.constantFrom('*/*', 'text/html', ''),
    'accept-encoding': fc.constantFrom('br', 'gzip;q=x', ';;;', '*;q=0.0', ','),
    'if-none-match': fc.constantFrom('*', '""', 'W/"x"', ','),
    'x-request-id': fc.constantFrom('a', ' ', '\u00e4', '<'),
    'x-openwebui-user-id': fc.constantFrom('anna', '\u00e4', '{{USER_ID}}'),
    range: fc.constantFrom('bytes=0-1', 'x'),
    origin: fc.constantFrom('null', 'https://chat.example', '?'),
  },
  { requiredKeys: [] },
);

it('whatever is asked, the server stays well and answers in order', async () => {
  const tools = [...notesTools(), ...oddTools()];
  const servers = [{ id: 'one', name: 'One', toolkits: ['notes'], allowed_tools: [] }];
  const composio = await startComposio({ tools, servers });
  const server = await startServer({ composio, env: { TRUST_USER_HEADERS: 'true' } });
  const method = fc.constantFrom('GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH');
  await fc.assert(
    fc.asyncProperty(method, path, query, headers, body, async (method, path, query, headers, body) => {
      const answer = await rawRequest(server.url, {
        method,
        path: `${path.replaceAll(' ', '%20')}?${query}`,
        headers: { ...headers, 'x-api-key': composio.apiKey },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
      });

      expect(answer.status).not.toBe(500);
      if (answer.status < 400 || method === 'HEAD') return;
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(answer.body.toString())).toMatchObject({
        status: answer.status,
        code: expect.any(String),
      });
      expect(answer.body.length).toBeLessThan(2_000);
    }),
    { numRuns: 400 },
  );
  expect(composio.requests.filter(({ path }) => !path.startsWith('/api/v3.1/'))).toEqual([]);
  await server.get('/health/live').expect(200);
}, 20_000);
