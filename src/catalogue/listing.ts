import { admits, type ToolFilter } from '../allowlist/tool-filter.js';
import { bestFirst } from './tool-order.js';
import { ToolSet } from './tool-set.js';
import type { Tool } from './tool.js';

/** What a listing is made of. */
export interface Ingredients {
  /** The tools of each toolkit by name, the preferred toolkit first. */
  readonly lists: readonly (readonly Tool[])[];
  readonly filter: ToolFilter;
  /** The toolkits the user has connected. */
  readonly connected: ReadonlySet<string>;
  /** False: there are toolkits that were not looked at, because nothing narrows the choice. */
  readonly complete: boolean;
  /** Until when asking again gives the same, on the clock of `performance.now()`. */
  readonly freshUntil: number;
}

/** The tools a caller may use. */
export interface Listing extends Omit<Ingredients, 'lists' | 'filter' | 'freshUntil'> {
  /** The best first. */
  readonly set: ToolSet;
  /** As in `Ingredients`. It can end before its time, so look at it each time. */
  freshUntil: number;
}

/** Filters and orders. */
export function listingOf({ lists, filter, ...rest }: Ingredients): Listing {
  const allowed = lists.map((list) => list.filter((tool) => admits(filter, tool)));
  return { ...rest, set: ToolSet.of(bestFirst(allowed, rest.connected)) };
}
