import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply } from 'fastify';

/**
 * Names and values in turn, as Node writes them. An object put together for each answer has a shape of its own each time: that
 * makes a whole tool call 1.2 times as dear.
 */
export type HeaderList = readonly string[];

/** The type of every answer that is JSON, but for failures. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** What a request is called in answers and logs: by its client's `X-Request-Id` if that is a plain word, else by a new UUID. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

/** What every answer says, whoever gives it: what it is called, and that its type is not to be guessed. */
export function commonHeaders(requestId: string): HeaderList {
  return ['x-request-id', requestId, 'x-content-type-options', 'nosniff'];
}

/** The same, of what belongs to its caller: whatever a route says, unless it says otherwise. */
export function privateHeaders(requestId: string): HeaderList {
  return [...commonHeaders(requestId), 'cache-control', 'private, no-store'];
}

/** Puts headers on a reply of the framework. */
export function setHeaders(reply: FastifyReply, headers: HeaderList): FastifyReply {
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] as string, headers[at + 1]);
  return reply;
}
