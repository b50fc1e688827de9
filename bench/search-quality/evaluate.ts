import { SearchIndex } from '../../src/search/search-index.js';
import type { Tool } from '../../src/catalogue/tool.js';
import { answerParent } from '../harness/ask.js';
import { mixedTools, sandboxTools, wordyTools } from './catalogues.js';
import type { Group } from './golden-intents.js';
import type { Half } from './golden-set.js';
import { MiniSearchIndex } from './minisearch-index.js';
import { type Catalogue, GROUPS, intentsOf, type Quality, qualityOf, type Search } from './quality.js';
import { type Engine, type Searchable, type Speed, speedOf } from './speed.js';

/*
 * Measures the search in a process of its own: how well it finds tools by the golden set, and what the index costs.
 */

/** How well a group of intents is served by an index over a catalogue. */
export interface QualityRow extends Quality {
  readonly engine: string;
  readonly catalogue: Catalogue;
  readonly half: Half;
  readonly group: Group | 'all';
}

/** How well tools are found, and at what cost. */
export interface SearchDetails {
  readonly quality: readonly QualityRow[];
  readonly speed: readonly Speed[];
}

const MIXED = 5_000;
const HALVES: readonly Half[] = ['tuning', 'held-out'];

const OURS: Engine = { name: 'ours', build: (tools) => SearchIndex.build(tools), rounds: 5 };
const REFERENCE: Engine = {
  name: 'minisearch',
  build: (tools) => MiniSearchIndex.build(tools),
  rounds: 1,
};

/** By so much a user's own apps are preferred, where they are. */
const PREFERENCE = 1.2;

const asks = {
  /** Every catalogue as a whole, and ours among generated tools by kind of intent. */
  async quality(): Promise<QualityRow[]> {
    const sandbox = sandboxTools();
    const mixed = mixedTools(MIXED);
    const rows: QualityRow[] = [];
    for (const { name, build } of [OURS, REFERENCE]) {
      rows.push(...rowsOf(name, 'sandbox', await build(sandbox)));
      rows.push(...rowsOf(name, 'mixed', await build(mixed)));
    }
    const apps = new Set(sandbox.map(({ toolkit }) => toolkit));
    const weigh = ({ toolkit }: Tool) => (apps.has(toolkit) ? PREFERENCE : 1);
    const index = await SearchIndex.build(mixed);
    const preferring = { search: (query: string, limit: number) => index.search(query, limit, weigh) };
    return [
      ...rows,
      ...rowsOf('ours', 'own apps', index),
      ...rowsOf('ours, preferring them', 'own apps', preferring),
      ...rowsOf('ours', 'mixed', index, GROUPS),
    ];
  },

  /** Ours, then the reference, over so many tools. */
  async speed(size: number): Promise<Speed[]> {
    const tools = wordyTools(size);
    return [await speedOf(OURS, tools), await speedOf(REFERENCE, tools)];
  },
};

/** What this process can be asked. */
export type EvaluateAsks = typeof asks;

answerParent(asks);

function rowsOf(
  engine: string,
  catalogue: Catalogue,
  index: Searchable,
  groups: readonly (Group | 'all')[] = ['all'],
): QualityRow[] {
  const search: Search = (query, limit) => index.search(query, limit).map(({ slug }) => slug);
  return groups.flatMap((group) =>
    HALVES.map((half) => {
      const quality = qualityOf(search, intentsOf(catalogue, half, group));
      return { engine, catalogue, half, group, ...quality };
    }),
  );
}
