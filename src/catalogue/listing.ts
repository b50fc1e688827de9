import { admits, type ToolFilter } from '../allowlist/tool-filter.js';
import { SearchIndex } from './search-index.js';
import type { Tool } from './tool.js';
import { toolName } from './tool-name.js';
import { bestFirst } from './tool-order.js';

/** What a listing is made of. */
export interface Ingredients {
  /** As Composio gave them: the same arrays as long as the cache holds them. */
  readonly lists: readonly (readonly Tool[])[];
  readonly filter: ToolFilter;
  /** The toolkits looked at, in the order of preference. */
  readonly toolkits: readonly string[];
  /** The toolkits the user has connected. */
  readonly connected: ReadonlySet<string>;
  /** False: there are toolkits that were not looked at, because nothing narrows the choice. */
  readonly complete: boolean;
  /** Until when asking again gives the same, on the clock of `performance.now()`. */
  readonly freshUntil: number;
}

/** The tools a caller may use. */
export class Listing {
  private readonly byName: ReadonlyMap<string, Tool>;
  private searchIndex: SearchIndex | undefined;

  private constructor(
    private readonly ingredients: Ingredients,
    /** The best first. The same array as long as nothing changed. */
    readonly tools: readonly Tool[],
    from?: Listing,
  ) {
    this.byName =
      from?.byName ??
      new Map(
        tools.flatMap((tool) => [
          [tool.slug, tool],
          [toolName(tool.slug), tool],
        ]),
      );
    this.searchIndex = from?.searchIndex;
  }

  /** Filters and orders; hands the previous listing's tools out again where the same ones were given. */
  static of(ingredients: Ingredients, previous?: Listing): Listing {
    if (previous && isSame(previous.ingredients, ingredients))
      return new Listing(ingredients, previous.tools, previous);
    const { lists, filter, toolkits, connected } = ingredients;
    const allowed = lists.flatMap((list) => list.filter((tool) => admits(filter, tool)));
    return new Listing(ingredients, bestFirst(allowed, toolkits, connected));
  }

  /** Whether these are all the tools the caller may use. */
  get complete(): boolean {
    return this.ingredients.complete;
  }

  get connected(): ReadonlySet<string> {
    return this.ingredients.connected;
  }

  get freshUntil(): number {
    return this.ingredients.freshUntil;
  }

  /** The tool of that slug or document name. */
  find(name: string): Tool | undefined {
    return this.byName.get(name);
  }

  /** The search index over these tools, built when first needed. */
  get index(): SearchIndex {
    this.searchIndex ??= new SearchIndex(this.tools.filter(({ deprecated }) => !deprecated));
    return this.searchIndex;
  }
}

function isSame(a: Ingredients, b: Ingredients): boolean {
  return (
    a.lists.length === b.lists.length &&
    a.lists.every((list, index) => sameItems(list, b.lists[index] ?? [])) &&
    a.toolkits.join() === b.toolkits.join() &&
    [...a.connected].toSorted().join() === [...b.connected].toSorted().join() &&
    a.complete === b.complete &&
    filterKey(a.filter) === filterKey(b.filter)
  );
}

function sameItems(a: readonly Tool[], b: readonly Tool[]): boolean {
  return a === b || (a.length === b.length && a.every((tool, index) => tool === b[index]));
}

function filterKey(filter: ToolFilter): string {
  return JSON.stringify(filter, (_, value: unknown) =>
    value instanceof Set ? [...(value as Set<string>)].toSorted() : value,
  );
}
