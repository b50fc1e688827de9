import { HttpAgent, HttpsAgent } from 'agentkeepalive';

/** How long an idle connection is kept, unless the other side announces less. */
const IDLE_MS = 15_000;

/** The pools of connections to Composio. */
export interface KeepAliveAgents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/** Creates the pools, with at most `size` connections to a host. Call `destroy` on both when done. */
export function createKeepAliveAgents(size: number): KeepAliveAgents {
  // Without `timeout: 0` agentkeepalive ends any call that is silent for twice its idle time.
  const options = { maxSockets: size, maxFreeSockets: size, freeSocketTimeout: IDLE_MS, timeout: 0 };
  return { http: new HttpAgent(options), https: new HttpsAgent(options) };
}
