import { Inject, Injectable } from '@nestjs/common';
import { AllowlistService } from '../allowlist/allowlist.service.js';
import { admits, type ServerContents, type ToolFilter } from '../allowlist/tool-filter.js';
import type { Cached } from '../cache/fresh-cache.js';
import type { Caller } from '../caller/caller.js';
import { narrow, type Scope, scopeKey } from '../caller/scope.js';
import type { WireServer } from '../composio/wire-types.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { CatalogueSource } from './catalogue.source.js';
import { type Ingredients, Listing } from './listing.js';
import { Listings } from './listings.js';
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
  ) {}

  /**
   * The tools the caller may use within its own scope and a narrower one.
   * @throws {Problem} `not_found` where the scope names what Composio does not have
   */
  list(caller: Caller, within: Scope = {}): Promise<Listing> {
    const scope = narrow(caller.scope, within);
    return this.listings.get(listingKey(caller, scope), async (previous) =>
      Listing.of(await this.gather(caller, scope), previous),
    );
  }

  /**
   * A tool that the caller may run, by its slug or its name in the tool document, in any case.
   * @throws {Problem} `tool_not_found` with the nearest names, or `tool_not_allowed`
   */
  async find(caller: Caller, name: string): Promise<Tool> {
    const spelling = name.trim().toUpperCase();
    const listed = this.listings.has(listingKey(caller, caller.scope)) ? await this.list(caller) : undefined;
    const known = listed?.find(spelling);
    if (known) return known;
    if (!/^\w{1,128}$/.test(spelling)) throw await this.notFound(caller, name);
    const [{ value: tool }, filter] = (await Promise.all([
      this.source.tools(caller.credential, [spelling]).then(([cached]) => cached),
      this.filterFor(caller, caller.scope),
    ])) as [Cached<Tool | undefined>, Cached<ToolFilter>];
    if (tool && admits(filter.value, tool)) return tool;
    const byDocumentName = tool ? undefined : (await this.list(caller)).find(spelling);
    if (byDocumentName) return byDocumentName;
    if (!tool) throw await this.notFound(caller, name);
    throw new Problem('tool_not_allowed', `${tool.slug} is not among the tools allowed here.`, {
      fix: 'Use another tool, or ask the operator of this server to allow it.',
    });
  }

  /** What the caller's allowlist and a scope let through. @throws {Problem} `not_found` for an unknown server */
  async filterFor(caller: Caller, scope: Scope): Promise<Cached<ToolFilter>> {
    const { servers, excludedTools, readOnly, ...allowed } = this.allowlist.current;
    const { toolkits, tools } = narrow(allowed, scope);
    const groups = [...(scope.servers ?? []), ...(servers ? [servers] : [])];
    const filter = { toolkits, tools, excludedTools, readOnly };
    if (groups.length === 0) return { value: filter, freshUntil: Infinity };
    const all = await this.source.servers(caller.credential);
    const unknown = scope.servers?.find((names) => !all.value.some((server) => isNamed(server, names)));
    if (unknown) throw new Problem('not_found', `There is no MCP server ${[...unknown].join(' or ')}.`);
    const contents = groups.map((names) =>
      all.value.filter((server) => isNamed(server, names)).map(contentsOf),
    );
    return { value: { ...filter, servers: contents }, freshUntil: all.freshUntil };
  }

  private async gather(caller: Caller, scope: Scope): Promise<Ingredients> {
    const { credential, userId } = caller;
    const connecting = this.source.connectedToolkits(credential, userId);
    connecting.catch(() => undefined);
    const filter = await this.filterFor(caller, scope);
    const selection = selectionFor(filter.value);
    const choice = selection.kind === 'choice' ? await this.choose(caller, connecting) : undefined;
    const toolkits = choice?.value ?? (selection.kind === 'toolkits' ? selection.toolkits : []);
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
    return {
      lists: lists.map(({ value }) => value),
      filter: filter.value,
      toolkits,
      connected: connected.value,
      narrowed: choice === undefined,
      freshUntil: Math.min(
        ...[filter, connected, ...lists, ...(choice ? [choice] : [])].map((part) => part.freshUntil),
      ),
    };
  }

  private async choose(
    { credential }: Caller,
    connecting: Promise<Cached<ReadonlySet<string>>>,
  ): Promise<Cached<readonly string[]>> {
    const [mostUsed, connected] = await Promise.all([this.source.mostUsedToolkits(credential), connecting]);
    const slugs = mostUsed.value.map(({ slug }) => slug.toLowerCase());
    const chosen = chooseToolkits(slugs, connected.value, this.settings.TOOLS_MAX_APPS);
    return { value: chosen, freshUntil: mostUsed.freshUntil };
  }

  private async notFound(caller: Caller, name: string): Promise<Problem> {
    const { index } = await this.list(caller);
    const nearest = index.search(name.replaceAll('_', ' '), 3).map(({ slug }) => slug);
    return new Problem('tool_not_found', `There is no tool ${name.slice(0, 128)}.`, {
      ...(nearest.length > 0 ? { fix: `Did you mean ${nearest.join(', ')}?`, members: { nearest } } : {}),
    });
  }
}

function listingKey({ credential, userId }: Caller, scope: Scope): string {
  return `${credential.fingerprint}:${scopeKey(scope)}:${userId}`;
}

function isNamed(server: WireServer, names: ReadonlySet<string>): boolean {
  return names.has(server.id.toLowerCase()) || names.has((server.name ?? '').toLowerCase());
}

function contentsOf(server: WireServer): ServerContents {
  const tools = server.allowed_tools ?? [];
  return {
    toolkits: new Set((server.toolkits ?? []).map((slug) => slug.toLowerCase())),
    tools: tools.length === 0 ? undefined : new Set(tools.map((slug) => slug.toUpperCase())),
  };
}

function asList({ value, freshUntil }: Cached<Tool | undefined>): Cached<readonly Tool[]> {
  return { value: value ? [value] : [], freshUntil };
}
