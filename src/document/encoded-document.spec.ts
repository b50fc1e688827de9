import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { EncodedDocument, preferredEncoding } from './encoded-document.js';

describe('preferredEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0, br;q=0.0', 'identity'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['deflate, zstd', 'identity'],
    ['GZIP ; q=0.5', 'gzip'],
  ])('a client that accepts "%s" gets the document in %s', (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });
});

describe('EncodedDocument', () => {
  const json = JSON.stringify({ text: 'word '.repeat(1_000) });
  const document = new EncodedDocument(json);

  it('is the same in every encoding, under a tag for each', async () => {
    expect((await document.bytes('identity')).toString()).toBe(json);
    expect(gunzipSync(await document.bytes('gzip')).toString()).toBe(json);
    expect(brotliDecompressSync(await document.bytes('br')).toString()).toBe(json);
    expect(new Set(['br', 'gzip', 'identity'].map((encoding) => document.etag(encoding as 'br'))).size).toBe(
      3,
    );
  });

  it.each([
    [document.etag('br'), true],
    [`W/${document.etag('gzip')}`, true],
    [`"other", ${document.etag('identity')}`, true],
    ['*', true],
    [new EncodedDocument('{}').etag('br'), false],
    ['', false],
    [undefined, false],
  ])('knows itself by %s: %s', (header, named) => {
    expect(document.isNamedBy(header)).toBe(named);
  });
});
