import { toolkit } from '../../definition/toolkit.js';
import { DOCUMENTS, PRODUCTIVITY } from '../categories.js';
import { noteBlocks } from './note-blocks.js';
import { notePages } from './note-pages.js';
import { seedNotebook } from './notebook.js';

/** A notebook: pages of text, lists and to-dos. */
export const notes = toolkit({
  slug: 'notes',
  name: 'Notes',
  description: 'Notebook: write, find and extend pages of notes, lists and to-dos.',
  categories: [PRODUCTIVITY, DOCUMENTS],
  access: 'connected',
  versions: ['20260622_00', '20260908_00'],
  usageRank: 6,
  seed: seedNotebook,
  tools: [...notePages, ...noteBlocks],
});
