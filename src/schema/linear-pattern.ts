import { RE2JS } from 're2js';

/** A longer text is not matched: the engine takes time in proportion to it. */
const LONGEST_TEXT = 20_000;

/** What a validator needs of a regular expression. */
export interface Pattern {
  test(text: string): boolean;
  /** The source: Ajv tells patterns apart by it. */
  toString(): string;
}

/**
 * A pattern from upstream, for an engine that takes linear time: a backtracking one could be made to hang by one short pattern.
 * A pattern that such an engine cannot express (look-around, back-references) matches everything; Composio checks it itself.
 */
export function linearPattern(source: string): Pattern {
  const matches = matcherOf(source);
  return { test: (text) => text.length > LONGEST_TEXT || matches(text), toString: () => source };
}

function matcherOf(source: string): (text: string) => boolean {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(source));
    return (text) => compiled.matcher(text).find();
  } catch {
    return () => true;
  }
}
