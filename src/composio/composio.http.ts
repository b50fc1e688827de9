import { Logger, type Provider } from '@nestjs/common';
import axios, {
  type AxiosAdapter,
  type AxiosRequestConfig,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';
import axiosRetry from 'axios-retry';
import { SETTINGS, type Settings } from '../config/settings.js';
import { FairShare } from './fair-share.js';
import { createKeepAliveAgents, type KeepAliveAgents } from './keep-alive-agents.js';
import { leanAdapter } from './lean-adapter.js';
import { retryAfterMs } from './retry-after.js';
import { type AttemptFailure, decideRetry, type RetryDecision } from './retry-decision.js';
import { UpstreamFailure } from './upstream-failure.js';

/** The largest answer taken, in decoded bytes: a page of 1,000 tools is about 3 MB. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** How much of the connections the requests of one credential may hold. */
const SHARE_OF_ONE = 0.75;

/** Injection token of the connection pools. */
export const KEEP_ALIVE_AGENTS = Symbol('KEEP_ALIVE_AGENTS');

/** Injection token of the one `ComposioHttp`. */
export const COMPOSIO_HTTP = Symbol('COMPOSIO_HTTP');

/** An HTTP client that speaks to Composio only, and repeats what may be repeated. */
export interface ComposioHttp {
  /** @throws {UpstreamFailure} for whatever is no answer of status 2xx */
  request(config: AxiosRequestConfig): Promise<AxiosResponse<string>>;
}

export const keepAliveAgentsProvider: Provider = {
  provide: KEEP_ALIVE_AGENTS,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => createKeepAliveAgents(settings.CONNECTION_POOL_SIZE),
};

export const fairShareProvider: Provider = {
  provide: FairShare,
  inject: [SETTINGS],
  useFactory: ({ CONNECTION_POOL_SIZE: all, COMPOSIO_API_KEY: own }: Settings) =>
    // Where all callers act with one key, there is no other to keep connections for.
    new FairShare(own === undefined ? Math.ceil(all * SHARE_OF_ONE) : all),
};

export const composioHttpProvider: Provider = {
  provide: COMPOSIO_HTTP,
  inject: [SETTINGS, KEEP_ALIVE_AGENTS],
  useFactory: createComposioHttp,
};

function createComposioHttp(settings: Settings, agents: KeepAliveAgents): ComposioHttp {
  const adapter = leanAdapter({
    baseUrl: settings.COMPOSIO_BASE_URL,
    agents,
    connectTimeoutMs: settings.CONNECTION_TIMEOUT * 1_000,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
  const repeating = createRepeating(settings.MAX_RETRIES);
  return {
    // The first attempt goes without axios around its adapter, whose merge of settings and interceptors would make each call
    // 1.4 to 1.7 times as dear (bench: axiosAround).
    request: (config) =>
      adapter(config as InternalAxiosRequestConfig).catch((failure: unknown) =>
        repeating.request({ ...config, adapter: failedOnce(failure, adapter) }),
      ),
  };
}

/** Axios with axios-retry, which asks our own decision. */
function createRepeating(maxRetries: number) {
  const logger = new Logger('Composio');
  // Axios-retry asks twice, whether and when: the answers have to be of one decision.
  const decisions = new WeakMap<Error, RetryDecision>();
  const http = axios.create({ transformRequest: [], transformResponse: [] });
  axiosRetry(http, {
    retries: maxRetries,
    retryCondition: (error) => {
      const decision = decide(error, maxRetries);
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

/** An adapter whose first attempt was made already, and failed so. */
function failedOnce(failure: unknown, adapter: AxiosAdapter): AxiosAdapter {
  let isFirst = true;
  return async (config) => {
    if (!isFirst) return adapter(config);
    isFirst = false;
    // Axios-retry counts in the configuration of what failed.
    if (failure instanceof UpstreamFailure) failure.config = config;
    throw failure;
  };
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
