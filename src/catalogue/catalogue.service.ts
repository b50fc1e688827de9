import { Inject, Injectable } from '@nestjs/common';
import { AllowlistService } from '../allowlist/allowlist.service.js';
import { admits, type ToolFilter } from '../allowlist/tool-filter.js';
import type { Cached } from '../cache/fresh-cache.js';
import type { Caller } from '../caller/caller.js';
import { narrow, type Scope, scopeKey } from '../caller/scope.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { shorten } from '../schema/describe-schema.js';
import { CatalogueSource } from './catalogue.source.js';
import { type Listing, listingOf } from './listing.js';
import { Listings } from './listings.js';
import { ServerAccess } from './server-access.js';
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
    private readonly allowlist: AllowlistService,
    private readonly servers: ServerAccess,
  ) {}

  /**
   * The tools the caller may use within its own scope and a narrower one.
   * @throws {Problem} `not_found` where the scope names what Composio does not have
   */
  list(caller: Caller, within: Scope = {}): Promise<Listing> {
    const scope = narrow(caller.scope, within);
    return this.listings.get(viewKey(caller, scope), caller.userId, () => this.build(caller, scope));
  }

  /**
   * A tool that the caller may run, by its slug or its name in the tool document, in any case.
   * @throws {Problem} `tool_not_found` with the nearest names, or `tool_not_allowed`
   */
  async find(caller: Caller, name: string): Promise<Tool> {
    const spelling = name.trim().toUpperCase();
    const known = (await this.inMemory(caller))?.set.find(spelling);
    if (known) return known;
    if (!/^\w{1,128}$/.test(spelling)) throw await this.notFound(caller, name);
    const [{ value: tool }, filter] = (await Promise.all([
      this.source.tools(caller.credential, [spelling]).then(([cached]) => cached),
      this.filterFor(caller, caller.scope),
    ])) as [Cached<Tool | undefined>, Cached<ToolFilter>];
    if (tool && admits(filter.value, tool)) return tool;
    const byDocumentName = tool ? undefined : (await this.list(caller)).set.find(spelling);
    if (byDocumentName) return byDocumentName;
    if (!tool) throw await this.notFound(caller, name);
    throw new Problem('tool_not_allowed', `${tool.slug} is not among the tools allowed here.`, {
      fix: 'Use another tool, or ask the operator of this server to allow it.',
    });
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

  /** A listing of what the caller may use, where one is in memory: it is not worth waiting for one to run a single tool. */
  private inMemory(caller: Caller): Listing | Promise<Listing> | undefined {
    const latest = this.listings.latest(viewKey(caller, caller.scope));
    return latest && latest.freshUntil <= performance.now() ? this.list(caller) : latest;
  }

  private async build(caller: Caller, scope: Scope): Promise<Listing> {
    const { credential, userId } = caller;
    const connecting = this.source.connectedToolkits(credential, userId);
    connecting.catch(() => undefined);
    const filter = await this.filterFor(caller, scope);
    const selection = selectionFor(filter.value);
    const choice = selection.kind === 'choice' ? await this.choose(caller, connecting) : undefined;
    const toolkits = choice?.value.toolkits ?? (selection.kind === 'toolkits' ? selection.toolkits : []);
    const lists =
      selection.kind === 'tools'
        ? (await this.source.tools(credential, selection.tools)).map(asList)
        : await this.source.toolsOf(credential, toolkits);
    if (scope.toolkits && toolkits.length > 0 && lists.every(({ value }) => value.length === 0)) {
      throw new Problem('not_found', `Composio has no tools in ${toolkits.join(', ')}.`, {
        fix: 'GET /api/toolkits lists the toolkits there are.',
      });
    }
    const connected = await connecting;
    const parts = [filter, connected, ...lists, ...(choice ? [choice] : [])];
    return listingOf({
      lists: lists.map(({ value }) => value),
      filter: filter.value,
      connected: connected.value,
      complete: choice?.value.complete ?? true,
      freshUntil: Math.min(...parts.map((part) => part.freshUntil)),
    });
  }

  private async choose(
    { credential }: Caller,
    connecting: Promise<Cached<ReadonlySet<string>>>,
  ): Promise<Cached<{ readonly toolkits: readonly string[]; readonly complete: boolean }>> {
    const [mostUsed, connected] = await Promise.all([this.source.mostUsedToolkits(credential), connecting]);
    const slugs = mostUsed.value.map((slug) => slug.toLowerCase());
    const most = this.settings.TOOLS_MAX_APPS;
    const toolkits = chooseToolkits(slugs, connected.value, most);
    return {
      value: { toolkits, complete: slugs.length < most && toolkits.length < most },
      freshUntil: mostUsed.freshUntil,
    };
  }

  private async notFound(caller: Caller, name: string): Promise<Problem> {
    const { set } = await this.list(caller);
    const nearest = set.index.search(name.replaceAll('_', ' '), 3).map(({ slug }) => slug);
    const hint =
      nearest.length > 0 ? { fix: `Did you mean ${nearest.join(', ')}?`, members: { nearest } } : {};
    return new Problem('tool_not_found', `There is no tool ${shorten(name, 128)}.`, hint);
  }
}

/** What decides which tools may be seen: the user only decides their order. */
function viewKey({ credential }: Caller, scope: Scope): string {
  return `${credential.fingerprint}:${scopeKey(scope)}`;
}

function asList({ value, freshUntil }: Cached<Tool | undefined>): Cached<readonly Tool[]> {
  return { value: value ? [value] : [], freshUntil };
}
