import type { ExecutionResult } from '../composio/composio.executor.js';

/** What is said of a tool's data beside it. */
export function resultHeaders({ logId }: ExecutionResult): Record<string, string> {
  return {
    'cache-control': 'private, no-store',
    'content-type': 'application/json; charset=utf-8',
    ...(logId !== undefined && { 'x-composio-log-id': logId }),
  };
}
