import { Logger, type Provider } from '@nestjs/common';
import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';
import { SETTINGS, type Settings } from '../config/settings.js';
import { createKeepAliveAgents, type KeepAliveAgents } from './keep-alive-agents.js';
import { leanAdapter } from './lean-adapter.js';
import { retryAfterMs } from './retry-after.js';
import { type AttemptFailure, decideRetry, type RetryDecision } from './retry-decision.js';
import { UpstreamFailure } from './upstream-failure.js';

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
  const http = axios.create({
    adapter: leanAdapter({
      baseUrl: settings.COMPOSIO_BASE_URL,
      agents,
      connectTimeoutMs: settings.CONNECTION_TIMEOUT * 1_000,
    }),
    // Bytes in and out: an execution's arguments and result pass through as they are.
    transformRequest: [],
    transformResponse: [],
  });
  axiosRetry(http, {
    retries: settings.MAX_RETRIES,
    retryCondition: (error) => decide(error, settings.MAX_RETRIES).retry,
    retryDelay: (count, error) => {
      const decision = decide(error, settings.MAX_RETRIES, count - 1);
      return decision.retry ? decision.delayMs : 0;
    },
    onRetry: (count, error, config) =>
      logger.debug('retrying', { count, path: pathOf(config.url), why: error.message }),
  });
  return http;
}

function decide(error: unknown, maxRetries: number, retries?: number): RetryDecision {
  if (!(error instanceof UpstreamFailure) || !error.config) return { retry: false, reason: 'not a request' };
  const { config } = error;
  const attempt = {
    write: config.write ?? false,
    retries: retries ?? config['axios-retry']?.retryCount ?? 0,
    maxRetries,
    remainingMs: (config.deadlineAt ?? Infinity) - performance.now(),
  };
  return decideRetry(attempt, attemptFailureOf(error), Math.random());
}

/** What a failed attempt says about itself. */
export function attemptFailureOf(error: UpstreamFailure): AttemptFailure {
  const header = error.response?.headers['retry-after'] as string | undefined;
  return {
    neverSent: error.neverSent,
    status: error.response?.status,
    retryAfterMs: retryAfterMs(header, new Date()),
  };
}

function pathOf(url = ''): string {
  return url.split('?', 1)[0] ?? '';
}
