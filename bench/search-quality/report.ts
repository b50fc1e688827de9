import { aims } from '../report/markdown.js';
import type { QualityRow, SearchReport } from './evaluate.js';

/** The report as Markdown tables. */
export function searchTables({ rows, quality, speed }: SearchReport): string {
  const whole = quality
    .filter(({ group }) => group === 'all')
    .map((row) => [...placed(row), ...measured(row)]);
  const groups = quality
    .filter(({ engine, half, group }) => engine === 'ours' && half === 'tuning' && group !== 'all')
    .map((tuning) => [tuning.catalogue, tuning.group, ...inHalves(tuning, quality)]);
  const costs = speed.map((row) => [
    row.engine,
    row.tools.toLocaleString('en'),
    ...[row.buildMs, row.blockedMs, row.p50Ms, row.p99Ms, row.memoryMb].map(number),
  ]);
  return [
    aims(rows),
    table(['index', 'catalogue', 'half', 'intents', 'recall@1', 'recall@5', 'MRR'], whole),
    table(['catalogue', 'group', 'intents', 'recall@1', 'recall@5', 'MRR: tuning / held out'], groups),
    table(['index', 'tools', 'build ms', 'blocked ms', 'search p50 ms', 'p99 ms', 'memory MB'], costs),
  ].join('\n\n');
}

function placed({ engine, catalogue, half }: QualityRow): string[] {
  return [engine, catalogue, half];
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
  return [String(intents), ...[recall1, recall5, mrr].map((share) => share.toFixed(3))];
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
