import { Injectable } from '@nestjs/common';
import type { Credential } from '../caller/credential.js';
import { ComposioTransport, parseJson, READ } from './composio.transport.js';
import { mapBounded } from './map-bounded.js';
import type { Query } from './query.js';
import { SeenPages } from './seen-pages.js';
import { ownTurn } from './turns.js';
import { splitPage } from './split-page.js';
import { unavailable } from './upstream-problem.js';
import { IncompleteListError, walkPages } from './walk-pages.js';
import {
  type Read,
  readPage,
  readServer,
  readToolkit,
  type WirePage,
  type WireServer,
  type WireToolkit,
} from './wire-types.js';

const TOOLS = '/tools';
const TOOLS_PAGE = 1_000;
const TOOLKITS_PAGE = 1_000;
const SERVERS_PAGE = 50;
const PARALLEL_SERVER_PAGES = 4;
/** So many items are read at a time: a thousand tools take some 30 ms. */
const ITEMS_PER_TURN = 100;

/** Which tools to list: those of toolkits, or these very tools. */
export type ToolSelection = { readonly toolkits: readonly string[] } | { readonly tools: readonly string[] };

/** Reads Composio's catalogue: toolkits, tools and MCP servers, every page of every list. */
@Injectable()
export class ComposioClient {
  private readonly seenPages = new SeenPages();

  constructor(private readonly transport: ComposioTransport) {}

  /** Every toolkit, the most used first. @throws {Problem} */
  listToolkits(credential: Credential): Promise<WireToolkit[]> {
    const query = { sort_by: 'usage', limit: TOOLKITS_PAGE };
    return this.walk(credential, '/toolkits', query, readToolkit, ({ slug }) => slug);
  }

  /** The slugs of the most used toolkits, in one request. @throws {Problem} */
  async mostUsedToolkits(credential: Credential, count: number): Promise<string[]> {
    const limit = Math.min(count, TOOLKITS_PAGE);
    const page = await this.page(credential, '/toolkits', { sort_by: 'usage', limit });
    return page.items.flatMap((item) => readToolkit(item)?.slug ?? []).slice(0, count);
  }

  /**
   * Every tool of the selection, deprecated ones included, in its newest version: without an explicit version Composio's
   * endpoints disagree about which one is meant. Names that Composio does not know are silently absent.
   * @param read makes of each tool what is kept of it, page by page: a thousand tools take tens of megabytes as they come
   * @throws {Problem}
   */
  listTools<T extends { readonly slug: string }>(
    credential: Credential,
    selection: ToolSelection,
    read: Read<T>,
  ): Promise<T[]> {
    const which =
      'tools' in selection ? { tool_slugs: selection.tools } : { toolkit_slug: selection.toolkits };
    const query = { ...which, toolkit_versions: 'latest', limit: TOOLS_PAGE };
    return this.walk(credential, TOOLS, query, read, ({ slug }) => slug);
  }

  /** The best matches of Composio's own full-text search, one page. @throws {Problem} */
  async searchTools<T extends object>(
    credential: Credential,
    query: string,
    limit: number,
    read: Read<T>,
  ): Promise<T[]> {
    const parameters = { query, include_deprecated: false, toolkit_versions: 'latest', limit };
    const text = await this.transport.readText(credential, TOOLS, parameters);
    return (await readItems(text, read)).items.filter((item) => item !== undefined);
  }

  /** Every MCP server. These lists have page numbers instead of cursors. @throws {Problem} */
  async listServers(credential: Credential): Promise<WireServer[]> {
    const fetchPage = (pageNumber: number) =>
      this.page(credential, '/mcp/servers', { page_no: pageNumber, limit: SERVERS_PAGE });
    const first = await fetchPage(1);
    const numbers = Array.from(
      { length: Math.max(0, (first.total_pages ?? 1) - 1) },
      (_, index) => index + 2,
    );
    const rest = await mapBounded(numbers, PARALLEL_SERVER_PAGES, fetchPage);
    const servers = [first, ...rest].flatMap((page) => page.items.flatMap((item) => readServer(item) ?? []));
    return [...new Map(servers.map((server) => [server.id, server])).values()];
  }

  /**
   * Every item of a cursor-paged list that is of use.
   * @param identify two items with the same are one
   * @throws {Problem} `upstream_unavailable` where Composio stopped half-way
   */
  async walk<T extends object>(
    credential: Credential,
    path: string,
    query: Query,
    read: Read<T>,
    identify: (item: T) => string,
  ): Promise<T[]> {
    const fetchPage = async (cursor?: string): Promise<WirePage<T | undefined>> => {
      const text = await this.transport.readText(credential, path, { ...query, cursor });
      const readAll = () => readItems(text, read);
      if (path !== TOOLS) return readAll();
      await ownTurn();
      return this.seenPages.get(text, readAll);
    };
    try {
      const items = await walkPages(fetchPage, (item) => (item === undefined ? '' : identify(item)));
      return items.filter((item) => item !== undefined);
    } catch (error) {
      if (!(error instanceof IncompleteListError)) throw error;
      throw unavailable(`Composio sent half a list. ${error.message}`);
    }
  }

  private async page(credential: Credential, path: string, query: Query): Promise<WirePage<unknown>> {
    return asPage(await this.transport.read(credential, path, query));
  }
}

/** Reads a page a few items at a time. */
async function readItems<T extends object>(text: string, read: Read<T>): Promise<WirePage<T | undefined>> {
  await ownTurn();
  const { page, items: texts } = splitPage(text);
  const whole = asPage(parseJson(page, READ));
  const items = whole.items.map((item) => read(item, JSON.stringify(item)));
  for (let start = 0; start < texts.length; start += ITEMS_PER_TURN) {
    await ownTurn();
    const some = texts.slice(start, start + ITEMS_PER_TURN);
    items.push(...some.map((json) => read(parseJson(json, READ), json)));
  }
  return { ...whole, items };
}

function asPage(answer: unknown): WirePage<unknown> {
  const page = readPage(answer);
  if (page) return page;
  throw unavailable('Composio answered something else than a list.');
}
