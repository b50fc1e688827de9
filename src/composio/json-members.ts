const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * The members of a JSON object as slices of its own bytes, so that a value can be passed on exactly as it came: numbers beyond
 * 2^53 keep every digit. Of a repeated name the last one counts, as in `JSON.parse`.
 * @param json bytes that `JSON.parse` accepts, the text of an object; anything else gives a meaningless result
 */
export function jsonMembers(json: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>();
  let depth = 0;
  let start = 0;
  let name = '';
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] as number;
    if (byte === QUOTE) at = endOfString(json, at);
    else if (OPEN.has(byte)) {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (CLOSE.has(byte)) {
      depth -= 1;
      if (depth === 0 && name !== '') members.set(JSON.parse(name) as string, trimmed(json, start, at));
    } else if (depth === 1 && byte === COLON) {
      name = json.toString('utf8', start, at);
      start = at + 1;
    } else if (depth === 1 && byte === COMMA) {
      members.set(JSON.parse(name) as string, trimmed(json, start, at));
      start = at + 1;
    }
  }
  return members;
}

function endOfString(json: Buffer, start: number): number {
  for (let end = json.indexOf(QUOTE, start + 1); end !== -1; end = json.indexOf(QUOTE, end + 1)) {
    let backslashes = 0;
    while (json[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
  return json.length;
}

function trimmed(json: Buffer, start: number, end: number): Buffer {
  let from = start;
  let to = end;
  while (isBlank(json[from])) from += 1;
  while (isBlank(json[to - 1])) to -= 1;
  return json.subarray(from, to);
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
