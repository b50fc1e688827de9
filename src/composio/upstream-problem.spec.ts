import type { Problem } from '../errors/problem.js';
import { readErrorBody } from './error-body.js';
import { type Intent, type LastFailure, lostAnswer, upstreamProblem } from './upstream-problem.js';

const KEY = 'ak_live0123456789';
const changing: Intent = { write: true, tool: 'SEND', toolkit: 'mail' };
const reading: Intent = { write: false, tool: 'LIST', toolkit: 'mail' };
const creating: Intent = { write: true };
const listing: Intent = { write: false };

/** An answer of Composio whose body is this error. */
const answered = (status: number | undefined, error: object = {}, retryAfterMs?: number): LastFailure => ({
  neverSent: false,
  timedOut: false,
  status,
  retryAfterMs,
  body: readErrorBody(JSON.stringify({ error }), KEY),
});
/** The answer of something on the way to Composio. */
const byAnother = (status: number, body = '<!doctype html><h1>Forbidden</h1>'): LastFailure => ({
  ...answered(status),
  body: readErrorBody(body, KEY),
});
const noAnswer = answered(undefined);
const tooLate = { ...noAnswer, timedOut: true };
const neverSent = { ...noAnswer, neverSent: true };

/** All that a caller gets to see of a problem, in one line: status, code, whether to repeat it; words, fix, members. */
const told = ({ status, code, retryable, retryAfterSeconds, detail, fix, members }: Problem) => {
  const again = retryable ? 'again' : 'final';
  const wait = retryAfterSeconds === undefined ? '' : ` in ${retryAfterSeconds} s`;
  const more = Object.keys(members).length === 0 ? '' : ` ${JSON.stringify(members)}`;
  return `${status} ${code}, ${again}${wait}: ${detail}${fix === undefined ? '' : ` (${fix})`}${more}`;
};

const away = '503 upstream_unavailable, again in 5 s:';
const late = '504 upstream_timeout, again:';
const limited = (wait: number) =>
  `429 upstream_rate_limited, again in ${wait} s: Composio's rate limit is reached.`;
const lost = (what: string) =>
  `504 outcome_unknown, final: The answer of ${what} was lost. It may have run, so do not simply run it again. ` +
  '(Look up whether it took effect before trying again.)';

describe('A call of a tool that changes something', () => {
  it.each([
    ['no answer came', noAnswer],
    ['no answer came in time', tooLate],
    ['Composio ran out of time (408)', answered(408)],
    ['Composio failed (500)', answered(500, { message: 'Oops' })],
    ['Composio cannot do it (501)', answered(501)],
    ['a proxy failed (502)', answered(502)],
    ['somebody on the way named a wait (503)', answered(503, {}, 2_000)],
    ['a proxy ran out of time (504)', answered(504)],
    ['it was redirected (302)', answered(302)],
    ['it was redirected (307)', byAnother(307, '')],
  ])('is said to have run perhaps, and not to be repeated blindly, when %s', (_, failure) => {
    expect(told(upstreamProblem(changing, failure))).toBe(lost('SEND'));
  });

  it.each([
    ['it never left', neverSent, `${away} Composio could not be reached.`],
    ['it never left in time', { ...neverSent, timedOut: true }, `${late} Composio did not answer in time.`],
    ['a rate limit turned it away', answered(429, { slug: 'HTTP_TooManyRequests' }), limited(15)],
    ['a rate limit turned it away for a time', answered(429, {}, 42_000), limited(42)],
  ])('may be repeated when it certainly did not run: %s', (_, failure, wanted) => {
    expect(told(upstreamProblem(changing, failure))).toBe(wanted);
  });

  it('is said to have run perhaps when an answer came that says nothing', () => {
    expect(told(lostAnswer(changing, 'No JSON.'))).toBe(lost('SEND'));
  });
});

