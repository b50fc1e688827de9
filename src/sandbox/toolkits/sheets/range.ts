import { ProviderFailure } from '../../definition/provider-failure.js';

/** A rectangle of cells; rows and columns count from 1, both ends included. */
export interface Range {
  /** The tab it names, when it does: `Costs` in `Costs!A1:B2`. */
  readonly tab: string | undefined;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const A1 = /^(?:(?<tab>[^!]+)!)?(?<start>[A-Z]{1,2}[1-9]\d{0,4})(?::(?<end>[A-Z]{1,2}[1-9]\d{0,4}))?$/i;
const MAX_CELLS = 10_000;

/**
 * Reads a range in A1 notation: `B2`, `A1:C9` or `Costs!A1:C9`.
 *
 * @throws ProviderFailure 400 when it is not one, or holds too many cells.
 */
export function parseRange(text: string): Range {
  const { tab, start, end } = A1.exec(text.trim())?.groups ?? {};
  if (start === undefined) throw new ProviderFailure(400, `Unable to parse range: ${text}`, `values/${text}`);
  const a = parseCell(start);
  const b = parseCell(end ?? start);
  const range = {
    tab,
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
  const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (cells > MAX_CELLS)
    throw new ProviderFailure(400, `The range holds too many cells: ${text}`, `values/${text}`);
  return range;
}

/** The names of the cells of a range, row by row. */
export function cellNames(range: Range): string[][] {
  return span(range.top, range.bottom).map((row) =>
    span(range.left, range.right).map((column) => cellName(row, column)),
  );
}

/** Name of the cell at a row and a column: 2 and 3 give `C2`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** Row and column of a cell name. */
export function parseCell(name: string): { row: number; column: number } {
  const letters = name.replace(/\d+$/, '').toUpperCase();
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
  return { row: Number(name.slice(letters.length)), column };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
