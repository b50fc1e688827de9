import { Injectable } from '@nestjs/common';
import type { Credential } from '../caller/credential.js';
import { ComposioTransport } from './composio.transport.js';
import type { Query } from './query.js';
import { unavailable } from './upstream-problem.js';
import { IncompleteListError, mapBounded, walkPages } from './walk-pages.js';
import type { WirePage, WireServer, WireTool, WireToolkit } from './wire-types.js';

const TOOLS_PAGE = 1_000;
const TOOLKITS_PAGE = 1_000;
const SERVERS_PAGE = 50;
const PARALLEL_SERVER_PAGES = 4;

/** Which tools to list: those of toolkits, or these very tools. */
export type ToolSelection = { readonly toolkits: readonly string[] } | { readonly tools: readonly string[] };

/** Reads Composio's catalogue: toolkits, tools and MCP servers, every page of every list. */
@Injectable()
export class ComposioClient {
  constructor(private readonly transport: ComposioTransport) {}

  /** Every toolkit, the most used first. @throws {Problem} */
  listToolkits(credential: Credential): Promise<WireToolkit[]> {
    return this.walk<WireToolkit>(
      credential,
      '/toolkits',
      { sort_by: 'usage', limit: TOOLKITS_PAGE },
      slugOf,
    );
  }

  /** The slugs of the most used toolkits, in one request. @throws {Problem} */
  async mostUsedToolkits(credential: Credential, count: number): Promise<string[]> {
    const limit = Math.min(count, TOOLKITS_PAGE);
    const page = await this.page<WireToolkit>(credential, '/toolkits', { sort_by: 'usage', limit });
    return page.items.map(slugOf).filter(Boolean).slice(0, count);
  }

  /** @throws {Problem} `not_found` where Composio has no such toolkit */
  getToolkit(credential: Credential, toolkit: string): Promise<WireToolkit> {
    return this.transport.read(credential, `/toolkits/${encodeURIComponent(toolkit)}`);
  }

  /**
   * Every tool of the selection, deprecated ones included, in its newest version: without an explicit version Composio's
   * endpoints disagree about which one is meant. Names that Composio does not know are silently absent.
   * @param convert makes of each tool what is kept of it, page by page: a thousand tools take tens of megabytes as they come
   * @throws {Problem}
   */
  async listTools<T extends { readonly slug: string }>(
    credential: Credential,
    selection: ToolSelection,
    convert: (tool: WireTool) => T | undefined,
  ): Promise<T[]> {
    const which =
      'tools' in selection ? { tool_slugs: selection.tools } : { toolkit_slug: selection.toolkits };
    const query = { ...which, toolkit_versions: 'latest', limit: TOOLS_PAGE };
    const tools = await this.walk<T | undefined>(credential, '/tools', query, slugOf, async (page) => {
      // Parsing a page and converting it are two pieces of work: others get their turn between.
      await new Promise(setImmediate);
      const wires = page.items as readonly WireTool[];
      return { ...page, items: wires.map((wire) => (slugOf(wire) ? convert(wire) : undefined)) };
    });
    return tools.filter((tool) => tool !== undefined);
  }

  /** The best matches of Composio's own full-text search, one page. @throws {Problem} */
  async searchTools(credential: Credential, query: string, limit: number): Promise<WireTool[]> {
    const parameters = { query, include_deprecated: false, toolkit_versions: 'latest', limit };
    return (await this.page<WireTool>(credential, '/tools', parameters)).items.filter(slugOf);
  }

  /** Every MCP server. These lists have page numbers instead of cursors. @throws {Problem} */
  async listServers(credential: Credential): Promise<WireServer[]> {
    const fetchPage = (pageNumber: number) =>
      this.page<WireServer>(credential, '/mcp/servers', { page_no: pageNumber, limit: SERVERS_PAGE });
    const first = await fetchPage(1);
    const numbers = Array.from(
      { length: Math.max(0, (first.total_pages ?? 1) - 1) },
      (_, index) => index + 2,
    );
    const rest = await mapBounded(numbers, PARALLEL_SERVER_PAGES, fetchPage);
    const servers = [first, ...rest].flatMap((page) => page.items).filter(idOf);
    return [...new Map(servers.map((server) => [server.id, server])).values()];
  }

  /**
   * Every item of a cursor-paged list.
   * @param convert what to do with each page as soon as it is there
   * @throws {Problem} `upstream_unavailable` where Composio stopped half-way
   */
  async walk<T>(
    credential: Credential,
    path: string,
    query: Query,
    identify: (item: T) => string,
    convert: (page: WirePage<unknown>) => Promise<WirePage<T>> = async (page) => page as WirePage<T>,
  ): Promise<T[]> {
    const fetchPage = async (cursor?: string) =>
      convert(await this.page(credential, path, { ...query, cursor }));
    try {
      return (await walkPages(fetchPage, identify)).filter((item) => identify(item) !== '');
    } catch (error) {
      if (!(error instanceof IncompleteListError)) throw error;
      throw unavailable(`Composio sent half a list. ${error.message}`);
    }
  }

  private async page<T>(credential: Credential, path: string, query: Query): Promise<WirePage<T>> {
    const page = await this.transport.read<WirePage<T> | null>(credential, path, query);
    if (Array.isArray(page?.items)) return page;
    throw unavailable('Composio answered something else than a list.');
  }
}

/** A tool's or toolkit's slug; empty for an item that has none and is therefore of no use. */
function slugOf(item: { readonly slug: string } | null | undefined): string {
  return typeof item?.slug === 'string' ? item.slug : '';
}

/** The id of anything else; empty as above. */
export function idOf(item: { readonly id: string }): string {
  return typeof item?.id === 'string' ? item.id : '';
}
