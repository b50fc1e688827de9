import { toolkit } from '../../definition/toolkit.js';
import { DEVELOPER_TOOLS, PRODUCTIVITY } from '../categories.js';
import { clock } from './clock.js';
import { memory, type Memory } from './memory.js';
import { textAndUnits } from './text-and-units.js';
import { trials } from './trials.js';

/** Small helpers that need no account: time, units, texts. */
export const utilities = toolkit<Memory>({
  slug: 'utilities',
  name: 'Utilities',
  description: 'Small helpers without an account: current time, dates, units, texts and numbers to remember.',
  categories: [PRODUCTIVITY, DEVELOPER_TOOLS],
  access: 'none',
  versions: ['20260401_00', '20260801_00'],
  usageRank: 8,
  seed: () => new Map(),
  tools: [...clock, ...textAndUnits, ...memory, ...trials],
});
