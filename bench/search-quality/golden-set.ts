import { CORRESPONDENCE } from './golden-correspondence.js';
import { DOCUMENTS } from './golden-documents.js';
import { FOREIGN } from './golden-foreign.js';
import { GENERATED } from './golden-generated.js';
import type { Ask, Group, Intents } from './golden-intents.js';
import { ODDS_AND_ENDS } from './golden-odds-and-ends.js';
import { TEAMWORK } from './golden-teamwork.js';

/** The half an intent belongs to: synonyms and weights are chosen by looking at the one, the other tells whether they hold. */
export type Half = 'tuning' | 'held-out';

/** What somebody wants, in their own words, and the tools that would be right. */
export interface Intent {
  readonly group: Group;
  readonly half: Half;
  readonly query: string;
  /** Each of them would do; see `Ask`. */
  readonly right: readonly string[];
}

const TOPICS: readonly Intents[] = [CORRESPONDENCE, TEAMWORK, DOCUMENTS, ODDS_AND_ENDS, GENERATED, FOREIGN];

/** Every intent there is. */
export const GOLDEN_SET: readonly Intent[] = TOPICS.flatMap((topic) =>
  (Object.entries(topic) as [Group, readonly Ask[]][]).flatMap(([group, asks]) =>
    asks.map(([query, ...right]) => ({ group, half: halfOf(query), query, right })),
  ),
);

/** Decided by the words alone (FNV-1a), so that nobody chooses and adding an intent moves no other. */
function halfOf(query: string): Half {
  let hash = 0x811c9dc5;
  for (const character of query) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) & 1) === 0 ? 'tuning' : 'held-out';
}
