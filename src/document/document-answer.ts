import type { IncomingHttpHeaders } from 'node:http';
import { type HeaderList, JSON_TYPE } from '../errors/answer-headers.js';
import { type EncodedDocument, preferredEncoding } from './encoded-document.js';

/** How a request for a document is answered. Without bytes it is 304: the client has them already. */
interface DocumentAnswer {
  readonly status: 200 | 304;
  readonly headers: HeaderList;
  readonly bytes?: Buffer | Promise<Buffer>;
}

const CACHING: HeaderList = Object.entries({
  'cache-control': 'private, no-cache',
  vary: 'Origin, Authorization, X-Api-Key, Accept-Encoding',
}).flat();

/** Answers with a document in the encoding the client prefers, or with 304 where the client has it already. */
export function answerOf(document: EncodedDocument, request: IncomingHttpHeaders): DocumentAnswer {
  const encoding = preferredEncoding(request['accept-encoding']);
  const headers = ['etag', document.etag(encoding), ...CACHING];
  if (document.isNamedBy(request['if-none-match'])) return { status: 304, headers };
  headers.push('content-type', JSON_TYPE);
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  return { status: 200, headers, bytes: document.bytes(encoding) };
}
