import { RE2JS } from 're2js';
import { spend } from './bounded.js';

/** A longer text is not matched: the engine takes time in proportion to it, and to the size of its program. */
const LONGEST_TEXT = 20_000;
/** A larger program is not run. What is repeated is there as often, a thousand times at most, even to compile. */
const LARGEST_PROGRAM = 2_500;
const LARGEST_TO_COMPILE = 100_000;
const MOST_REPETITIONS = 1_000;
/** So many instructions, each on one character, take as long as one step of `spend`. */
const INSTRUCTIONS_PER_STEP = 4;

/** What a validator needs of a regular expression. */
export interface Pattern {
  test(text: string): boolean;
  /** The source: Ajv tells patterns apart by it. */
  toString(): string;
}

/**
 * A pattern from upstream, for an engine that takes linear time: a backtracking one could be made to hang by one short pattern.
 * A pattern that such an engine cannot express (look-around, back-references) or that would become too large a program matches
 * everything; Composio checks it itself.
 */
export function linearPattern(source: string): Pattern {
  let matches: ReturnType<typeof matcherOf> | undefined;
  return {
    test: (text) => text.length > LONGEST_TEXT || (matches ??= matcherOf(source))(text),
    toString: () => source,
  };
}

function matcherOf(source: string): (text: string) => boolean {
  const compiled = compile(source);
  const size = compiled?.programSize() ?? 0;
  spend(size * INSTRUCTIONS_PER_STEP);
  if (!compiled || size > LARGEST_PROGRAM) return () => true;
  return (text) => {
    spend((size * text.length) / INSTRUCTIONS_PER_STEP);
    return compiled.matcher(text).find();
  };
}

function compile(source: string): RE2JS | undefined {
  if (source.length * repetitionsIn(source) > LARGEST_TO_COMPILE) return undefined;
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source));
  } catch {
    return undefined;
  }
}

/** How many copies of a part there can be, at most: repetitions can stand within each other. */
function repetitionsIn(source: string): number {
  const bounds = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, least, most]) =>
    Number(most || least),
  );
  return bounds.reduce((product, bound) => Math.min(product * Math.max(bound, 1), MOST_REPETITIONS), 1);
}
