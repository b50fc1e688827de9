import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { scopeFromQuery } from '../caller/scope.js';
import { scopeUrl } from '../caller/scope-prefix.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { inTime } from '../catalogue/in-time.js';
import type { Listing } from '../catalogue/listing.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { PASSING } from '../errors/problem-codes.js';
import type { DocumentQuery } from './document.schemas.js';
import { DocumentStore } from './document-store.js';
import { EncodedDocument } from './encoded-document.js';
import { META_TOOLS, metaOperation, type MetaTool } from './meta-tool.js';
import type { Operation } from './operation.js';
import type { ReadyDocument } from './ready-documents.service.js';
import { type DocumentPlan, toolDocument } from './tool-document.js';

/** Open WebUI gives up on a document after 10 s, and on the whole connection until somebody saves it anew. */
const LONGEST_WAIT_MS = 5_000;

/** What a document without tools is made of does not age, unless they are only missing for now. */
const FOREVER = { freshUntil: Infinity };
const FOR_NOW = { freshUntil: 0 };

/** A request for a tool document. */
export interface DocumentRequest {
  /** Undefined: no credential. The document then holds nothing of anybody's. */
  readonly caller: Caller | undefined;
  readonly query: DocumentQuery;
  /** The scope that the URL's prefix named. */
  readonly prefix: string;
}

/** Gives each caller the tool document of a scope, built once and kept as bytes. */
@Injectable()
export class DocumentService {
  private readonly metaOperations: readonly Operation[];
  private readonly documents = new DocumentStore();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(META_TOOLS) metaTools: readonly MetaTool[],
    private readonly catalogue: CatalogueService,
  ) {
    this.metaOperations = metaTools.map(metaOperation);
  }

  /**
   * While Composio cannot be reached, and nothing is in memory yet, `auto` is the document that finds tools once it can.
   * @throws {Problem} what the catalogue throws, or `upstream_timeout` where it takes too long
   */
  async document({ caller, query, prefix }: DocumentRequest): Promise<ReadyDocument> {
    if (!caller || query.mode === 'search')
      return { document: this.encoded(undefined, query, prefix), source: FOREVER };
    try {
      const listing = await inTime(
        LONGEST_WAIT_MS,
        this.catalogue.list(caller, scopeFromQuery(query)),
        tooSlow,
      );
      return { document: this.encoded(listing, query, prefix), source: listing };
    } catch (error) {
      const passes = error instanceof Problem && PASSING.has(error.code);
      if (!passes || query.mode === 'direct') throw error;
      return { document: this.encoded(undefined, query, prefix), source: FOR_NOW };
    }
  }

  private encoded(listing: Listing | undefined, query: DocumentQuery, prefix: string): EncodedDocument {
    const plan = this.planFor(query, prefix);
    const key = JSON.stringify([listing?.set.id, listing?.complete, plan.mode, plan.maxTools, prefix]);
    return this.documents.get(key, () => {
      const offer = listing && { tools: listing.set.tools, complete: listing.complete };
      return new EncodedDocument(toolDocument(offer, plan));
    });
  }

  private planFor({ mode, max_tools: wanted = Infinity }: DocumentQuery, prefix: string): DocumentPlan {
    const { OPENAPI_MAX_TOOLS, OPENAPI_MAX_BYTES, PUBLIC_URL } = this.settings;
    return {
      mode: mode === 'direct' ? 'direct' : 'auto',
      maxTools: Math.min(wanted, OPENAPI_MAX_TOOLS),
      maxBytes: OPENAPI_MAX_BYTES,
      serverUrl: scopeUrl(PUBLIC_URL, prefix),
      scopeName: scopeNameOf(prefix),
      metaOperations: this.metaOperations,
    };
  }
}

/** The names in a prefix such as `/toolkits/github`. */
function scopeNameOf(prefix: string): string {
  const [, ...segments] = prefix.split('/');
  return segments
    .filter((_, index) => index % 2 === 1)
    .map(decodeURIComponent)
    .join(', ');
}

function tooSlow(): never {
  throw new Problem('upstream_timeout', 'Composio is slow: the tools are still being loaded.', {
    retryable: true,
  });
}
