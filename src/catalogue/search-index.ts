import MiniSearch from 'minisearch';
import type { Tool } from './tool.js';

const FIELDS = ['slug', 'name', 'toolkit', 'description'];
const OPTIONS = {
  boost: { slug: 3, name: 3, toolkit: 2 },
  prefix: (term: string) => term.length > 3,
  fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
  weights: { prefix: 0.5, fuzzy: 0.3 },
} as const;

const STOP_WORDS = new Set(
  'a an and any are as at be by can do for from get give has have how i if in into is it its me my of on or our please so some that the their them then there these this to up use want was we what when which will with would you your'.split(
    ' ',
  ),
);

/** Finds tools by the words people use. */
export class SearchIndex {
  private readonly index = new MiniSearch<Tool>({
    idField: 'slug',
    fields: FIELDS,
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u),
    processTerm: stem,
  });
  private readonly bySlug: ReadonlyMap<string, Tool>;

  constructor(readonly tools: readonly Tool[]) {
    this.bySlug = new Map(tools.map((tool) => [tool.slug, tool]));
    this.index.addAll([...this.bySlug.values()]);
  }

  /** The best matches, the best first; none for a query without a known word. */
  search(query: string, limit: number): Tool[] {
    return this.index
      .search(query, OPTIONS)
      .slice(0, limit)
      .map(({ id }) => this.bySlug.get(id as string) as Tool);
  }
}

/** A word's common form: without case and plural; null for one that says nothing. */
function stem(word: string): string | null {
  const lower = word.toLowerCase();
  if (STOP_WORDS.has(lower)) return null;
  return lower.length > 3 ? lower.replace(/(?<=[^s])s$/, '') : lower;
}
