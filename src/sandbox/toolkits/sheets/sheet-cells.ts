import type { Arguments } from '../../definition/arguments.js';
import { InvalidArguments } from '../../definition/provider-failure.js';
import { choice, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { cellName, cellNames, parseRange, type Range } from './range.js';
import { append, lastColumn, lastRow, put, shown, tabOf, type Tab, type Workbooks } from './workbook.js';

const spreadsheetId = text('Id of the spreadsheet.', { examples: ['sheet_1'] });
const rangeText = text(
  'Cells in A1 notation, with the name of the tab before them if it is not the first one.',
  {
    examples: ['A1:C10', 'Costs!B2'],
  },
);
const tabName = text('Name of the tab; without it, the first one.');
const WRITE_SCOPES = ['https://auth.sandbox.example/sheets'];
const READ_SCOPES = ['https://auth.sandbox.example/sheets.readonly'];

/** The spreadsheet tools that read and write cells. */
export const sheetCells = [
  tool<Workbooks>({
    slug: 'SHEETS_READ_RANGE',
    name: 'Read range',
    description:
      'Reads cells of a spreadsheet, row by row. Use it to look at a table or to answer a question about its numbers. ' +
      'Formulas come back worked out, unless they are asked for as typed; empty cells are null.',
    input: object(
      {
        spreadsheet_id: spreadsheetId,
        range: rangeText,
        render: choice('What to show for formulas.', ['values', 'formulas'], { default: 'values' }),
      },
      ['spreadsheet_id', 'range'],
    ),
    output: {
      range: text('The range that was read.'),
      values: list('The rows.', { type: 'array', items: {} }),
    },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'cells'],
    scopes: READ_SCOPES,
    run: (args, workbooks) => {
      const { tab, range } = place(args, workbooks);
      const typed = () => cellNames(range).map((row) => row.map((cell) => tab.cells.get(cell) ?? null));
      const values = args.text('render', 'values') === 'formulas' ? typed() : shown(tab, range);
      return { range: args.text('range'), values };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_WRITE_RANGE',
    name: 'Write range',
    description:
      'Writes rows of values into a spreadsheet, starting at the first cell of the range and over what was there. ' +
      'A text that starts with = is a formula, such as =SUM(B2:B4). Returns how many cells were written.',
    input: object(
      {
        spreadsheet_id: spreadsheetId,
        range: rangeText,
        values: list('The rows to write.', {
          type: 'array',
          items: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
        }),
      },
      ['spreadsheet_id', 'range', 'values'],
    ),
    output: { updated_cells: integer('How many cells were written.') },
    tags: ['important', 'updateHint', 'idempotentHint', 'cells'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const { tab, range } = place(args, workbooks);
      const rows = args
        .list('values')
        .map((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
      for (const [down, row] of rows.entries()) {
        for (const [across, value] of row.entries())
          put(tab, cellName(range.top + down, range.left + across), value);
      }
      return { updated_cells: rows.flat().length };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_SET_CELL',
    name: 'Set cell',
    description:
      'Writes one cell of a spreadsheet: a number, a text, a yes or no, or a formula. Null empties it.',
    input: object(
      {
        spreadsheet_id: spreadsheetId,
        range: text('The cell in A1 notation.', { examples: ['B2'] }),
        // No type: anything may stand in a cell.
        value: { description: 'What to write.' },
      },
      ['spreadsheet_id', 'range', 'value'],
    ),
    output: { cell: text('The cell.'), shown: { description: 'What it shows now.' } },
    tags: ['updateHint', 'idempotentHint', 'cells'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const { tab, range } = place(args, workbooks);
      put(tab, cellName(range.top, range.left), args.value('value'));
      return { cell: args.text('range'), shown: shown(tab, range)[0]?.[0] ?? null };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_CLEAR_RANGE',
    name: 'Clear range',
    description:
      'Empties cells of a spreadsheet. What was in them is lost. Returns how many cells were emptied.',
    input: object({ spreadsheet_id: spreadsheetId, range: rangeText }, ['spreadsheet_id', 'range']),
    output: { cleared_cells: integer('How many cells held something.') },
    tags: ['destructiveHint', 'idempotentHint', 'cells'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const { tab, range } = place(args, workbooks);
      return {
        cleared_cells: cellNames(range)
          .flat()
          .filter((cell) => tab.cells.delete(cell)).length,
      };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_APPEND_ROW',
    name: 'Append row',
    description:
      'Adds a row below the last one of a table. Use it to log an entry. Returns the number of the row.',
    input: object(
      {
        spreadsheet_id: spreadsheetId,
        tab: tabName,
        values: list('The cells of the row, left to right.', {}),
      },
      ['spreadsheet_id', 'values'],
    ),
    output: { row: integer('The number of the new row.') },
    tags: ['important', 'createHint', 'rows'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => ({ row: append(tab(args, workbooks), args.list('values')) }),
  }),
  tool<Workbooks>({
    slug: 'SHEETS_APPEND_RECORD',
    name: 'Append record',
    description:
      'Adds a row to a table by the names of its columns, whatever their order. The first row has to hold the names. ' +
      'Returns the number of the row.',
    input: object(
      {
        spreadsheet_id: spreadsheetId,
        tab: tabName,
        record: {
          type: 'object',
          description: 'Values by column name.',
          additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
          examples: [{ Item: 'Coffee', Amount: 12 }],
        },
      },
      ['spreadsheet_id', 'record'],
    ),
    output: { row: integer('The number of the new row.') },
    tags: ['createHint', 'rows'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const target = tab(args, workbooks);
      const names =
        shown(target, { top: 1, left: 1, bottom: 1, right: Math.max(1, lastColumn(target)) })[0] ?? [];
      const record = args.record('record');
      const unknown = Object.keys(record).filter((name) => !names.includes(name));
      if (unknown.length > 0) throw new InvalidArguments(`No such column: ${unknown.join(', ')}`);
      return {
        row: append(
          target,
          names.map((name) => (Object.hasOwn(record, String(name)) ? record[String(name)] : null)),
        ),
      };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_FIND_ROWS',
    name: 'Find rows',
    description:
      'Finds the rows of a table in which some cell contains a text. Returns their numbers and values.',
    input: object({ spreadsheet_id: spreadsheetId, tab: tabName, query: text('The text to look for.') }, [
      'spreadsheet_id',
      'query',
    ]),
    output: { rows: list('The rows.', object({ row: integer('Number.'), values: list('Cells.', {}) })) },
    tags: ['readOnlyHint', 'idempotentHint', 'rows'],
    scopes: READ_SCOPES,
    run: (args, workbooks) => {
      const target = tab(args, workbooks);
      const query = args.text('query').toLowerCase();
      const all = {
        top: 1,
        left: 1,
        bottom: Math.max(1, lastRow(target)),
        right: Math.max(1, lastColumn(target)),
      };
      const rows = shown(target, all).map((values, index) => ({ row: index + 1, values }));
      return {
        rows: rows.filter(({ values }) => values.some((cell) => String(cell).toLowerCase().includes(query))),
      };
    },
  }),
];

function tab(args: Arguments, workbooks: Workbooks): Tab {
  return tabOf(workbooks.get(args.text('spreadsheet_id')), args.optionalText('tab'));
}

function place(args: Arguments, workbooks: Workbooks): { tab: Tab; range: Range } {
  const range = parseRange(args.text('range'));
  return { tab: tabOf(workbooks.get(args.text('spreadsheet_id')), range.tab), range };
}
