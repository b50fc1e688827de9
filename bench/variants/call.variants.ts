import axios, { type AxiosInstance, type AxiosPromise, type InternalAxiosRequestConfig } from 'axios';
import axiosRetry from 'axios-retry';
import type { Settings } from '../../src/config/settings.js';
import type { KeepAliveAgents } from '../../src/composio/keep-alive-agents.js';
import { fromDist } from './from-dist.js';
import { override, replaceMethod } from './override.js';
import type { Variant } from './variants.js';

type Http = typeof import('../../src/composio/composio.http.js');

/** What a tool call is made of, piece by piece. */
export const callVariants = {
  callThroughController: {
    what: 'each call through hooks, guard and controller, instead of the short way',
    exchange: async () => {
      const { ToolsModule } =
        await fromDist<typeof import('../../src/tools/tools.module.js')>('tools/tools.module.js');
      const { CallShortcut } =
        await fromDist<typeof import('../../src/tools/call.shortcut.js')>('tools/call.shortcut.js');
      override(ToolsModule, CallShortcut, { useFactory: () => ({}) });
    },
  },
  axiosAround: {
    what: 'axios and axios-retry around each attempt with the lean adapter, instead of around repetitions only',
    exchange: async () => {
      const { leanAdapter } =
        await fromDist<typeof import('../../src/composio/lean-adapter.js')>('composio/lean-adapter.js');
      await exchangeHttp((settings, agents) => axiosAround(leanAdapter, settings, agents));
    },
  },
  axiosHttpAdapter: {
    what: 'axios with its own http adapter, the same agents and axios-retry, instead of the lean adapter',
    exchange: () => exchangeHttp(stockAxios),
  },
  axiosDefaults: {
    what: 'axios as `axios.create()` makes it (JSON in and out, redirects followed) with the same agents and axios-retry',
    exchange: () => exchangeHttp(defaultAxios),
  },
  noKeepAlive: {
    what: 'a new connection to Composio for each call, instead of kept ones',
    exchange: async () => {
      const { ComposioModule, KEEP_ALIVE_AGENTS } = await composio();
      const { HttpAgent, HttpsAgent } = await import('agentkeepalive');
      override(ComposioModule, KEEP_ALIVE_AGENTS, {
        useFactory: () => ({
          http: new HttpAgent({ keepAlive: false, timeout: 0 }),
          https: new HttpsAgent({ keepAlive: false, timeout: 0 }),
        }),
      });
    },
  },
  validatorPerCall: {
    what: "the tool's schema compiled for each call, instead of once for each tool",
    exchange: async () => {
      const { CallService } =
        await fromDist<typeof import('../../src/tools/call.service.js')>('tools/call.service.js');
      replaceMethod(
        CallService,
        'call',
        (original) =>
          function (this: object, ...given) {
            Reflect.set(this, 'checks', new WeakMap());
            return Reflect.apply(original, this, given);
          },
      );
    },
  },
} satisfies Record<string, Variant>;

async function composio() {
  const { ComposioModule } = await fromDist<typeof import('../../src/composio/composio.module.js')>(
    'composio/composio.module.js',
  );
  return { ComposioModule, ...(await fromDist<Http>('composio/composio.http.js')) };
}

async function exchangeHttp(
  make: (settings: Settings, agents: KeepAliveAgents) => AxiosInstance,
): Promise<void> {
  const { ComposioModule, COMPOSIO_HTTP, KEEP_ALIVE_AGENTS } = await composio();
  const { SETTINGS } = await fromDist<typeof import('../../src/config/settings.js')>('config/settings.js');
  override(ComposioModule, COMPOSIO_HTTP, { inject: [SETTINGS, KEEP_ALIVE_AGENTS], useFactory: make });
}

function axiosAround(
  adapter: typeof import('../../src/composio/lean-adapter.js').leanAdapter,
  settings: Settings,
  agents: KeepAliveAgents,
): AxiosInstance {
  const http = axios.create({
    adapter: adapter({
      baseUrl: settings.COMPOSIO_BASE_URL,
      agents,
      connectTimeoutMs: settings.CONNECTION_TIMEOUT * 1_000,
      maxAnswerBytes: Infinity,
    }),
    transformRequest: [],
    transformResponse: [],
  });
  axiosRetry(http, { retries: settings.MAX_RETRIES });
  return http;
}

function stockAxios(settings: Settings, agents: KeepAliveAgents): AxiosInstance {
  const http = axios.create({
    adapter: stockAdapter,
    baseURL: settings.COMPOSIO_BASE_URL,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    proxy: false,
    maxRedirects: 0,
    timeout: settings.REQUEST_TIMEOUT * 1_000,
    responseType: 'text',
    transformRequest: [],
    transformResponse: [],
  });
  axiosRetry(http, { retries: settings.MAX_RETRIES });
  return http;
}

/** Its answers are objects; what calls it wants text. */
function defaultAxios(settings: Settings, agents: KeepAliveAgents): AxiosInstance {
  const http = axios.create({
    adapter: stockAdapter,
    baseURL: settings.COMPOSIO_BASE_URL,
    httpAgent: agents.http,
    httpsAgent: agents.https,
    timeout: settings.REQUEST_TIMEOUT * 1_000,
  });
  axiosRetry(http, { retries: settings.MAX_RETRIES });
  http.interceptors.response.use((response) => {
    response.data = JSON.stringify(response.data);
    return response;
  });
  return http;
}

const httpAdapter = axios.getAdapter('http');

/** axios's own adapter, given the headers that our transport hands to the lean one. */
function stockAdapter(config: InternalAxiosRequestConfig): AxiosPromise {
  const { wireHeaders = [] } = config;
  for (let at = 0; at < wireHeaders.length; at += 2)
    config.headers.set(wireHeaders[at] ?? '', wireHeaders[at + 1]);
  return httpAdapter(config);
}
