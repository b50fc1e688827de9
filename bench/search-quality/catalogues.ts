import { Tool } from '../../src/catalogue/tool.js';
import type { WireTool } from '../../src/composio/wire-types.js';
import { TOOLS } from '../../src/sandbox/toolkits/catalogue.js';
import { generateCatalogue } from '../../test/support/odd-tools-catalogue.js';

/** With so many tools a generated toolkit has every action on every thing once. */
const TOOLS_PER_TOOLKIT = 360;

/** The tools of the sandbox that a search may offer. */
export function sandboxTools(): Tool[] {
  return usable(TOOLS);
}

/** A catalogue of that size: the sandbox's tools, then generated ones for them to compete with. */
export function mixedTools(size: number): Tool[] {
  const own = sandboxTools();
  const wanted = Math.max(0, size - own.length);
  const toolkits = Math.ceil(wanted / TOOLS_PER_TOOLKIT);
  const generated = generateCatalogue({ toolkits, toolsPerToolkit: TOOLS_PER_TOOLKIT, seed: 1 });
  return [...own, ...usable(generated.slice(0, wanted))];
}

function usable(tools: readonly WireTool[]): Tool[] {
  return tools.flatMap((wire) => Tool.of(wire) ?? []).filter(({ deprecated }) => !deprecated);
}
