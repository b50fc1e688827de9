import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../errors/problem.js';

/** Deeper than any tool's arguments; recursive code further on stays far from the end of the stack. */
const MOST_LEVELS = 64;

const JSON_TYPE = /^(?:$|application\/(?:[\w.+-]+\+)?json(?:\s*;|$))/i;

/** A request's body, and its text where it has one. */
export interface JsonBody {
  readonly value: unknown;
  readonly json: string | undefined;
}

/**
 * Parses a request's body. No body at all is an empty object, because Open WebUI sends none to a tool without arguments.
 * @throws {Problem} `request_invalid` for what is not JSON in UTF-8, or nested too deeply
 */
export function parseJsonBody(raw: Buffer, headers: IncomingHttpHeaders): JsonBody {
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? '')) {
    throw new Problem('request_invalid', 'The body is compressed.', {
      fix: 'Send it without Content-Encoding.',
    });
  }
  // Without a type a browser sends it for any page, unasked: only for application/json does it ask first (CORS).
  const isUnasked = headers.origin !== undefined && headers['content-type'] === undefined;
  if (isUnasked || !JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new Problem('request_invalid', 'The body is not JSON.', {
      fix: 'Send Content-Type: application/json.',
    });
  }
  if (!isUtf8(raw)) throw new Problem('request_invalid', 'The body is not UTF-8.');
  if (depthOf(raw) > MOST_LEVELS)
    throw new Problem('request_invalid', `The body is nested more than ${MOST_LEVELS} levels.`);
  const text = raw.toString().replace(/^\ufeff/, '');
  if (text.trim() === '') return { value: {}, json: undefined };
  try {
    return { value: JSON.parse(text), json: text };
  } catch {
    throw new Problem('request_invalid', 'The body is not valid JSON.', { fix: 'Send one JSON object.' });
  }
}

/** How deeply brackets are nested, whether or not the text is JSON. */
function depthOf(json: Buffer): number {
  let deepest = 0;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inString) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return deepest;
}
