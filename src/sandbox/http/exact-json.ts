/**
 * An integer beyond 2^53, kept as the digits it was written with.
 *
 * `JSON.parse` would round it to the nearest double, and a rounded order or account number is a wrong one.
 * (The source text given to a `JSON.parse` reviver would do this job, but Node 20 does not have it.)
 */
export class LongInteger {
  constructor(readonly digits: string) {}

  toString(): string {
    return this.digits;
  }

  toJSON(): Record<string, string> {
    return { [MARK]: this.digits };
  }
}

const MARK = '$long-integer';
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED = new RegExp(`\\{"\\${MARK}":"(-?\\d+)"\\}`, 'g');

/**
 * Parses JSON like `JSON.parse`, except that integers a double cannot hold come back as `LongInteger`.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    isLong(token) ? `{"${MARK}":"${token}"}` : token,
  );
  return JSON.parse(marked, (_key, value: unknown) => unmark(value));
}

/** Writes JSON like `JSON.stringify`, with each `LongInteger` as the digits it holds. */
export function stringifyJson(value: unknown): string {
  return JSON.stringify(value).replace(MARKED, '$1');
}

function isLong(token: string): boolean {
  return /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token));
}

function unmark(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !(MARK in value)) return value;
  const digits = value[MARK];
  return typeof digits === 'string' && isLong(digits) ? new LongInteger(digits) : value;
}
