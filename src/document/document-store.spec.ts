import { DocumentStore } from './document-store.js';
import { EncodedDocument } from './encoded-document.js';

const megabytes = (count: number) => () => new EncodedDocument('x'.repeat(count * 1024 * 1024));

describe('DocumentStore', () => {
  it('makes a document once', () => {
    const store = new DocumentStore();
    expect(store.get('a', megabytes(1))).toBe(store.get('a', megabytes(1)));
    expect(store.get('b', megabytes(1))).not.toBe(store.get('a', megabytes(1)));
  });

  it('lets the least recently used go when there are too many bytes', () => {
    const store = new DocumentStore();
    const a = store.get('a', megabytes(30));
    const b = store.get('b', megabytes(30));
    store.get('a', megabytes(30));
    store.get('c', megabytes(30));
    expect(store.get('a', megabytes(30))).toBe(a);
    expect(store.get('b', megabytes(30))).not.toBe(b);
  });

  it('hands out what is too large to be kept beside anything', () => {
    const store = new DocumentStore();
    expect(store.get('a', megabytes(65)).size).toBe(65 * 1024 * 1024);
    expect(store.get('b', megabytes(1)).size).toBe(1024 * 1024);
  });
});
