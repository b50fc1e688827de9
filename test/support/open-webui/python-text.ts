import { isObject } from './json-object.js';

/** What Python's `str(value)` gives for a parsed JSON value: `True`, `None`, `['a', 1]`; text stays as it is. */
export function pythonText(value: unknown): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** What `urllib.parse.quote(str(value), safe='')` gives: everything but letters, digits and `_.-~` is encoded. */
export function pythonQuote(value: unknown): string {
  return encodeURIComponent(pythonText(value)).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
}

/** What `urllib.parse.urlencode(pairs)` gives without `doseq`: a list or an object is sent as its Python text. */
export function pythonUrlencode(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map((pair) => pair.map((text) => pythonQuote(text).replaceAll('%20', '+')).join('='))
    .join('&');
}

function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) {
    return 'None';
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => pythonRepr(item)).join(', ')}]`;
  }
  if (isObject(value)) {
    const pairs = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${pythonRepr(item)}`);
    return `{${pairs.join(', ')}}`;
  }
  return JSON.stringify(value);
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}
