import type { ExecutionResult } from '../composio/composio.executor.js';
import { type HeaderList, JSON_TYPE } from '../errors/answer-headers.js';

/** What is said of a tool's data beside it. */
export function resultHeaders({ logId }: ExecutionResult): HeaderList {
  const type = ['content-type', JSON_TYPE];
  return logId === undefined ? type : [...type, 'x-composio-log-id', logId];
}
