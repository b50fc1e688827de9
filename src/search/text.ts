import { isStopWord, wordsOf } from './terms.js';
import { termFor } from './thesaurus.js';

/** What a search looks at in a tool. */
export interface Searchable {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Its toolkit's slug, in lower case. */
  readonly toolkit: string;
  /** One of the toolkit's main ones. */
  readonly important: boolean;
  /** One that Composio keeps back. */
  readonly secondary: boolean;
}

/** What a word is worth by where it stands: the first sentence says what a tool does, the others when to use it and what comes back. */
const TITLE = 4;
const TOOLKIT = 3;
const FIRST_SENTENCE = 1;
const OTHER_SENTENCES = 0.6;

/** From here on more of the same adds little (BM25's k1). */
const SATURATION = 1.2;
/** A description of so many words counts in full; in a longer one each word counts less, by this share (BM25's b). */
const USUAL_LENGTH = 20;
const LENGTH_SHARE = 0.5;

/** A light preference, between tools that fit equally well. */
const MAIN = 1.05;
const KEPT_BACK = 0.95;

const LONGEST_DESCRIPTION = 2_000;
/** Descriptions name other tools to tell what they are not. */
const OTHER_TOOL = /\b[A-Z0-9]+(?:_[A-Z0-9]+)+\b/g;
const SENTENCE_END = /[.:;!?](?:\s|$)/;

/** How much each of its terms says about a tool, from 0 to 1. */
export function termWeights(tool: Searchable): Map<string, number> {
  const description = tool.description.slice(0, LONGEST_DESCRIPTION).replace(OTHER_TOOL, ' ');
  const end = SENTENCE_END.exec(description)?.index ?? description.length;
  const first = contentWords(description.slice(0, end));
  const others = contentWords(description.slice(end));
  const length = (first.length + others.length) / USUAL_LENGTH;
  const share = 1 / (1 - LENGTH_SHARE + LENGTH_SHARE * length);

  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const term of titleTerms(tool)) add(term, TITLE);
  for (const word of wordsOf(tool.toolkit)) add(termFor(word), TOOLKIT);
  for (const word of first) add(termFor(word), FIRST_SENTENCE * share);
  for (const word of others) add(termFor(word), OTHER_SENTENCES * share);
  const preference = tool.important ? MAIN : tool.secondary ? KEPT_BACK : 1;
  for (const [term, weight] of weights) weights.set(term, (preference * weight) / (weight + SATURATION));
  return weights;
}

/** The terms of slug and name, each once; the toolkit, with which slugs begin, has a weight of its own. */
function titleTerms({ slug, name, toolkit }: Searchable): Set<string> {
  const action = slug.toLowerCase().startsWith(`${toolkit}_`) ? slug.slice(toolkit.length + 1) : slug;
  return new Set([...wordsOf(action), ...(name === slug ? [] : wordsOf(name))].map(termFor));
}

function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => !isStopWord(word));
}
