import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

async function request(path: string, init: RequestInit = {}, url = sandbox.url): Promise<Answer> {
  const response = await fetch(`${url}/api/v3.1${path}`, { headers: { 'x-api-key': 'ak_sandbox' }, ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

const post = (path: string, body: string) =>
  request(path, { method: 'POST', headers: { 'x-api-key': 'ak_sandbox' }, body });

const callVersion = (version: string) =>
  post('/tools/execute/MAIL_GET_PROFILE', JSON.stringify({ arguments: {}, version }));

describe('A key', () => {
  it.each([
    ['none', {}, { code: 906, slug: 'Auth_NoAuthProvided' }],
    ['only a bearer token', { authorization: 'Bearer ak_sandbox' }, { code: 906 }],
    ['a user key', { 'x-user-api-key': 'uak_1' }, { code: 2113 }],
    ['an organisation key', { 'x-org-api-key': 'oak_1' }, { code: 10401 }],
    [
      'two of them',
      { 'x-api-key': 'ak_sandbox', 'x-user-api-key': 'uak_1' },
      { slug: 'HTTP_Unauthorized', message: expect.stringContaining('exactly one authentication mode') },
    ],
    [
      'a wrong one',
      { 'x-api-key': 'ak_secret_12345678' },
      { code: 801, message: 'Invalid API key: ak_**5678' },
    ],
  ])('%s is refused', async (_what, headers, error) => {
    const answer = await request('/toolkits', { headers });

    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { status: 401, request_id: expect.any(String), ...error } });
  });
});

describe('An error', () => {
  it('carries the id of the request, and what to do', async () => {
    const headers = { 'x-api-key': 'ak_sandbox', 'x-request-id': 'request-7' };
    const { body } = await request('/tools/NOPE', { headers });

    expect(body).toMatchObject({ error: { request_id: 'request-7', suggested_fix: 'Check your input.' } });
  });

  it.each(['/nothing', '/tools/execute/NOPE', '/mcp/servers/1', '/tools/%E0%A4%A'])(
    'answers a request to %s',
    async (path) => {
      expect(await request(path)).toMatchObject({ status: 404, body: { error: { slug: 'HTTP_NotFound' } } });
    },
  );

  it.each(['/api/v3/toolkits', '/api/v3.1', '/', '//'])(
    'answers a request outside the API to %s',
    async (path) => {
      const answer = await fetch(`${sandbox.url}${path}`, { headers: { 'x-api-key': 'ak_sandbox' } });

      expect(answer.status).toBe(404);
    },
  );
});

describe('A request that does not fit', () => {
  it.each([
    ['/tools?limit=0', 'Error in query.limit: Expected a whole number between 1 and 1000'],
    ['/tools?limit=1001', 'Error in query.limit: Expected a whole number between 1 and 1000'],
    ['/tools?cursor=%25%25', 'Error in query.cursor: Invalid cursor'],
    ['/tools?important=maybe', 'Error in query.important: Expected one of true, false'],
    ['/toolkits?search=ab', 'Error in query.search: Expected at least 3 characters'],
    ['/toolkits?sort_by=size', 'Error in query.sort_by: Expected one of usage, alphabetically'],
    ['/connected_accounts?statuses=BROKEN', expect.stringContaining('Error in query.statuses')],
  ])('GET %s is told what is wrong', async (path, problem) => {
    const answer = await request(path);

    expect(answer).toMatchObject({ status: 400, body: { error: { code: 10400, errors: [problem] } } });
  });

  it.each([
    [
      'both text and arguments',
      '{"text":"hi","arguments":{}}',
      "Only one of 'text' or 'arguments' must be provided",
    ],
    ['neither text nor arguments', '{"user_id":"a"}', "One of 'text' or 'arguments' must be provided"],
    ['arguments that are no object', '{"arguments":[1]}', 'payload.arguments: Expected an object'],
    ['an empty user', '{"arguments":{},"user_id":""}', 'payload.user_id: Expected a string'],
    ['no JSON', 'hello', 'Error in payload: Expected a JSON object'],
    ['nothing', '', 'Error in payload: Expected a JSON object'],
  ])('a call with %s is told what is wrong', async (_what, body, problem) => {
    const answer = await post('/tools/execute/MAIL_GET_PROFILE', body);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 10400, errors: [expect.stringContaining(problem)] } });
  });

  it('a call in prose is refused: the sandbox has no language model', async () => {
    expect(await post('/tools/execute/MAIL_GET_PROFILE', '{"text":"whose mailbox?"}')).toMatchObject({
      status: 501,
    });
  });

  it('a call with a version the tool does not have is refused', async () => {
    expect(await callVersion('20200101_00')).toMatchObject({ status: 404, body: { error: { code: 2401 } } });
    expect(await callVersion('20260518_00')).toMatchObject({ status: 200 });
    expect(await callVersion('latest')).toMatchObject({ status: 200 });
  });

  it('a body that is too large is refused', async () => {
    const body = JSON.stringify({ arguments: { text: 'x'.repeat(6_000_001) } });

    expect(await post('/tools/execute/UTILITIES_COUNT_WORDS', body)).toMatchObject({ status: 413 });
  });
});

