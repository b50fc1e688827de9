import { stringifyJson } from './exact-json.js';
import type { Reply } from './exchange.js';

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    text: stringifyJson(body),
  };
}

/** A web page for a person. */
export function page(status: number, markup: string, headers: Record<string, string>): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, text: markup };
}

/** Sends a browser on to another address with a GET. */
export function seeOther(location: string, headers: Record<string, string>): Reply {
  return { status: 303, headers: { location, ...headers }, text: '' };
}
