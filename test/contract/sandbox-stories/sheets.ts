import type { Step } from './story.js';

export const sheetsStory: readonly Step[] = [
  {
    says: 'a budget is there from the start',
    tool: 'SHEETS_LIST_SPREADSHEETS',
    with: {},
    gives: { spreadsheets: [{ spreadsheet_id: 'sheet_1', title: 'Budget', tabs: ['Costs'] }] },
  },
  {
    says: 'formulas come back worked out',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_1', range: 'A4:B5' },
    gives: {
      values: [
        ['Travel', 310],
        ['Total', 510.5],
      ],
    },
  },
  {
    says: 'formulas come back as typed when asked for',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_1', range: 'Costs!B5', render: 'formulas' },
    gives: { values: [['=SUM(B2:B4)']] },
  },
  {
    says: 'a row is appended by the names of the columns',
    tool: 'SHEETS_APPEND_RECORD',
    with: { spreadsheet_id: 'sheet_1', record: { Amount: 12, Item: 'Coffee' } },
    gives: { row: 6 },
  },
  {
    says: 'a column that does not exist is named',
    tool: 'SHEETS_APPEND_RECORD',
    with: { spreadsheet_id: 'sheet_1', record: { Price: 12 } },
    fails: 'No such column: Price',
  },
  {
    says: 'rows are found by a text',
    tool: 'SHEETS_FIND_ROWS',
    with: { spreadsheet_id: 'sheet_1', query: 'coffee' },
    gives: { rows: [{ row: 6, values: ['Coffee', 12] }] },
  },
  {
    says: 'a spreadsheet is made',
    tool: 'SHEETS_CREATE_SPREADSHEET',
    with: { title: 'Race', tabs: ['Laps'] },
    gives: { spreadsheet_id: 'sheet_2', tabs: ['Laps'] },
  },
  {
    says: 'a tab is added',
    tool: 'SHEETS_ADD_TAB',
    with: { spreadsheet_id: 'sheet_2', name: 'Sums' },
    gives: { tabs: ['Laps', 'Sums'] },
  },
  {
    says: 'rows are written',
    tool: 'SHEETS_WRITE_RANGE',
    with: {
      spreadsheet_id: 'sheet_2',
      range: 'A1',
      values: [
        ['Ada', 61.5, true],
        ['Grace', 60.5, false],
      ],
    },
    gives: { updated_cells: 6 },
  },
  {
    says: 'a row is appended',
    tool: 'SHEETS_APPEND_ROW',
    with: { spreadsheet_id: 'sheet_2', values: ['Mean', '=AVERAGE(B1:B2)', null] },
    gives: { row: 3 },
  },
  {
    says: 'a cell is set to a formula of its neighbours',
    tool: 'SHEETS_SET_CELL',
    with: { spreadsheet_id: 'sheet_2', range: 'D1', value: '=(B1-MIN(B1:B3))*2+COUNT(A1:B3)/MAX(1,3)' },
    gives: { cell: 'D1', shown: 3 },
  },
  {
    says: 'a formula that leads back to itself shows so',
    tool: 'SHEETS_SET_CELL',
    with: { spreadsheet_id: 'sheet_2', range: 'D2', value: '=D2+1' },
    gives: { shown: '#REF!' },
  },
  {
    says: 'formulas without a value show why',
    tool: 'SHEETS_WRITE_RANGE',
    with: {
      spreadsheet_id: 'sheet_2',
      range: 'A9',
      values: [['=1/0', '=NOPE(1)', '=1+', '=A1*2', '=A9+1', '=-B2']],
    },
    gives: { updated_cells: 6 },
  },
  {
    says: 'and leave those that need them without one',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'A9:F9' },
    gives: { values: [['#DIV/0!', '#NAME?', '#ERROR!', '#VALUE!', '#DIV/0!', -60.5]] },
  },
  {
    says: 'cells are emptied',
    tool: 'SHEETS_CLEAR_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'A9:F9' },
    gives: { cleared_cells: 6 },
  },
  {
    says: 'empty cells are null',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'A3:C3' },
    gives: { values: [['Mean', 61, null]] },
  },
  {
    says: 'cells are made to look different',
    tool: 'SHEETS_FORMAT_RANGES',
    with: { spreadsheet_id: 'sheet_2', tab: 'Laps', rules: [{ range: 'A1:A3', style: { bold: true } }] },
    gives: { rules: 1 },
  },
  {
    says: 'a range that is none is refused',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'everything' },
    fails: '400 Client Error',
  },
  {
    says: 'a tab that does not exist is refused',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'Nope!A1' },
    fails: '404 Client Error',
  },
  {
    says: 'a spreadsheet is deleted',
    tool: 'SHEETS_DELETE_SPREADSHEET',
    with: { spreadsheet_id: 'sheet_2' },
    gives: { deleted: true },
  },
  {
    says: 'a deleted spreadsheet is gone',
    tool: 'SHEETS_READ_RANGE',
    with: { spreadsheet_id: 'sheet_2', range: 'A1' },
    fails: '404 Client Error',
  },
];
