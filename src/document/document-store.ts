import { RecentMap } from '../cache/recent-map.js';
import type { EncodedDocument } from './encoded-document.js';

/** So many bytes of documents are kept, not counting their compressed forms; the least recently used goes first. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Keeps documents by what they are made of. */
export class DocumentStore {
  private readonly documents = new RecentMap<EncodedDocument>(MOST_BYTES, ({ size }) => size);

  /** The document of that key, made where it is not there. */
  get(key: string, make: () => EncodedDocument): EncodedDocument {
    const document = this.documents.get(key) ?? make();
    this.documents.set(key, document);
    return document;
  }
}
