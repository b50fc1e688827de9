import type { ServerContents, ToolFilter } from '../allowlist/tool-filter.js';

/** What to load: some toolkits, some tools, or the toolkits that suit the user, because nothing narrows the choice. */
export type Selection =
  | { readonly kind: 'toolkits'; readonly toolkits: readonly string[] }
  | { readonly kind: 'tools'; readonly tools: readonly string[] }
  | { readonly kind: 'choice' };

/** Beyond so many tools it is cheaper to load their toolkits whole. */
const MOST_NAMED_TOOLS = 200;

/** The least that has to be loaded to know all tools that pass a filter. */
export function selectionFor(filter: ToolFilter): Selection {
  const { tools, toolkits, servers: [servers] = [] } = filter;
  const inServers = servers && unionOf(servers, (server) => server.tools);
  const named = tools ?? inServers;
  if (named && named.size <= MOST_NAMED_TOOLS) return { kind: 'tools', tools: [...named] };
  if (toolkits || servers) {
    const serverToolkits = servers && unionOf(servers, (server) => server.toolkits);
    const chosen = [...(toolkits ?? serverToolkits ?? [])];
    return { kind: 'toolkits', toolkits: chosen.filter((slug) => serverToolkits?.has(slug) ?? true) };
  }
  return tools ? { kind: 'tools', tools: [...tools] } : { kind: 'choice' };
}

function unionOf(
  servers: readonly ServerContents[],
  part: (server: ServerContents) => ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  const parts = servers.map(part);
  return parts.some((set) => set === undefined)
    ? undefined
    : new Set(parts.flatMap((set) => [...(set ?? [])]));
}