describe('A call of a tool that only reads', () => {
  it.each([
    ['no answer', noAnswer, `${away} Composio could not be reached.`],
    ['no answer in time', tooLate, `${late} Composio did not answer in time.`],
    ['a redirect', answered(307), `${away} Composio answered with a redirect, which is not followed.`],
    ['a 408', answered(408), `${late} Composio answered 408: it ran out of time.`],
    ['a 500', answered(500), `${away} Composio answered 500.`],
    ['a 503', answered(503, {}, 12_000), '503 upstream_unavailable, again in 12 s: Composio answered 503.'],
    ['a 504', answered(504), `${late} Composio answered 504: it ran out of time.`],
    ['a 429', answered(429), limited(15)],
  ])('may be repeated after %s', (_, failure, wanted) => {
    expect(told(upstreamProblem(reading, failure))).toBe(wanted);
  });

  it('may be repeated after an answer that says nothing', () => {
    expect(told(lostAnswer(reading, 'No JSON.'))).toBe(`${away} No JSON.`);
  });
});

describe('A tool that Composio refuses to run', () => {
  const unknown = '404 tool_not_found, final: Composio has no tool SEND.';
  const unfit = '422 arguments_invalid, final:';
  const unsaid = 'Composio does not accept the arguments.';
  const at = (message: string) => JSON.stringify({ path: '', message });
  const notTheirs = { code: 1812, message: 'Not theirs.', suggested_fix: 'Use theirs.' };
  const unconnected = '409 account_not_connected, final: The user has not connected mail yet.';
  it.each<[string, number, object, string]>([
    ['a code for an unknown tool', 404, { code: 2401, message: 'What is that?' }, unknown],
    ['a slug for an unknown tool', 404, { slug: 'Tool_ToolNotFound' }, unknown],
    ['a code for no connection', 404, { code: 1810, message: 'u-1 has none' }, unconnected],
    ['a code for no connection, in the form of v3', 400, { error_code: 1810 }, unconnected],
    ['another code for no connection', 404, { code: 1803 }, unconnected],
    ['a code for no connection, as a text', 404, { code: '1810' }, unconnected],
    ['a slug for no connection', 404, { slug: 'ActionExecute_ConnectedAccountNotFound' }, unconnected],
    ['a slug for no connection of a session', 400, { slug: 'ToolRouterV2_NoActiveConnection' }, unconnected],
    [
      'arguments that do not fit',
      400,
      { code: 10_400, message: 'No.', errors: ['to: Required', 'cc: No list'], suggested_fix: 'Mend it.' },
      `${unfit} No. to: Required cc: No list (Mend it.) {"errors":[${at('to: Required')},${at('cc: No list')}]}`,
    ],
    [
      'errors under a new code',
      422,
      { code: 77, errors: ['a: b'] },
      `${unfit} a: b {"errors":[${at('a: b')}]}`,
    ],
    ['a code for arguments that do not fit', 400, { code: 10_400 }, `${unfit} ${unsaid} {"errors":[]}`],
    ['an account of another user', 400, notTheirs, '424 tool_failed, final: Not theirs. (Use theirs.)'],
    ['nothing at all', 413, {}, '424 tool_failed, final: Composio could not run SEND.'],
  ])('gives the caller what to act on, not to repeat it: %s', (_, status, error, wanted) => {
    expect(told(upstreamProblem(changing, answered(status, error)))).toBe(wanted);
  });

  it('speaks of an app where its toolkit is not known', () => {
    const { detail } = upstreamProblem({ write: true, tool: 'X' }, answered(404, { code: 1810 }));
    expect(detail).toBe('The user has not connected this app yet.');
  });
});

