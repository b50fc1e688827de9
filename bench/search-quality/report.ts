import { number, table } from '../report/table.js';
import type { QualityRow, SearchDetails } from './evaluate.js';

/** What is behind the rows, as Markdown tables: quality by catalogue, then by kind of intent, then costs. */
export function searchTables({ quality, speed }: SearchDetails): string {
  const tuning = quality.filter(({ half }) => half === 'tuning');
  const whole = tuning.filter(({ group }) => group === 'all');
  const groups = tuning.filter(({ group }) => group !== 'all');
  const numbers = ['intents', 'recall@1', 'recall@5', 'MRR'];
  return [
    table(
      ['index', 'catalogue', ...numbers],
      whole.map((row) => [row.engine, row.catalogue, ...inHalves(row, quality)]),
    ),
    table(
      ['kind of intent', ...numbers],
      groups.map((row) => [row.group, ...inHalves(row, quality)]),
    ),
    table(
      ['index', 'tools', 'build, ms', 'blocked, ms', 'search p50, ms', 'p99, ms', 'memory, MB'],
      speed.map((row) => [
        row.engine,
        ...[row.tools, row.buildMs, row.blockedMs, row.p50Ms, row.p99Ms, row.memoryMb].map(number),
      ]),
    ),
  ].join('\n\n');
}

/** Each number of one half beside that of the other. */
function inHalves(tuning: QualityRow, quality: readonly QualityRow[]): string[] {
  const { engine, catalogue, group } = tuning;
  const heldOut = quality.find(
    (found) =>
      found.half === 'held-out' &&
      found.engine === engine &&
      found.catalogue === catalogue &&
      found.group === group,
  );
  const others = heldOut ? measured(heldOut) : [];
  return measured(tuning).map((value, index) => `${value} / ${others[index] ?? ''}`);
}

function measured({ intents, recall1, recall5, mrr }: QualityRow): string[] {
  return [String(intents), ...[recall1, recall5, mrr].map((share) => share.toFixed(2))];
}
