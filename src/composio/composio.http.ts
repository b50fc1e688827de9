import { Logger, type Provider } from '@nestjs/common';
import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';
import { SETTINGS, type Settings } from '../config/settings.js';
import { createKeepAliveAgents, type KeepAliveAgents } from './keep-alive-agents.js';
import { leanAdapter } from './lean-adapter.js';
import { retryAfterMs } from './retry-after.js';
import { type AttemptFailure, decideRetry, type RetryDecision } from './retry-decision.js';
import { UpstreamFailure } from './upstream-failure.js';

/** The largest answer taken, in decoded bytes: a page of 1,000 tools is about 3 MB. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Injection token of the connection pools. */
export const KEEP_ALIVE_AGENTS = Symbol('KEEP_ALIVE_AGENTS');

/** Injection token of the one axios instance, which speaks to Composio only. */
export const COMPOSIO_HTTP = Symbol('COMPOSIO_HTTP');

export const keepAliveAgentsProvider: Provider = {
  provide: KEEP_ALIVE_AGENTS,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => createKeepAliveAgents(settings.CONNECTION_POOL_SIZE),
};

export const composioHttpProvider: Provider = {
  provide: COMPOSIO_HTTP,
  inject: [SETTINGS, KEEP_ALIVE_AGENTS],
  useFactory: createComposioHttp,
};

function createComposioHttp(settings: Settings, agents: KeepAliveAgents): AxiosInstance {
  const logger = new Logger('Composio');
  // Axios-retry asks twice, whether and when: the answers have to be of one decision.
  const decisions = new WeakMap<Error, RetryDecision>();
  const http = axios.create({
    adapter: leanAdapter({
      baseUrl: settings.COMPOSIO_BASE_URL,
      agents,
      connectTimeoutMs: settings.CONNECTION_TIMEOUT * 1_000,
      maxAnswerBytes: MAX_ANSWER_BYTES,
    }),
  });
  keepOnly(http.defaults, 'adapter');
  axiosRetry(http, {
    retries: settings.MAX_RETRIES,
    retryCondition: (error) => {
      const decision = decide(error, settings.MAX_RETRIES);
      decisions.set(error, decision);
      return decision.retry;
    },
    retryDelay: (_, error) => {
      const decision = decisions.get(error);
      return decision?.retry ? decision.delayMs : 0;
    },
    onRetry: (count, error, config) =>
      logger.debug('retrying', { count, path: pathOf(config.url), why: decisions.get(error)?.reason }),
  });
  return http;
}

/** Axios merges all of its defaults into every request. The lean adapter reads none of them, and bodies are not transformed. */
function keepOnly(defaults: object, kept: string): void {
  for (const name of Object.keys(defaults)) if (name !== kept) Reflect.deleteProperty(defaults, name);
}

function decide(error: unknown, maxRetries: number): RetryDecision {
  if (!(error instanceof UpstreamFailure) || !error.config) return { retry: false, reason: 'not a request' };
  const { config } = error;
  const attempt = {
    write: config.write ?? false,
    retries: config['axios-retry']?.retryCount ?? 0,
    maxRetries,
    remainingMs: (config.deadlineAt ?? Infinity) - performance.now(),
  };
  return decideRetry(attempt, attemptFailureOf(error), Math.random());
}

/** What a failed attempt says about itself. */
export function attemptFailureOf(error: UpstreamFailure): AttemptFailure {
  return {
    neverSent: error.neverSent,
    status: error.response?.status,
    retryAfterMs: retryAfterMs(error.retryAfter, new Date()),
  };
}

function pathOf(url = ''): string {
  return url.split('?', 1)[0] ?? '';
}