describe('Lists', () => {
  it('keep the page size that a cursor was made with, and take a plain page number', async () => {
    const first = await request('/tools?limit=5');
    const [, cursor] = /"next_cursor":"([^"]+)"/.exec(first.text) ?? [];
    const second = await request(`/tools?cursor=${encodeURIComponent(cursor ?? '')}`);

    expect(second.body).toMatchObject({ current_page: 2, items: { length: 5 } });
    expect((await request('/tools?limit=5&cursor=2')).body).toEqual(second.body);
  });

  it('end with a cursor of null', async () => {
    expect((await request('/tools?limit=1000')).body).toMatchObject({ next_cursor: null, total_pages: 1 });
  });

  it('of accounts and auth configs never hold more than fifty', async () => {
    const users = Array.from({ length: 9 }, (_, index) => `user-${index}`).join(',');
    const answer = await request(`/connected_accounts?limit=1000&user_ids=${users}`);

    expect(answer.body).toMatchObject({ items: { length: 50 }, total_items: 63, total_pages: 2 });
  });

  it('take lists comma-joined, repeated and in brackets', async () => {
    const slugs = ['MAIL_GET_THREAD', 'NOTES_GET_PAGE'];
    const forms = [`tool_slugs=${slugs.join(',')}`, slugs.map((slug) => `tool_slugs=${slug}`).join('&')];
    const brackets = slugs.map((slug) => `tool_slugs[]=${slug}`).join('&');

    for (const form of [...forms, brackets]) {
      expect((await request(`/tools?${form}`)).body).toMatchObject({ total_items: 2 });
    }
  });
});

describe('Integers beyond 2^53', () => {
  it.each(['12345678901234567890', '-9007199254740993', '9007199254740991'])(
    '%s comes back digit for digit',
    async (digits) => {
      const kept = await post(
        '/tools/execute/UTILITIES_REMEMBER_NUMBER',
        `{"user_id":"n","arguments":{"value": ${digits} ,"name":"a \\" 99999999999999999999"}}`,
      );
      const recalled = await post(
        '/tools/execute/UTILITIES_RECALL_NUMBER',
        '{"user_id":"n","arguments":{"name":"a \\" 99999999999999999999"}}',
      );

      expect(kept.text).toContain(`"value":${digits}}`);
      expect(recalled.text).toContain(`"value":${digits}}`);
    },
  );
});

describe('Limits and secrets', () => {
  it('every answer says how many requests are left, and the first one too many is refused', async () => {
    const strict = await startSandbox({ rateLimit: 2, now: () => new Date('2026-11-24T12:00:48Z') });
    const answers = [
      await request('/tools/enum', {}, strict.url),
      await request('/tools/enum', {}, strict.url),
    ];
    const refused = await request('/tools/enum', {}, strict.url);
    await strict.close();

    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0']);
    expect(refused.headers.get('retry-after')).toBe('12');
    expect(refused).toMatchObject({
      status: 429,
      body: { message: expect.stringContaining('Rate limit exceeded') },
    });
  });

  it('accounts and auth configs carry a fake secret, so that a leak can be seen', async () => {
    const accounts = await request('/connected_accounts?user_ids=anna');
    const configs = await request('/auth_configs');

    expect(accounts.text.match(/sandbox-secret-do-not-leak/g)?.length).toBeGreaterThan(7);
    expect(configs.text).toContain('sandbox-secret-do-not-leak');
  });
});
