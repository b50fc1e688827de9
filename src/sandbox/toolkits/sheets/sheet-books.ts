import { ProviderFailure } from '../../definition/provider-failure.js';
import { choice, flag, integer, list, number, object, text, type Schema } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { create, emptyTab, tabOf, type Spreadsheet, type Workbooks } from './workbook.js';

const bookParts = {
  spreadsheet_id: text('Id of the spreadsheet.'),
  title: text('Its title.'),
  tabs: list('Names of its tabs.'),
};

const color: Schema = object({
  red: number('Share of red.', { minimum: 0, maximum: 1 }),
  green: number('Share of green.', { minimum: 0, maximum: 1 }),
  blue: number('Share of blue.', { minimum: 0, maximum: 1 }),
});

const line: Schema = object({ style: choice('Kind of line.', ['solid', 'dashed', 'none']), color });

const WRITE_SCOPES = ['https://auth.sandbox.example/sheets'];

/** The spreadsheet tools that work with whole spreadsheets, their tabs and their looks. */
export const sheetBooks = [
  tool<Workbooks>({
    slug: 'SHEETS_CREATE_SPREADSHEET',
    name: 'Create spreadsheet',
    description:
      'Makes a new, empty spreadsheet with one or several tabs. Returns its id, which the other tools need.',
    input: object(
      {
        title: text('Title of the spreadsheet.', { minLength: 1 }),
        tabs: list('Names of its tabs.', { type: 'string' }, { default: ['Sheet1'], minItems: 1 }),
      },
      ['title'],
    ),
    output: bookParts,
    tags: ['important', 'createHint', 'spreadsheets'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => view(create(workbooks, args.text('title'), args.texts('tabs', ['Sheet1']))),
  }),
  tool<Workbooks>({
    slug: 'SHEETS_LIST_SPREADSHEETS',
    name: 'List spreadsheets',
    description:
      'Lists the spreadsheets of the user with their ids and tabs. Use it to find one by its title.',
    input: object({}),
    output: { spreadsheets: list('The spreadsheets.', object(bookParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'spreadsheets'],
    run: (_args, workbooks) => ({ spreadsheets: workbooks.all().map(view) }),
  }),
  tool<Workbooks>({
    slug: 'SHEETS_ADD_TAB',
    name: 'Add tab',
    description: 'Adds an empty tab to a spreadsheet. Returns the spreadsheet with all its tabs.',
    input: object({ spreadsheet_id: text('Id of the spreadsheet.'), name: text('Name of the new tab.') }, [
      'spreadsheet_id',
      'name',
    ]),
    output: bookParts,
    tags: ['createHint', 'spreadsheets'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const sheet = workbooks.get(args.text('spreadsheet_id'));
      const name = args.text('name');
      if (sheet.tabs.has(name))
        throw new ProviderFailure(400, `Tab ${name} exists already.`, `spreadsheets/${sheet.id}`);
      sheet.tabs.set(name, emptyTab());
      return view(sheet);
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_FORMAT_RANGES',
    name: 'Format ranges',
    description:
      'Changes how cells look: bold text, number format, background and border lines. Values stay as they are. ' +
      'Returns how many rules the tab has now.',
    input: object(
      {
        spreadsheet_id: text('Id of the spreadsheet.'),
        tab: text('Name of the tab; without it, the first one.'),
        rules: list(
          'Which cells should look how.',
          object(
            {
              range: text('Cells in A1 notation.'),
              style: object({
                bold: flag('Bold text.'),
                number_format: text('Such as 0.00 or yyyy-mm-dd.'),
                background: color,
                borders: object({ top: line, right: line, bottom: line, left: line }),
              }),
            },
            ['range', 'style'],
          ),
          { minItems: 1 },
        ),
      },
      ['spreadsheet_id', 'rules'],
    ),
    output: { rules: integer('How many rules the tab has now.') },
    tags: ['updateHint', 'looks'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => {
      const tab = tabOf(workbooks.get(args.text('spreadsheet_id')), args.optionalText('tab'));
      tab.formats.push(...args.list('rules'));
      return { rules: tab.formats.length };
    },
  }),
  tool<Workbooks>({
    slug: 'SHEETS_DELETE_SPREADSHEET',
    name: 'Delete spreadsheet',
    description: 'Deletes a spreadsheet with everything in it, for good. Ask the user before calling it.',
    input: object({ spreadsheet_id: text('Id of the spreadsheet.') }, ['spreadsheet_id']),
    output: { spreadsheet_id: text('Id of the deleted spreadsheet.'), deleted: flag('Always true.') },
    tags: ['destructiveHint'],
    scopes: WRITE_SCOPES,
    run: (args, workbooks) => ({
      spreadsheet_id: workbooks.remove(args.text('spreadsheet_id')).id,
      deleted: true,
    }),
  }),
];

function view(sheet: Spreadsheet): Record<string, unknown> {
  return { spreadsheet_id: sheet.id, title: sheet.title, tabs: [...sheet.tabs.keys()] };
}
