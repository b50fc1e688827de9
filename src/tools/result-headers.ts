import type { ExecutionResult } from '../composio/composio.executor.js';
import type { HeaderList } from '../errors/answer-headers.js';

const HEADERS = ['cache-control', 'private, no-store', 'content-type', 'application/json; charset=utf-8'];

/** What is said of a tool's data beside it. */
export function resultHeaders({ logId }: ExecutionResult): HeaderList {
  return logId === undefined ? HEADERS : [...HEADERS, 'x-composio-log-id', logId];
}
