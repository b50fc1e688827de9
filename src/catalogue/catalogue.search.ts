import { Injectable, Logger } from '@nestjs/common';
import { admits } from '../allowlist/tool-filter.js';
import type { Caller } from '../caller/caller.js';
import { narrow, type Scope } from '../caller/scope.js';
import { Problem } from '../errors/problem.js';
import { CatalogueService } from './catalogue.service.js';
import { CatalogueSource } from './catalogue.source.js';
import { SearchIndex } from '../search/search-index.js';
import { isUsable, type Tool } from './tool.js';

/** So many matches of Composio's own search are looked at. */
const CANDIDATES = 30;

/** How much more a tool counts that the user can run at once. */
const CONNECTED = 1.2;

/** What a search found. */
export interface Found {
  /** The best match first. */
  readonly tools: readonly Tool[];
  /** The toolkits the user has connected. */
  readonly connected: ReadonlySet<string>;
}

/** Finds tools by the words people use, among all the caller may run. */
@Injectable()
export class CatalogueSearch {
  private readonly logger = new Logger(CatalogueSearch.name);

  constructor(
    private readonly catalogue: CatalogueService,
    private readonly source: CatalogueSource,
  ) {}

  /**
   * The best matches within the caller's scope and a narrower one. Where nothing narrows the catalogue, Composio's own search
   * finds candidates beyond the toolkits in memory; without its answer, those in memory are all there is.
   * @throws {Problem} as `CatalogueService.list`
   */
  async search(caller: Caller, query: string, limit: number, within: Scope = {}): Promise<Found> {
    const listing = await this.catalogue.list(caller, within);
    const { set, connected } = listing;
    const weigh = (tool: Tool) => (isUsable(tool, connected) ? CONNECTED : 1);
    const [index, beyond] = await Promise.all([
      set.index(),
      listing.complete ? [] : this.beyond(caller, query, within),
    ]);
    const unknown = beyond.filter((tool) => !set.find(tool.slug));
    if (unknown.length === 0) return { tools: index.search(query, limit, weigh), connected };
    const candidates = new SearchIndex([...index.search(query, CANDIDATES, weigh), ...unknown]);
    const ranked = candidates.search(query, limit, weigh);
    const rest = unknown.filter((tool) => !ranked.includes(tool));
    return { tools: [...ranked, ...rest].slice(0, limit), connected };
  }

  private async beyond(caller: Caller, query: string, within: Scope): Promise<readonly Tool[]> {
    try {
      const [found, filter] = await Promise.all([
        this.source.search(caller.credential, query, CANDIDATES),
        this.catalogue.filterFor(caller, narrow(caller.scope, within)),
      ]);
      return found.value.filter((tool) => !tool.deprecated && admits(filter.value, tool));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.logger.warn("Composio's search did not answer", { code: error.code });
      return [];
    }
  }
}
