import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

const decoders = { gzip: promisify(gunzip), br: promisify(brotliDecompress) };

/** The encodings `decodeBody` knows, as an `Accept-Encoding` header. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/**
 * Undoes a body's content encoding, off the main thread.
 * @throws when the encoding is unknown, the bytes are damaged, or they decode to more than `limit` bytes
 */
export async function decodeBody(body: Buffer, encoding: string, limit: number): Promise<Buffer> {
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip' && encoding !== 'br') throw new Error(`unknown content encoding`);
  return decoders[encoding](body, Number.isFinite(limit) ? { maxOutputLength: limit } : {});
}
