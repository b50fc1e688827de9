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

/** The text of a page of a list, taken apart. */
export interface SplitPage {
  /** The page with an empty list of items. */
  readonly page: string;
  /** Each item's own text. */
  readonly items: readonly string[];
}

/**
 * Takes the items out of a page's JSON text, so that they can be parsed a few at a time, and each keeps its text as it came.
 * @param json an object with an array `items`; of anything else, and of what is no JSON, there is nothing to take out, or the parts
 * are no JSON either
 */
export function splitPage(json: string): SplitPage {
  const items: string[] = [];
  let depth = 0;
  let word = '';
  let name = '';
  let opened = -1;
  let closed = -1;
  let start = 0;
  for (let at = 0; at < json.length && closed === -1; at += 1) {
    switch (json.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(json, at);
        if (depth === 1) word = json.slice(at, end + 1);
        at = end;
        break;
      }
      case COLON:
        if (depth === 1) name = word;
        break;
      case OPEN_ARRAY:
        if (depth === 1 && name === '"items"') opened = start = at + 1;
        depth += 1;
        break;
      case OPEN_OBJECT:
        depth += 1;
        break;
      case CLOSE_ARRAY:
        depth -= 1;
        if (depth === 1 && opened !== -1) closed = at;
        break;
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      case COMMA:
        if (depth !== 2 || opened === -1) break;
        items.push(json.slice(start, at));
        start = at + 1;
    }
  }
  if (closed === -1) return { page: json, items: [] };
  const last = json.slice(start, closed);
  if (items.length > 0 || last.trim() !== '') items.push(last);
  return { page: json.slice(0, opened) + json.slice(closed), items };
}
