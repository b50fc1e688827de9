import { isUsable, type Tool } from './tool.js';

/**
 * Tools, the best first: those the user can run at once before others, the main ones before the rest and those Composio itself
 * keeps back, then in the given order. Deprecated ones come last.
 * @param lists the tools of each toolkit by name, the preferred toolkit first
 */
export function bestFirst(lists: readonly (readonly Tool[])[], connected: ReadonlySet<string>): Tool[] {
  const ranks: Tool[][] = Array.from({ length: 2 * 2 * 3 }, () => []);
  for (const list of lists) for (const tool of list) ranks[rankOf(tool, connected)]?.push(tool);
  return ranks.flat();
}

function rankOf(tool: Tool, connected: ReadonlySet<string>): number {
  const weight = tool.important ? 0 : tool.secondary ? 2 : 1;
  const waits = isUsable(tool, connected) ? 0 : 1;
  return ((tool.deprecated ? 1 : 0) * 2 + waits) * 3 + weight;
}
