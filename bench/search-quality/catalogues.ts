import { Tool } from '../../src/catalogue/tool.js';
import { TOOLS } from '../../src/sandbox/toolkits/catalogue.js';
import { generateCatalogue } from '../../test/support/odd-tools-catalogue.js';

/** With so many tools a generated toolkit has every action on every thing once. */
const TOOLS_PER_TOOLKIT = 360;

/** A real catalogue has tens of thousands of words, the generated ones a few hundred. */
const INVENTED_WORDS = 30_000;
const INVENTED_PER_TOOL = 6;
const SYLLABLES = 'ba co di fu gra hel in jo ku lam mer no op pra qui ro sta tem ur vel wi xan yor zet'.split(
  ' ',
);

const current = TOOLS.filter((tool) => !tool.is_deprecated);

/** The tools of the sandbox, without those a search does not offer. */
export function sandboxTools(): Tool[] {
  return toolsOf(current);
}

/** A catalogue of that size: generated tools, then those of the sandbox, so that no tie helps them. */
export function mixedTools(size: number): Tool[] {
  return toolsOf(mixed(size));
}

/** The same with as many different words as a real one has, for measuring time and memory. */
export function wordyTools(size: number): Tool[] {
  return toolsOf(
    mixed(size).map((tool, index) => ({
      ...tool,
      description: `${tool.description} ${inventedWords(index).join(' ')}.`,
    })),
  );
}

function mixed(size: number): { readonly description: string }[] {
  const own = current.slice(0, size);
  const wanted = size - own.length;
  const toolkits = Math.ceil(wanted / TOOLS_PER_TOOLKIT);
  const generated = generateCatalogue({ toolkits, toolsPerToolkit: TOOLS_PER_TOOLKIT, seed: 1 });
  return [...generated.slice(0, wanted), ...own];
}

function toolsOf(wires: readonly unknown[]): Tool[] {
  return wires.flatMap((wire) => Tool.of(wire) ?? []);
}

function inventedWords(tool: number): string[] {
  return Array.from({ length: INVENTED_PER_TOOL }, (_, index) =>
    inventedWord(((tool * INVENTED_PER_TOOL + index) * 7919) % INVENTED_WORDS),
  );
}

/** Four syllables: the number, written in base 24. */
function inventedWord(number: number): string {
  const digits = [number, number / 24, number / 576, number / 13_824].map((part) => Math.floor(part) % 24);
  return digits.map((digit) => SYLLABLES[digit]).join('');
}
