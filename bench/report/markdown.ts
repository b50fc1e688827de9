import type { Measured } from '../harness/interleave.js';
import { median } from '../harness/statistics.js';
import type { Results } from './results.js';
import type { Row } from './row.js';

/** The results as Markdown: what is to be reached first, then what the pieces are worth, then the loads behind both. */
export function markdownOf({ at, node, cpu, pinned, rows, loads }: Results): string {
  const isAim = ({ id }: Row) => !id.startsWith('W-');
  const where = pinned ? 'the measured process on a core of its own' : 'processes not pinned';
  return [
    `Measured ${at.slice(0, 10)} with Node ${node} on ${cpu}, ${where}.`,
    aims(rows.filter(isAim)),
    `### What the pieces are worth\n\nThe same server with one piece exchanged, and as it is: so many times dearer without it.`,
    pieces(rows.filter((row) => !isAim(row))),
    `### The loads behind it\n\nProcessor time is that of the whole process, the median of all rounds; rate and times are those of the calmest round, in milliseconds, as the load client saw them.`,
    loadTable(loads),
  ].join('\n\n');
}

/** Rows for a terminal or a table. */
export function aims(rows: readonly Row[]): string {
  return table(
    ['', 'what', 'ours', 'reference', 'ratio', 'reach', ''],
    rows.map((row) => [
      row.id,
      row.what,
      `${number(row.ours)} ${row.unit}`,
      row.reference === null ? '' : `${number(row.reference)} (${row.against})`,
      row.ratio === null ? '' : ratio(row.ratio),
      row.reach ?? '',
      row.reached === null ? '' : row.reached ? 'reached' : '**not reached**',
    ]),
  );
}

function pieces(rows: readonly Row[]): string {
  return table(
    ['what', 'with that, µs CPU', 'as it is, µs CPU', 'times as dear'],
    rows.map((row) => [
      row.what,
      number(row.reference ?? NaN),
      number(row.ours),
      ratio(1 / (row.ratio ?? NaN)),
    ]),
  );
}

/** What each server did under each load, for a terminal or a table. */
export function loadTable(loads: readonly Measured[]): string {
  return table(
    [
      'load',
      'server',
      'µs CPU',
      'per second',
      'p50',
      'p99',
      'upstream calls each',
      'new upstream connections',
      'RSS, MB',
    ],
    loads.map((load) => [
      load.workload,
      load.name,
      number(median(load.cpuUs)),
      number(load.perSecond),
      number(load.p50),
      number(load.p99),
      number(load.upstreamRequests),
      number(load.upstreamConnections),
      number(load.rssMb),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '';
}
