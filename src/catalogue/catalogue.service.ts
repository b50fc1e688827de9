import { Inject, Injectable } from '@nestjs/common';
import { AllowlistService } from '../allowlist/allowlist.service.js';
import type { ToolFilter } from '../allowlist/tool-filter.js';
import type { Cached } from '../cache/fresh-cache.service.js';
import type { Caller } from '../caller/caller.js';
import { narrow, type Scope, scopeKey } from '../caller/scope.js';
import { ownTurn } from '../composio/turns.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { CatalogueSource } from './catalogue.source.js';
import { ConnectedToolkits, connectedOrNone, type UserOfKey } from './connected-toolkits.service.js';
import { type Listing, listingOf } from './listing.js';
import { Listings } from './listings.js';
import { ServerAccess } from './server-access.service.js';
import type { Tool } from './tool.js';
import { selectionFor } from './tool-selection.js';
import { chooseToolkits } from './toolkit-choice.js';

/** The tools of a caller: loaded, filtered and in order. */
@Injectable()
export class CatalogueService {
  private readonly listings = new Listings();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly source: CatalogueSource,
    private readonly connectedToolkits: ConnectedToolkits,
    private readonly allowlist: AllowlistService,
    private readonly servers: ServerAccess,
  ) {}

  /**
   * The tools the caller may use within its own scope and a narrower one.
   * @throws {Problem} `not_found` where the scope names what Composio does not have
   */
  list(caller: Caller, within: Scope = {}): Promise<Listing> {
    const scope = narrow(caller.scope, within);
    return this.listings.get(viewKey(caller, scope), caller.userId, (isFirst) =>
      this.build(caller, scope, isFirst),
    );
  }

  /** To be called when something changes that the listings of a user depend on: its connections. */
  expire({ fingerprint, userId }: UserOfKey): void {
    this.listings.expire(fingerprint, userId);
  }

  /** What the caller's allowlist and a scope let through. @throws {Problem} `not_found` for an unknown server */
  async filterFor(caller: Caller, scope: Scope): Promise<Cached<ToolFilter>> {
    const { excludedTools, readOnly, ...allowed } = this.allowlist.current;
    const { toolkits, tools } = narrow({ toolkits: allowed.toolkits, tools: allowed.tools }, scope);
    const servers = await this.servers.contents(caller, scope);
    const filter = {
      toolkits,
      tools,
      excludedTools,
      readOnly,
      ...(servers ? { servers: servers.value } : {}),
    };
    return { value: filter, freshUntil: servers?.freshUntil ?? Infinity };
  }

  /**
   * A listing of what the caller may use, where one is in memory. It is not worth waiting for one to run a single tool, nor for
   * its refresh.
   */
  inMemory(caller: Caller): Listing | undefined {
    const latest = this.listings.latest(viewKey(caller, caller.scope));
    if (latest && latest.freshUntil <= performance.now()) this.list(caller).catch(() => undefined);
    return latest;
  }

  private async build(caller: Caller, scope: Scope, isFirst: boolean): Promise<Listing> {
    const { credential } = caller;
    const connecting = this.connectedToolkits.of(caller);
    connecting.catch(() => undefined);
    const filter = await this.filterFor(caller, scope);
    const selection = selectionFor(filter.value);
    if (selection.kind === 'choice') {
      const choosing = this.source.mostUsedToolkits(credential);
      const connected = await connectedOrNone(connecting, choosing, isFirst);
      const { toolkits, complete, freshUntil } = this.choose(await choosing, connected.value);
      const lists = await this.source.toolsOf(credential, toolkits);
      return listingFrom(filter, connected, lists, { complete, freshUntil });
    }
    const loading =
      selection.kind === 'tools'
        ? this.source.tools(credential, selection.tools).then((tools) => tools.map(asList))
        : this.source.toolsOf(credential, selection.toolkits);
    const connected = await connectedOrNone(connecting, loading, false);
    const lists = await loading;
    // To filter and order 40,000 tools takes 30 ms, and so did it to store them.
    await ownTurn();
    if (scope.toolkits && selection.kind === 'toolkits') assertSomeKnown(selection.toolkits, lists);
    return listingFrom(filter, connected, lists, { complete: true, freshUntil: Infinity });
  }

  private choose(mostUsed: Cached<readonly string[]>, connected: ReadonlySet<string>) {
    const slugs = [...new Set(mostUsed.value.map((slug) => slug.toLowerCase()))];
    const most = this.settings.TOOLS_MAX_APPS;
    const toolkits = chooseToolkits(slugs, connected, most);
    return {
      toolkits,
      complete: slugs.length < most && toolkits.length < most,
      freshUntil: mostUsed.freshUntil,
    };
  }
}

/** What decides which tools may be seen: the user only decides their order. */
function viewKey({ credential }: Caller, scope: Scope): string {
  return `${credential.fingerprint}:${scopeKey(scope)}`;
}

function listingFrom(
  filter: Cached<ToolFilter>,
  connected: Cached<ReadonlySet<string>>,
  lists: readonly Cached<readonly Tool[]>[],
  rest: Pick<Listing, 'complete' | 'freshUntil'>,
): Listing {
  return listingOf({
    lists: lists.map(({ value }) => value),
    filter: filter.value,
    connected: connected.value,
    complete: rest.complete,
    freshUntil: Math.min(...[filter, connected, rest, ...lists].map((part) => part.freshUntil)),
  });
}

function assertSomeKnown(toolkits: readonly string[], lists: readonly Cached<readonly Tool[]>[]): void {
  if (toolkits.length === 0 || lists.some(({ value }) => value.length > 0)) return;
  throw new Problem('not_found', `Composio has no tools in ${toolkits.join(', ')}.`, {
    fix: 'GET /api/toolkits lists the toolkits there are.',
  });
}

function asList({ value, freshUntil }: Cached<Tool | undefined>): Cached<readonly Tool[]> {
  return { value: value ? [value] : [], freshUntil };
}
