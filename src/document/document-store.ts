import type { EncodedDocument } from './encoded-document.js';

/** So many bytes of documents are kept, not counting their compressed forms; the least recently used goes first. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Keeps documents by what they are made of. */
export class DocumentStore {
  private readonly documents = new Map<string, EncodedDocument>();
  private bytes = 0;

  /** The document of that key, made where it is not there. */
  get(key: string, make: () => EncodedDocument): EncodedDocument {
    const document = this.documents.get(key) ?? make();
    if (!this.documents.delete(key)) this.bytes += document.size;
    this.documents.set(key, document);
    for (const [oldest, { size }] of this.documents) {
      if (this.bytes <= MOST_BYTES || oldest === key) break;
      this.documents.delete(oldest);
      this.bytes -= size;
    }
    return document;
  }
}
