import type { Measured } from '../harness/interleave.js';
import { median } from '../harness/statistics.js';
import { searchTables } from '../search-quality/report.js';
import type { Results } from './results.js';
import type { Row } from './row.js';
import { number, table } from './table.js';

/** The results as Markdown: what is to be reached first, then the search, what the pieces are worth, and the loads behind it all. */
export function markdownOf({ at, node, cpu, pinned, rows, loads, search }: Results): string {
  const about = (kind: string) => rows.filter(({ id }) => id.startsWith(`${kind}-`));
  const where = pinned ? 'the measured process on a core of its own' : 'processes not pinned';
  return [
    `Measured ${at.slice(0, 10)} with Node ${node} on ${cpu}, ${where}.`,
    aims(rows.filter(({ id }) => !/^[QW]-/.test(id))),
    '### How well tools are found, and at what cost',
    aims(about('Q')),
    'Tuning half / held-out half; then the kinds of intents, among 5,000 tools; then the cost of the index.',
    ...(search ? [searchTables(search)] : []),
    `### What the pieces are worth\n\nThe same server with one piece exchanged, and as it is: so many times dearer without it.`,
    pieces(about('W')),
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

function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '';
}
