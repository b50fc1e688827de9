import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './json-tokens.js';

/**
 * The members of a JSON object as slices of its own text, so that a value can be passed on exactly as it came: numbers beyond
 * 2^53 keep every digit. Of a repeated name the last one counts, as in `JSON.parse`.
 * @param json what `JSON.parse` accepts, the text of an object; anything else gives a meaningless result
 */
export function jsonMembers(json: string): Map<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let start = 0;
  let name = '';
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(json, at);
        break;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        depth += 1;
        if (depth === 1) start = at + 1;
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        depth -= 1;
        if (depth === 0 && name !== '') members.set(JSON.parse(name) as string, json.slice(start, at).trim());
        break;
      case COLON:
        if (depth !== 1) break;
        name = json.slice(start, at);
        start = at + 1;
        break;
      case COMMA:
        if (depth !== 1) break;
        members.set(JSON.parse(name) as string, json.slice(start, at).trim());
        start = at + 1;
    }
  }
  return members;
}
