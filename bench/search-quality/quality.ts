import type { Group } from './golden-intents.js';
import { GOLDEN_SET, type Half, type Intent } from './golden-set.js';

/** What is asked of a search: the slugs it finds, the best first. */
export type Search = (query: string, limit: number) => readonly string[];

/**
 * Where intents are asked: over the sandbox's tools, over those and generated ones, or over the same with only the sandbox's tools
 * right, as for somebody who has connected no other apps.
 */
export type Catalogue = 'sandbox' | 'mixed' | 'own apps';

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

/** Every kind of intents, in the order of the golden set. */
export const GROUPS: readonly Group[] = [...new Set(GOLDEN_SET.map(({ group }) => group))];

/** How deep the search looks. */
const DEPTH = 10;

/** The intents for a catalogue; those not in English only where they are asked for. */
export function intentsOf(
  catalogue: Catalogue,
  wantedHalf: Half | 'both' = 'both',
  wantedGroup: Group | 'all' = 'all',
): readonly Intent[] {
  return GOLDEN_SET.filter(
    ({ group, half }) =>
      (wantedHalf === 'both' || half === wantedHalf) &&
      (wantedGroup === 'all' ? group !== 'foreign' : group === wantedGroup) &&
      (catalogue === 'mixed' || group !== 'generated'),
  ).map((intent) => (catalogue === 'own apps' ? ofOwnApps(intent) : intent));
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

function ofOwnApps(intent: Intent): Intent {
  return { ...intent, right: intent.right.filter((wanted) => !wanted.startsWith('*')) };
}

/** From 1; infinite where no right tool was found. */
function placeOf(intent: Intent, found: readonly string[]): number {
  const index = found.findIndex((slug) => isRight(intent, slug));
  return index < 0 ? Infinity : index + 1;
}
