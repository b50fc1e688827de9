import { Injectable } from '@nestjs/common';
import { RecentMap } from '../cache/recent-map.js';
import type { Caller } from '../caller/caller.js';
import type { EncodedDocument } from './encoded-document.js';

/** So many answers are remembered; the one remembered first goes first. */
const SIZE = 5_000;
const LONGEST_URL = 1_000;

/** A document, and what it was made of, which knows until when it is fresh on the clock of `performance.now()`. */
export interface ReadyDocument {
  readonly document: EncodedDocument;
  readonly source: { readonly freshUntil: number };
}

/** Weakly: how many documents there may be is for the store to say. */
interface Remembered {
  readonly document: WeakRef<EncodedDocument>;
  readonly source: ReadyDocument['source'];
}

/** Remembers which document answered a request, by its caller and URL. */
@Injectable()
export class ReadyDocuments {
  private readonly documents = new RecentMap<Remembered>(SIZE);

  /** The document, while it is fresh. */
  find(caller: Caller | undefined, url: string): EncodedDocument | undefined {
    const ready = this.documents.get(keyOf(caller, url));
    return ready && ready.source.freshUntil > performance.now() ? ready.document.deref() : undefined;
  }

  /** Remembers it, unless the URL is absurdly long. */
  keep(caller: Caller | undefined, url: string, { document, source }: ReadyDocument): void {
    if (url.length > LONGEST_URL) return;
    this.documents.set(keyOf(caller, url), { document: new WeakRef(document), source });
  }
}

/** A fingerprint and a user id hold no line break. */
function keyOf(caller: Caller | undefined, url: string): string {
  return caller ? `${caller.credential.fingerprint}\n${caller.userId}\n${url}` : `\n\n${url}`;
}
