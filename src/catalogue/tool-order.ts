import type { Tool } from './tool.js';

/**
 * Tools, the best first: those the user can run at once before others, of the main ones before the rest and those Composio itself keeps
 * back, then by toolkit and by name. Deprecated ones come last.
 * @param toolkits slugs in the order of preference
 */
export function bestFirst(
  tools: readonly Tool[],
  toolkits: readonly string[],
  connected: ReadonlySet<string>,
): Tool[] {
  const ranks = new Map(toolkits.map((slug, rank) => [slug, rank]));
  const keyed = tools.map((tool) => ({ tool, key: sortKey(tool, ranks, connected) }));
  return keyed
    .toSorted((a, b) => a.key - b.key || (a.tool.slug < b.tool.slug ? -1 : 1))
    .map(({ tool }) => tool);
}

function sortKey(tool: Tool, ranks: ReadonlyMap<string, number>, connected: ReadonlySet<string>): number {
  const digits = [
    tool.deprecated ? 1 : 0,
    tool.noAuth || connected.has(tool.toolkit) ? 0 : 1,
    tool.important ? 0 : tool.secondary ? 2 : 1,
  ];
  return digits.reduce((key, digit) => key * 4 + digit, 0) * 1e5 + (ranks.get(tool.toolkit) ?? ranks.size);
}
