import { SearchIndex } from '../../src/search/search-index.js';
import type { Tool } from '../../src/catalogue/tool.js';
import { type Row, row, type RowFacts } from '../report/row.js';
import { mixedTools, sandboxTools, wordyTools } from './catalogues.js';
import type { Group } from './golden-intents.js';
import type { Half } from './golden-set.js';
import { MiniSearchIndex } from './minisearch-index.js';
import { type Catalogue, GROUPS, intentsOf, type Quality, qualityOf, type Search } from './quality.js';
import { type Engine, type Searchable, type Speed, speedOf } from './speed.js';

/** How well a group of intents is served by an index over a catalogue. */
export interface QualityRow extends Quality {
  readonly engine: string;
  readonly catalogue: Catalogue;
  readonly half: Half | 'both';
  readonly group: Group | 'all';
}

/** How well tools are found, and at what cost. */
export interface SearchReport {
  readonly id: 'search';
  /** What was to be reached. */
  readonly rows: readonly Row[];
  readonly quality: readonly QualityRow[];
  readonly speed: readonly Speed[];
}

const MIXED = 5_000;
const ALL = 41_303;
const SIZES = [97, MIXED, ALL];
const HALVES: readonly Half[] = ['tuning', 'held-out'];

const OURS: Engine = { name: 'ours', build: (tools) => SearchIndex.build(tools), rounds: 5 };
const REFERENCE: Engine = {
  name: 'minisearch',
  build: (tools) => MiniSearchIndex.build(tools),
  rounds: 1,
};

/** By so much a user's own apps are preferred, where they are. */
const PREFERENCE = 1.2;

/**
 * Measures the search: its quality by the golden set, then time and memory at several sizes of the catalogue.
 * @param onProgress is told what comes next
 */
export async function evaluateSearch(onProgress: (step: string) => void = () => {}): Promise<SearchReport> {
  onProgress('search: quality');
  const quality = await measureQuality();
  const speed: Speed[] = [];
  for (const size of SIZES) {
    onProgress(`search: ${size} tools`);
    const tools = wordyTools(size);
    for (const engine of [OURS, REFERENCE]) speed.push(await speedOf(engine, tools));
  }
  return { id: 'search', rows: [...qualityReaches(quality), ...speedReaches(speed)], quality, speed };
}

async function measureQuality(): Promise<QualityRow[]> {
  const sandbox = sandboxTools();
  const mixed = mixedTools(MIXED);
  const rows: QualityRow[] = [];
  for (const { name, build } of [OURS, REFERENCE]) {
    rows.push(...rowsOf(name, 'sandbox', await build(sandbox)), ...rowsOf(name, 'mixed', await build(mixed)));
  }
  const apps = new Set(sandbox.map(({ toolkit }) => toolkit));
  const weigh = ({ toolkit }: Tool) => (apps.has(toolkit) ? PREFERENCE : 1);
  const index = await SearchIndex.build(mixed);
  const preferring = { search: (query: string, limit: number) => index.search(query, limit, weigh) };
  rows.push(...rowsOf('ours', 'own apps', index), ...rowsOf('ours, preferring them', 'own apps', preferring));
  return rows;
}

function rowsOf(engine: string, catalogue: Catalogue, index: Searchable): QualityRow[] {
  const search: Search = (query, limit) => index.search(query, limit).map(({ slug }) => slug);
  return [...HALVES, 'both' as const]
    .flatMap((half) =>
      (['all', ...GROUPS] as const).map((group) => {
        const intents = intentsOf(catalogue, half, group);
        return { engine, catalogue, half, group, ...qualityOf(search, intents) };
      }),
    )
    .filter(({ intents }) => intents > 0);
}

function qualityReaches(quality: readonly QualityRow[]): Row[] {
  const worst = (engine: string, of: (quality: Quality) => number) =>
    Math.min(
      ...quality
        .filter((found) => found.engine === engine && found.catalogue === 'mixed')
        .filter(({ half, group }) => half !== 'both' && group === 'all')
        .map(of),
    );
  const reach = (id: string, what: string, least: number, of: (quality: Quality) => number) =>
    compared({
      id,
      what: `${what} among ${MIXED} tools, the worse half of the intents`,
      unit: '',
      ours: worst('ours', of),
      reference: worst('minisearch', of),
      reach: { of: 'ours', atLeast: least },
    });
  return [
    reach('search-recall', 'A right tool is one of the first five', 0.9, ({ recall5 }) => recall5),
    reach('search-mrr', 'Mean of 1 / place of the first right tool', 0.75, ({ mrr }) => mrr),
  ];
}

function speedReaches(speed: readonly Speed[]): Row[] {
  const largest = (engine: string, of: (speed: Speed) => number) =>
    of(speed.find((found) => found.engine === engine && found.tools === ALL) as Speed);
  const reach = (id: string, what: string, unit: string, most: number, of: (speed: Speed) => number) =>
    compared({
      id,
      what: `${what}, ${ALL} tools`,
      unit,
      ours: largest('ours', of),
      reference: largest('minisearch', of),
      reach: { of: 'ours', atMost: most },
    });
  return [
    reach('search-p99', 'Search, p99', 'ms', 10, ({ p99Ms }) => p99Ms),
    reach('search-memory', 'Memory of the index', 'MB', 60, ({ memoryMb }) => memoryMb),
    reach('search-stall', 'Event loop blocked by building the index', 'ms', 50, ({ blockedMs }) => blockedMs),
  ];
}

function compared(facts: RowFacts): Row {
  return row({ ...facts, against: 'minisearch with the same words and synonyms' });
}
