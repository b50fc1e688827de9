import { type ErrorBody, readErrorBody, strikeOutKeys } from './error-body.js';

const KEY = 'ak_live-Zk3.9';
const silent: ErrorBody = {
  isPage: false,
  code: undefined,
  slug: undefined,
  message: undefined,
  fix: undefined,
  errors: [],
};

const read = (body: unknown, key = KEY) =>
  readErrorBody(typeof body === 'string' ? body : JSON.stringify(body), key);

describe('What Composio says about a failure', () => {
  it.each<[string, unknown, Partial<ErrorBody>]>([
    [
      'its usual envelope',
      {
        error: {
          message: 'Some arguments do not fit',
          code: 10_400,
          slug: 'HTTP_BadRequest',
          status: 400,
          request_id: 'b1946ac9',
          suggested_fix: 'Compare them with the schema.',
          errors: ['subject: Required', 'to: Expected an array'],
        },
      },
      {
        code: 10_400,
        slug: 'HTTP_BadRequest',
        message: 'Some arguments do not fit',
        fix: 'Compare them with the schema.',
        errors: ['subject: Required', 'to: Expected an array'],
      },
    ],
    [
      'an envelope with error_code',
      { error: { message: 'Nobody of that name', error_code: 1810 } },
      { code: 1810, message: 'Nobody of that name' },
    ],
    [
      'an envelope with a code in words and suggestedFix',
      { error: { message: 'Wrong origin', code: 'OriginMismatch', suggestedFix: 'Call from the backend.' } },
      { code: 'OriginMismatch', message: 'Wrong origin', fix: 'Call from the backend.' },
    ],
    [
      'code before error_code, and suggested_fix before suggestedFix, where there are both',
      { error: { code: 1, error_code: 2, suggested_fix: 'this', suggestedFix: 'that' } },
      { code: 1, fix: 'this' },
    ],
    [
      'a message without an envelope, as behind the rate limit of an organisation',
      { message: 'Too fast. At most 2000 requests in a minute' },
      { message: 'Too fast. At most 2000 requests in a minute' },
    ],
    [
      'code and slug without an envelope',
      { code: 2401, slug: 'Tool_ToolNotFound', error: null },
      { code: 2401, slug: 'Tool_ToolNotFound' },
    ],
    ['a text where the envelope should be', { error: 'gone fishing' }, { message: 'gone fishing' }],
    [
      'a text where the envelope should be, and the rest beside it',
      { error: 'Not Found', message: 'Nobody of that name', code: 1810, slug: 'ActionExecute_X' },
      { code: 1810, slug: 'ActionExecute_X', message: 'Nobody of that name' },
    ],
    ['a number as a text', { error: { code: '1810' } }, { code: 1810 }],
    [
      'errors that say apart what is wrong where',
      {
        error: {
          errors: [
            { path: 'to', message: 'Required' },
            { path: ['cc', 0, {}], message: 'No address' },
            { path: [], message: 'Too much' },
            { message: 'Too little' },
          ],
        },
      },
      { errors: ['to: Required', 'cc.0: No address', 'Too much', 'Too little'] },
    ],
    ['a text with space around it', { error: { message: '\n  No.  ' } }, { message: 'No.' }],
  ])('is read from %s', (_, body, said) => {
    expect(read(body)).toEqual({ ...silent, ...said });
  });

  it.each<[string, unknown]>([
    ['an empty text', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', [{ message: 'in a list' }]],
    ['what is no error of an API', { detail: 'Not authenticated' }],
  ])('is nothing when it is %s', (_, body) => {
    expect(read(body)).toEqual(silent);
  });

  it.each<[string, unknown]>([
    ['the HTML page of a proxy', '<!doctype html><h1>502 Bad Gateway</h1>'],
    ['JSON that is cut off', '{"error":{"message":"The tool'],
  ])('is nothing, and not Composio’s, when it is %s', (_, body) => {
    expect(read(body)).toEqual({ ...silent, isPage: true });
  });

  it.each<[string, unknown]>([
    ['an envelope without anything in it', { error: {} }],
    [
      'members of other types',
      {
        error: {
          code: [1],
          slug: 7,
          message: { text: 'no' },
          suggested_fix: true,
          errors: { to: 'Required' },
        },
      },
    ],
    ['texts of nothing but space', { error: { slug: '', message: ' ', suggested_fix: '\t', errors: [''] } }],
  ])('is nothing, rather than a second failure, when it is %s', (_, body) => {
    expect(read(body)).toEqual(silent);
  });

  it('is nothing when there is no body at all', () => {
    expect(readErrorBody(undefined, KEY)).toEqual(silent);
  });

  it('keeps the errors that are texts when others are not', () => {
    expect(read({ error: { errors: ['to: Required', null, 3, ' ', { at: 'cc' }] } }).errors).toEqual([
      'to: Required',
    ]);
  });

  it('shows the key in none of its texts', () => {
    const body = read({
      error: {
        message: `Not a key: ${KEY}`,
        suggested_fix: `Replace ${KEY} by another.`,
        errors: [`x-api-key=${KEY}`],
      },
    });
    expect(body).toEqual({
      ...silent,
      message: 'Not a key: ***',
      fix: 'Replace *** by another.',
      errors: ['x-api-key=***'],
    });
  });

  it('shows no key that is written with escapes, or behind one', () => {
    const odd = 'a"b\\c';
    const message = `Not ${odd}, nor\nak_0ther1234, nor ${JSON.stringify({ key: odd, also: '\nak_0ther1234' })}`;
    expect(read({ error: { message } }, odd).message).toBe(
      'Not ***, nor\n***, nor {"key":"***","also":"\\n***"}',
    );
  });

  it('is understood even if the key is a part of its JSON', () => {
    expect(read({ error: { code: 1810, message: 'No 1810' } }, '1810')).toMatchObject({
      code: 1810,
      message: 'No ***',
    });
    expect(read({ error: { code: '1810', slug: 'error' } }, 'error')).toMatchObject({
      code: 1810,
      slug: 'error',
    });
  });

  it('is read no further than a caller could be told, with a key at the cut gone all the same', () => {
    const errors = Array.from({ length: 8_000 }, () => 'x'.repeat(5_000));
    const message = 'y'.repeat(1_995) + KEY.repeat(100);
    const body = read({ error: { message, errors } });

    expect(body.errors).toHaveLength(20);
    expect(new Set(body.errors)).toEqual(new Set(['x'.repeat(2_000)]));
    expect(body.message).toBe(`${'y'.repeat(1_995)}*****`);
  });

  it('shows no key in a text that stands where the envelope should be', () => {
    expect(read({ error: `Not a key: ${KEY}` }).message).toBe('Not a key: ***');
  });

  it('shows no key that is written like no other', () => {
    expect(read({ message: 'Hello tr0ub4dor&3 (tr0ub4dor&3)' }, 'tr0ub4dor&3').message).toBe(
      'Hello *** (***)',
    );
  });
});

describe('A text of Composio', () => {
  it.each([
    ['the key of the request', `It was ${KEY}, twice: ${KEY}`, 'It was ***, twice: ***'],
    ['another project key', 'It was ak_0123abcd', 'It was ***'],
    ['a user key', 'Send uak_0123abcd instead', 'Send *** instead'],
    ['an organisation key', 'Send oak_0123abcd instead', 'Send *** instead'],
    ['a key of a connected account', 'Has "ck_0123abcd" expired?', 'Has "***" expired?'],
    ['a key masked with asterisks', 'ak_**abcd is revoked', '*** is revoked'],
    ['a key cut short by an ellipsis', 'ak_0123… is revoked', '*** is revoked'],
    ['a key of letters only', 'ak_aBcDeF is revoked', '*** is revoked'],
    ['two keys of others', 'Not ak_0123abcd but uak_4567efgh', 'Not *** but ***'],
    ['a key in a URL', 'GET /tools?key=ak_0123-abcd&limit=1', 'GET /tools?key=***&limit=1'],
  ])('loses %s', (_, words, shown) => {
    expect(strikeOutKeys(words, KEY)).toBe(shown);
  });

  it.each([
    'Tool MAIL_SEND_EMAIL not found',
    'The break_even and task_id arguments are missing',
    'Create a key that starts with ak_, in the dashboard',
    'Account ca_9f is of another user',
    'Tool AK_DO_SOMETHING_2 not found',
    'The ck_editor argument is missing',
  ])('stays as it is without a key: %s', (words) => {
    expect(strikeOutKeys(words, KEY)).toBe(words);
  });
});
