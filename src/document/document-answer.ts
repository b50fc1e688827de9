import type { FastifyReply, FastifyRequest } from 'fastify';
import { type EncodedDocument, preferredEncoding } from './encoded-document.js';

const VARY = 'Authorization, X-Api-Key, Accept-Encoding';

/** Sends a document in the encoding the client prefers, or 304 where the client has it already. */
export function answerWith(
  document: EncodedDocument,
  request: FastifyRequest,
  reply: FastifyReply,
): void | Promise<void> {
  const vary = reply.getHeader('vary');
  const encoding = preferredEncoding(request.headers['accept-encoding']);
  reply
    .header('etag', document.etag(encoding))
    .header('cache-control', 'private, no-cache')
    .header('vary', vary ? `${String(vary)}, ${VARY}` : VARY);
  if (document.isNamedBy(request.headers['if-none-match'])) return void reply.status(304).send();
  reply.header('content-type', 'application/json; charset=utf-8');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  const bytes = document.bytes(encoding);
  return Buffer.isBuffer(bytes) ? void reply.send(bytes) : bytes.then((ready) => void reply.send(ready));
}
