import { toolkit } from '../../definition/toolkit.js';
import { DOCUMENTS, PRODUCTIVITY } from '../categories.js';
import { seedDrive } from './drive.js';
import { fileContents } from './file-contents.js';
import { filePlaces } from './file-places.js';

/** A drive: files in folders, to read, write and share. */
export const files = toolkit({
  slug: 'files',
  name: 'Files',
  description: 'Drive: find, read, write, move and share files and folders.',
  categories: [DOCUMENTS, PRODUCTIVITY],
  access: 'connected',
  versions: ['20260611_00', '20260830_00'],
  usageRank: 5,
  seed: seedDrive,
  tools: [...fileContents, ...filePlaces],
});
