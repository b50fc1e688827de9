import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { scopeFromQuery } from '../caller/scope.js';
import { CatalogueSearch } from '../catalogue/catalogue.search.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { isUsable, type Tool } from '../catalogue/tool.js';
import { ToolLookup } from '../catalogue/tool-lookup.service.js';
import { toolName } from '../catalogue/tool-name.js';
import { adaptSchema } from '../schema/adapt-schema.js';
import { LONGEST_DESCRIPTION, shorten } from '../schema/describe-schema.js';
import { withoutNoise } from '../schema/schema-noise.js';
import { cursorAfter, itemsBefore } from './list-cursor.js';
import type { FoundTools, ListToolsQuery, SearchToolsBody } from './tools.schemas.js';

/** All matches of a query are looked at up to here, so that they can be counted and paged. */
const MOST_MATCHES = 1_000;
/** Search results travel through a model's context: the schemas of the later ones give way. */
const MOST_FOUND_BYTES = 60_000;

/** Shows the tools a caller may use. */
@Injectable()
export class ToolsService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly search: CatalogueSearch,
    private readonly lookup: ToolLookup,
  ) {}

  /** One page of tools, as JSON text: what Composio says passes through as it is. @throws {Problem} */
  async list(caller: Caller, query: ListToolsQuery): Promise<string> {
    const scope = scopeFromQuery(query);
    const { tools } = query.query
      ? await this.search.search(caller, query.query, MOST_MATCHES, scope)
      : (await this.catalogue.list(caller, scope)).set;
    const start = itemsBefore(query.cursor);
    const end = start + query.limit;
    const text = query.format === 'openai' ? openAiEntry : (tool: Tool) => tool.text();
    const items = tools.slice(start, end).flatMap((tool) => text(tool) ?? []);
    const next = end < tools.length ? JSON.stringify(cursorAfter(end)) : 'null';
    return `{"items":[${items.join(',')}],"next_cursor":${next},"total_items":${tools.length}}`;
  }

  /** One tool with its full schema, as JSON text. @throws {Problem} `tool_not_found`, `tool_not_allowed` */
  async get(caller: Caller, name: string): Promise<string> {
    return (await this.lookup.find(caller, name)).text();
  }

  /** The best matches, with what is needed to call them. @throws {Problem} */
  async find(caller: Caller, { query, toolkits, limit }: SearchToolsBody): Promise<FoundTools> {
    const { tools, connected } = await this.search.search(
      caller,
      query,
      limit,
      scopeFromQuery({ toolkits: toolkits?.join() }),
    );
    const found = tools.map((tool) => ({
      tool: tool.slug,
      description: shorten(tool.description, LONGEST_DESCRIPTION),
      toolkit: tool.toolkit,
      read_only: tool.readOnly,
      connected: isUsable(tool, connected),
      parameters: withoutNoise(tool.inputSchema()) as Record<string, unknown>,
    }));
    return { tools: withinBytes(found, MOST_FOUND_BYTES), hint: hintFor(found.length) };
  }
}

const openAiEntries = new WeakMap<Tool, string | undefined>();

/** Undefined for a tool that a model cannot call, because it needs a file uploaded to Composio before. Made once for each. */
function openAiEntry(tool: Tool): string | undefined {
  if (openAiEntries.has(tool)) return openAiEntries.get(tool);
  const adapted = adaptSchema(tool.inputSchema());
  const entry =
    adapted &&
    JSON.stringify({
      type: 'function',
      function: {
        name: toolName(tool.slug),
        description: shorten(tool.description, LONGEST_DESCRIPTION),
        parameters: adapted.schema,
      },
    });
  openAiEntries.set(tool, entry);
  return entry;
}

function hintFor(count: number): string {
  return count === 0
    ? 'Nothing matches. Try other words for what the user wants, or other toolkits.'
    : 'Run one with composio_execute_tool, with `tool` and `arguments`. For a toolkit that is not connected, call composio_connect_account first.';
}

function withinBytes<T>(items: readonly T[], limit: number): T[] {
  let bytes = 0;
  return items.filter((item, index) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return index === 0 || bytes <= limit;
  });
}
