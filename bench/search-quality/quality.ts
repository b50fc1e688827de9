import { GOLDEN_SET, type Half, type Intent } from './golden-set.js';
import type { Group } from './golden-intents.js';

/** What is asked of a search: the slugs it finds, the best first. */
export type Search = (query: string, limit: number) => readonly string[];

/** How well intents are served. */
export interface Quality {
  readonly intents: number;
  /** The share of intents for which the first tool is right. */
  readonly recall1: number;
  /** The share of intents for which one of the first five is right. */
  readonly recall5: number;
  /** The mean of 1 / place of the first right tool, 0 where none is among the first ten. */
  readonly mrr: number;
}

/** An intent that was not served within the first five, and what was found instead. */
export interface Miss {
  readonly intent: Intent;
  readonly found: readonly string[];
}

/** How deep the search looks. */
const DEPTH = 10;

/** The intents for a catalogue; the groups not demanded are left out unless they are named. */
export function intentsOf(
  catalogue: 'sandbox' | 'mixed',
  chosen: { readonly half?: Half; readonly group?: Group } = {},
): Intent[] {
  return GOLDEN_SET.filter(
    ({ group, half }) =>
      (chosen.half === undefined || half === chosen.half) &&
      (chosen.group === undefined ? group !== 'foreign' : group === chosen.group) &&
      (catalogue === 'mixed' || group !== 'generated'),
  );
}

/** Measures a search by intents. */
export function qualityOf(search: Search, intents: readonly Intent[]): Quality {
  const places = intents.map((intent) => placeOf(intent, search(intent.query, DEPTH)));
  const share = (count: number) => count / Math.max(1, intents.length);
  return {
    intents: intents.length,
    recall1: share(places.filter((place) => place === 1).length),
    recall5: share(places.filter((place) => place <= 5).length),
    mrr: share(places.reduce((sum, place) => sum + 1 / place, 0)),
  };
}

/** The intents that are not served. */
export function missesOf(search: Search, intents: readonly Intent[]): Miss[] {
  return intents
    .map((intent) => ({ intent, found: search(intent.query, DEPTH) }))
    .filter(({ intent, found }) => placeOf(intent, found) > 5);
}

/** Whether a tool is right for an intent. */
export function isRight({ right }: Intent, slug: string): boolean {
  return right.some((wanted) => (wanted.startsWith('*') ? slug.endsWith(wanted.slice(1)) : slug === wanted));
}

/** From 1; infinite where no right tool was found. */
function placeOf(intent: Intent, found: readonly string[]): number {
  const index = found.findIndex((slug) => isRight(intent, slug));
  return index < 0 ? Infinity : index + 1;
}
