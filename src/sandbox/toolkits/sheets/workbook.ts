import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';
import { evaluate, FormulaError } from './formula.js';
import { cellName, cellNames, parseCell, type Range } from './range.js';

export interface Tab {
  /** What was typed into each cell, formulas included, by cell name. */
  readonly cells: Map<string, unknown>;
  readonly formats: unknown[];
}

export interface Spreadsheet {
  readonly id: string;
  readonly title: string;
  readonly tabs: Map<string, Tab>;
}

export type Workbooks = Records<Spreadsheet>;

/** One spreadsheet, with a budget that adds itself up. */
export function seedWorkbooks(): Workbooks {
  const workbooks: Workbooks = new Records('spreadsheet', 'sheet_');
  const budget = create(workbooks, 'Budget', ['Costs']);
  const rows = [
    ['Item', 'Amount'],
    ['Hosting', 120],
    ['Licences', 80.5],
    ['Travel', 310],
    ['Total', '=SUM(B2:B4)'],
  ];
  for (const row of rows) append(tabOf(budget, undefined), row);
  return workbooks;
}

/** Makes a spreadsheet with empty tabs. */
export function create(workbooks: Workbooks, title: string, tabNames: readonly string[]): Spreadsheet {
  const tabs = new Map(tabNames.map((name) => [name, emptyTab()]));
  return workbooks.add((id) => ({ id, title, tabs }));
}

/** A tab with nothing in it. */
export function emptyTab(): Tab {
  return { cells: new Map(), formats: [] };
}

/**
 * The tab of this name, or the first one.
 *
 * @throws ProviderFailure 404 when there is no such tab.
 */
export function tabOf(sheet: Spreadsheet, name: string | undefined): Tab {
  const tab = name === undefined ? [...sheet.tabs.values()][0] : sheet.tabs.get(name);
  if (!tab) throw new ProviderFailure(404, `No tab named ${name}.`, `spreadsheets/${sheet.id}/tabs/${name}`);
  return tab;
}

/** Writes a row below the last one that holds anything; gives its number. */
export function append(tab: Tab, values: readonly unknown[]): number {
  const row = lastRow(tab) + 1;
  for (const [index, value] of values.entries()) put(tab, cellName(row, index + 1), value);
  return row;
}

/** Types a value into a cell; null and the empty text empty it. */
export function put(tab: Tab, cell: string, value: unknown): void {
  if (value === null || value === undefined || value === '') tab.cells.delete(cell);
  else tab.cells.set(cell, value);
}

/** The last row that holds anything; 0 when the tab is empty. */
export function lastRow(tab: Tab): number {
  return Math.max(0, ...[...tab.cells.keys()].map((cell) => parseCell(cell).row));
}

/** The last column that holds anything; 0 when the tab is empty. */
export function lastColumn(tab: Tab): number {
  return Math.max(0, ...[...tab.cells.keys()].map((cell) => parseCell(cell).column));
}

/** What a range shows, row by row: formulas are worked out, empty cells are null. */
export function shown(tab: Tab, range: Omit<Range, 'tab'>): unknown[][] {
  const known = new Map<string, unknown>();
  return cellNames({ tab: undefined, ...range }).map((row) => row.map((cell) => value(tab, cell, known)));
}

function value(tab: Tab, cell: string, known: Map<string, unknown>): unknown {
  const typed = tab.cells.get(cell) ?? null;
  if (typeof typed !== 'string' || !typed.startsWith('=')) return typed;
  if (known.has(cell)) return known.get(cell);
  // Stands until the value is worked out, so that a formula that leads back to itself finds it.
  known.set(cell, '#REF!');
  known.set(
    cell,
    worked(typed.slice(1), (other) => value(tab, other, known)),
  );
  return known.get(cell);
}

function worked(formula: string, read: (cell: string) => unknown): unknown {
  try {
    return evaluate(formula, read);
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    if (error instanceof ProviderFailure) return '#REF!';
    throw error;
  }
}
