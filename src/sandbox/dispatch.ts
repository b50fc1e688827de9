import type { IncomingMessage } from 'node:http';
import { ApiError, bodyTooLarge, internalError, notFound } from './api/api-error.js';
import { readCredential } from './api/credential.js';
import type { RateLimit } from './api/rate-limit.js';
import { API_PREFIX, ROUTES } from './api/routes.js';
import { CONNECT_ROUTES } from './connect/connect.js';
import type { Exchange, Reply } from './http/exchange.js';
import { json } from './http/reply.js';
import { matchRoute } from './http/router.js';
import type { World } from './project/world.js';

/** What a request is answered from. */
export interface Surroundings {
  readonly world: World;
  readonly rateLimit: RateLimit;
  readonly now: () => Date;
}

/**
 * Answers any request: pages for browsers below `/connect`, the API below its prefix. Never fails; what goes wrong
 * becomes an error answer in Composio's form.
 */
export async function dispatch(
  request: IncomingMessage,
  text: string | undefined,
  { world, rateLimit, now }: Surroundings,
): Promise<Reply> {
  const { headers, method = 'GET', url = '/' } = request;
  // Not `new URL`: it refuses some paths that a request may well have, such as `//`.
  const [path = '/', ...search] = url.split('?');
  const query = new URLSearchParams(search.join('?'));
  const exchange = { method, headers, path, query, text: text ?? '', now: now() };
  const page = matchRoute(CONNECT_ROUTES, method, path);
  if (page) return page.handle({ ...exchange, params: page.params }, world);
  let limits: Record<string, string> = {};
  try {
    const apiKey = readCredential(headers);
    const rate = rateLimit.take(apiKey, exchange.now);
    limits = rate.headers;
    if (rate.exceeded) return rateExceeded(limits);
    if (text === undefined) throw bodyTooLarge();
    const reply = await answer(exchange, apiKey, world);
    return { ...reply, headers: { ...reply.headers, ...limits } };
  } catch (error) {
    const problem = error instanceof ApiError ? error : internalError();
    return json(problem.facts.status, problem.body(requestId(exchange, world)), limits);
  }
}

function answer(exchange: Omit<Exchange, 'params'>, apiKey: string, world: World): Reply | Promise<Reply> {
  const path = exchange.path.startsWith(`${API_PREFIX}/`) ? exchange.path.slice(API_PREFIX.length) : '';
  const route = matchRoute(ROUTES, exchange.method, path);
  if (!route) throw notFound(`${exchange.method} ${exchange.path}`);
  const project = world.project(apiKey, exchange.now);
  return route.handle({ exchange: { ...exchange, params: route.params }, project, apiKey, world });
}

/** The one error answer without the usual envelope, as Composio documents it for its rate limit. */
function rateExceeded(headers: Record<string, string>): Reply {
  const message = `Rate limit exceeded. Limit: ${headers['x-ratelimit']} requests per 1 minutes`;
  return json(429, { message }, headers);
}

/** The id the caller sent, or one of our own. */
function requestId({ headers }: Pick<Exchange, 'headers'>, world: World): string {
  const sent = headers['x-request-id'];
  if (typeof sent === 'string' && sent.length <= 100) return sent;
  return `00000000-0000-4000-9000-${String(world.next()).padStart(12, '0')}`;
}
