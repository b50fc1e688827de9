import { toolkit } from '../../definition/toolkit.js';
import { DOCUMENTS, PRODUCTIVITY } from '../categories.js';
import { sheetBooks } from './sheet-books.js';
import { sheetCells } from './sheet-cells.js';
import { seedWorkbooks } from './workbook.js';

/** Spreadsheets: tables of values and formulas. */
export const sheets = toolkit({
  slug: 'sheets',
  name: 'Sheets',
  description: 'Spreadsheets: read and write cells, rows and formulas, and make new tables.',
  categories: [DOCUMENTS, PRODUCTIVITY],
  access: 'connected',
  versions: ['20260530_00', '20260911_00'],
  usageRank: 7,
  seed: seedWorkbooks,
  tools: [...sheetCells, ...sheetBooks],
});
