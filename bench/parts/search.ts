import type { Bench } from '../harness/bench.js';
import { launchHelper } from '../harness/launch.js';
import { type Row, row, type RowFacts } from '../report/row.js';
import type { EvaluateAsks, QualityRow } from '../search-quality/evaluate.js';
import type { Speed } from '../search-quality/speed.js';
import type { Findings } from './part.js';

const ALL = 41_303;
const SIZES = [97, 5_000, ALL];
const CATALOGUES = [
  { catalogue: 'sandbox', where: 'the tools of the sandbox' },
  { catalogue: 'mixed', where: '5,000 tools' },
] as const;

/** Q: how well a search finds tools, and what its index costs. */
export async function searchPart(bench: Bench): Promise<Findings> {
  const { ask, process } = launchHelper<EvaluateAsks>('search-quality/evaluate', {
    core: bench.cores?.measured,
  });
  bench.keep(process);
  bench.progress.say('quality');
  const quality = await ask.ask('quality', undefined);
  const speed: Speed[] = [];
  for (const size of SIZES) {
    bench.progress.say(`cost of the index over ${size} tools`);
    speed.push(...(await ask.ask('speed', size)));
  }
  return { rows: [...qualityRows(quality), ...costRows(speed)], search: { quality, speed } };
}

/** Of either half of the intents, that which is served worse. */
function qualityRows(quality: readonly QualityRow[]): Row[] {
  const reach = (name: string, what: string, unit: string, least: number, of: (row: QualityRow) => number) =>
    CATALOGUES.map(({ catalogue, where }) => {
      const worst = (engine: string) =>
        Math.min(
          ...quality
            .filter((found) => found.engine === engine && found.catalogue === catalogue)
            .filter(({ group }) => group === 'all')
            .map(of),
        );
      return compared({
        id: catalogue === 'mixed' ? `Q-${name}` : `Q-${name}-${catalogue}`,
        what: `${what}, among ${where}`,
        unit,
        ours: worst('ours'),
        reference: worst('minisearch'),
        reach: { of: 'ours', atLeast: least },
      });
    });
  return [
    ...reach('recall', 'Intents with a right tool in the first five', 'recall@5', 0.9, (row) => row.recall5),
    ...reach('mrr', 'Mean of 1 / place of the first right tool', 'MRR', 0.75, (row) => row.mrr),
  ];
}

function costRows(speed: readonly Speed[]): Row[] {
  const reach = (name: string, what: string, unit: string, most: number, of: (speed: Speed) => number) => {
    const value = (engine: string) =>
      of(speed.find((found) => found.engine === engine && found.tools === ALL) as Speed);
    return compared({
      id: `Q-${name}`,
      what: `${what}, 41,303 tools`,
      unit,
      ours: value('ours'),
      reference: value('minisearch'),
      reach: { of: 'ours', atMost: most },
    });
  };
  return [
    reach('p99', 'Search in the index alone, p99', 'ms', 10, ({ p99Ms }) => p99Ms),
    reach('memory', 'Memory of the index', 'MB', 60, ({ memoryMb }) => memoryMb),
    reach('stall', 'Event loop blocked by building the index', 'ms', 50, ({ blockedMs }) => blockedMs),
  ];
}

function compared(facts: RowFacts): Row {
  return row({ ...facts, against: 'minisearch' });
}
