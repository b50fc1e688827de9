import { cellNames, parseRange } from './range.js';

const TOKEN = /\s*(\d+(?:\.\d+)?|[A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?|[A-Z]+|[-+*/(),])/giy;

const MARK = /^#(?:ERROR!|NAME\?|DIV\/0!|REF!|VALUE!)$/;

/** Longer ones are refused, which also bounds how deep parentheses can go. */
const MAX_LENGTH = 1_000;

const FUNCTIONS = new Map<string, (values: readonly number[]) => number>([
  ['SUM', sum],
  ['COUNT', (values) => values.length],
  ['AVERAGE', (values) => sum(values) / values.length],
  ['MIN', (values) => Math.min(...values)],
  ['MAX', (values) => Math.max(...values)],
]);

/** Why a formula has no value, in the form a sheet shows it. */
export class FormulaError extends Error {}

/**
 * Works out a formula of numbers, cells, `+ - * /`, parentheses and SUM, COUNT, AVERAGE, MIN and MAX.
 *
 * @param formula what follows the equals sign
 * @param read the value of a cell, worked out already
 * @throws FormulaError with the mark a sheet shows: `#ERROR!`, `#NAME?`, `#DIV/0!`, `#VALUE!`.
 */
export function evaluate(formula: string, read: (cell: string) => unknown): number {
  if (formula.length > MAX_LENGTH) throw new FormulaError('#ERROR!');
  const tokens = tokenise(formula);
  const result = sumOf(tokens, read);
  if (tokens.length > 0) throw new FormulaError('#ERROR!');
  if (!Number.isFinite(result)) throw new FormulaError('#DIV/0!');
  return result;
}

function tokenise(formula: string): string[] {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < formula.trimEnd().length) {
    const token = pattern.exec(formula)?.[1];
    if (token === undefined) throw new FormulaError('#ERROR!');
    tokens.push(token.toUpperCase());
  }
  return tokens;
}

function sumOf(tokens: string[], read: (cell: string) => unknown): number {
  let result = productOf(tokens, read);
  while (tokens[0] === '+' || tokens[0] === '-') {
    const sign = tokens.shift() === '+' ? 1 : -1;
    result += sign * productOf(tokens, read);
  }
  return result;
}

function productOf(tokens: string[], read: (cell: string) => unknown): number {
  let result = valueOf(tokens, read);
  while (tokens[0] === '*' || tokens[0] === '/') {
    const operator = tokens.shift();
    const operand = valueOf(tokens, read);
    result = operator === '*' ? result * operand : result / operand;
  }
  return result;
}

function valueOf(tokens: string[], read: (cell: string) => unknown): number {
  const token = tokens.shift() ?? '';
  if (token === '-') return -valueOf(tokens, read);
  if (token === '(') {
    const result = sumOf(tokens, read);
    expect(tokens, ')');
    return result;
  }
  if (/^\d/.test(token)) return Number(token);
  if (/^[A-Z]{1,2}\d+$/.test(token)) return numberIn(read(token));
  const apply = FUNCTIONS.get(token);
  if (!apply) throw new FormulaError(/^[A-Z]+$/.test(token) ? '#NAME?' : '#ERROR!');
  expect(tokens, '(');
  const values: number[] = [];
  do values.push(...argumentOf(tokens, read));
  while (tokens[0] === ',' && tokens.shift());
  expect(tokens, ')');
  return apply(values);
}

/** The numbers of a range, in which texts and empty cells do not count; or one value. */
function argumentOf(tokens: string[], read: (cell: string) => unknown): number[] {
  if (!tokens[0]?.includes(':')) return [sumOf(tokens, read)];
  const cells = cellNames(parseRange(tokens.shift() ?? '')).flat();
  const values = cells.map(read);
  for (const value of values) failWith(value);
  return values.filter((value) => typeof value === 'number');
}

function numberIn(value: unknown): number {
  failWith(value);
  const result = Number(value ?? 0);
  if (Number.isNaN(result)) throw new FormulaError('#VALUE!');
  return result;
}

/** A cell without a value leaves those that need it without one too. */
function failWith(value: unknown): void {
  if (typeof value === 'string' && MARK.test(value)) throw new FormulaError(value);
}

function expect(tokens: string[], wanted: string): void {
  if (tokens.shift() !== wanted) throw new FormulaError('#ERROR!');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
