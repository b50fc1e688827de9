import { Inject, Injectable } from '@nestjs/common';
import { type Cached, FreshCache } from '../cache/fresh-cache.service.js';
import type { Credential } from '../caller/credential.js';
import { ComposioClient } from '../composio/composio.client.js';
import { mapBounded } from '../composio/map-bounded.js';
import type { WireServer, WireToolkit } from '../composio/wire-types.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { Tool } from './tool.js';

/** So many toolkits or tools are named in one request: its URL stays under 4 KB. */
const NAMES_PER_REQUEST = 50;
const PARALLEL_REQUESTS = 2;

/** What Composio says, through the cache. Keys start with the credential's fingerprint: nothing is shared between two. */
@Injectable()
export class CatalogueSource {
  private readonly toolsMs: number;
  private readonly serversMs: number;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly cache: FreshCache,
    private readonly client: ComposioClient,
  ) {
    this.toolsMs = settings.TOOLS_CACHE_TTL_SECONDS * 1_000;
    this.serversMs = settings.SERVERS_CACHE_TTL_SECONDS * 1_000;
  }

  /** All tools of some toolkits, a list by name for each; empty for one that Composio does not know. @throws {Problem} */
  toolsOf(credential: Credential, toolkits: readonly string[]): Promise<Cached<readonly Tool[]>[]> {
    const load = async (names: readonly string[]) => {
      const lists = new Map(names.map((name): [string, Tool[]] => [name, []]));
      const tools = await this.client.listTools(credential, { toolkits: names }, toTool);
      for (const tool of tools) lists.get(tool.toolkit)?.push(tool);
      const byName = (a: Tool, b: Tool) => (a.slug < b.slug ? -1 : 1);
      return names.map((name) => (lists.get(name) ?? []).toSorted(byName));
    };
    return this.getNamed(credential, 'toolkit', toolkits, (names) => eachKnown(names, load, []));
  }

  /** Some tools by name; undefined for one that Composio does not know. @throws {Problem} */
  tools(credential: Credential, slugs: readonly string[]): Promise<Cached<Tool | undefined>[]> {
    const load = async (names: readonly string[]) => {
      const found = await this.client.listTools(credential, { tools: names }, toTool);
      const bySlug = new Map(found.map((tool) => [tool.slug, tool]));
      return names.map((name) => bySlug.get(name));
    };
    return this.getNamed(credential, 'tool', slugs, load);
  }

  /** Composio's own best matches for a query, over everything it has. @throws {Problem} */
  search(credential: Credential, query: string, limit: number): Promise<Cached<readonly Tool[]>> {
    return this.cache.get(keyOf(credential, 'search', limit, query), this.toolsMs, () =>
      this.client.searchTools(credential, query, limit, toTool),
    );
  }

  /** The slugs of the most used toolkits, as many as are offered when nothing narrows the choice. @throws {Problem} */
  mostUsedToolkits(credential: Credential): Promise<Cached<readonly string[]>> {
    const count = this.settings.TOOLS_MAX_APPS;
    return this.cache.get(keyOf(credential, 'most-used'), this.serversMs, () =>
      this.client.mostUsedToolkits(credential, count),
    );
  }

  /** Every toolkit, the most used first. @throws {Problem} */
  toolkits(credential: Credential): Promise<Cached<readonly WireToolkit[]>> {
    return this.cache.get(keyOf(credential, 'toolkits'), this.serversMs, () =>
      this.client.listToolkits(credential),
    );
  }

  /** Every MCP server. @throws {Problem} */
  servers(credential: Credential): Promise<Cached<readonly WireServer[]>> {
    return this.cache.get(keyOf(credential, 'servers'), this.serversMs, () =>
      this.client.listServers(credential),
    );
  }

  private getNamed<T>(
    credential: Credential,
    kind: string,
    names: readonly string[],
    load: (names: readonly string[]) => Promise<readonly T[]>,
  ): Promise<Cached<T>[]> {
    const prefix = keyOf(credential, kind, '');
    const keys = names.map((name) => prefix + name);
    const loadMany = async (wanted: readonly string[]) => {
      const bare = wanted.map((key) => key.slice(prefix.length));
      return (await mapBounded(chunk(bare, NAMES_PER_REQUEST), PARALLEL_REQUESTS, load)).flat();
    };
    return this.cache.getMany(keys, this.toolsMs, loadMany, isThere);
  }
}

const toTool = (wire: unknown, json: string) => Tool.of(wire, json);

/** What is not there is not kept: who asks for ever new names must not push out what others need. */
function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function keyOf(credential: Credential, ...parts: readonly (string | number)[]): string {
  return [credential.fingerprint, ...parts].join(':');
}

/** Loads what some names stand for; one that Composio does not know stands for nothing and spoils none of the others. */
async function eachKnown<T>(
  names: readonly string[],
  load: (names: readonly string[]) => Promise<readonly T[]>,
  nothing: T,
): Promise<readonly T[]> {
  try {
    return await load(names);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
    if (names.length === 1) return [nothing];
    return (await mapBounded(names, PARALLEL_REQUESTS, (name) => eachKnown([name], load, nothing))).flat();
  }
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