describe('A request that is no call of a tool', () => {
  const invalid = '400 request_invalid, final:';
  const missing = '404 not_found, final:';
  const unusable = '503 upstream_unavailable, again in 60 s:';
  const unheard = 'Composio does not know this.';
  const words = { message: 'No such app.', suggested_fix: 'Take another.' };
  const refused = (status: number) => `Composio refused the request (${status}).`;
  it.each([
    ['creating with bad input', creating, answered(400, words), `${invalid} No such app. (Take another.)`],
    ['creating, without a word', creating, answered(409), `${invalid} ${refused(409)}`],
    ['creating, with a lost answer', creating, noAnswer, lost('Composio')],
    ['reading what is not there', listing, answered(404, words), `${missing} No such app.`],
    ['reading what is not there, without a word', listing, answered(404), `${missing} ${unheard}`],
    ['reading, refused for good', listing, answered(400, words), `${unusable} ${refused(400)} No such app.`],
    ['reading, refused without a word', listing, answered(410), `${unusable} ${refused(410)}`],
    ['reading, refused by a page', listing, byAnother(422), `${unusable} ${refused(422)}`],
    ['creating, redirected', creating, answered(308), lost('Composio')],
  ])('fails with what the caller can do about it: %s', (_, intent, failure, wanted) => {
    expect(told(upstreamProblem(intent, failure))).toBe(wanted);
  });
});

describe('A key that Composio turns away', () => {
  const rejected = '401 credential_rejected, final: Composio rejected the API key.';
  const another = '(Use a valid Composio project API key (ak_…), from the Composio dashboard.)';
  const elsewhere =
    "401 credential_rejected, final: Composio does not accept this API key from this server's address. " +
    "(Add this server's address to the key's IP allowlist in Composio.)";
  const scope = '403 credential_scope, final:';
  const wider = '(Use an API key with the permission, or widen it in the Composio dashboard.)';
  it.each<[string, number, object, string]>([
    [
      'unknown, without a word about it',
      401,
      { code: 801, message: `What is ${KEY}?` },
      `${rejected} ${another}`,
    ],
    ['from a wrong address', 401, { code: 902, message: 'Not from 203.0.113.7' }, elsewhere],
    [
      'without a permission',
      403,
      { code: 812, message: `${KEY} is too weak.` },
      `${scope} *** is too weak. ${wider}`,
    ],
    [
      'without some permission',
      403,
      {},
      `${scope} Composio says that this API key may not do this. ${wider}`,
    ],
  ])('is told to the caller whatever it was used for: %s', (_, status, error, wanted) => {
    for (const intent of [changing, reading, creating, listing]) {
      expect(told(upstreamProblem(intent, answered(status, error)))).toBe(wanted);
    }
  });

  it.each([
    ['words', { message: `Not with ${KEY}` }, '424 tool_failed, final: Not with ***'],
    ['fix', { message: 'No.', suggestedFix: 'Drop uak_12ab' }, '424 tool_failed, final: No. (Drop ***)'],
    [
      'errors',
      { errors: [KEY] },
      '422 arguments_invalid, final: *** {"errors":[{"path":"","message":"***"}]}',
    ],
  ])('is struck out of the %s about a tool that failed', (_, error, wanted) => {
    expect(told(upstreamProblem(changing, answered(400, error)))).toBe(wanted);
  });
});

describe('An answer that is not Composio’s own, but of a proxy or a firewall on the way', () => {
  const words = (status: number) =>
    `The answer was ${status}, not in Composio's words: something on the way to it may have given it.`;
  const look = '(Look at what stands between this server and Composio, such as a proxy or a firewall.)';

  it.each([401, 403, 404])('says nothing of the key or of what is there when reading: %s', (status) => {
    for (const intent of [reading, listing]) {
      expect(told(upstreamProblem(intent, byAnother(status)))).toBe(`${away} ${words(status)}`);
    }
  });

  it.each([
    [401, `401 credential_rejected, final: ${words(401)} ${look}`],
    [403, `403 credential_scope, final: ${words(403)} ${look}`],
    [404, '424 tool_failed, final: Composio could not run SEND.'],
  ])(
    'is not to be repeated blindly, nor blamed on the key, when changing something: %s',
    (status, wanted) => {
      expect(told(upstreamProblem(changing, byAnother(status)))).toBe(wanted);
    },
  );

  it.each(['', '{}', '{"message":"Unauthorized"}', '{"error":"Unauthorized"}', '{"code":801}'])(
    'is not what an answer is that only says little: %j',
    (body) => {
      expect(upstreamProblem(listing, byAnother(401, body)).code).toBe('credential_rejected');
    },
  );
});
