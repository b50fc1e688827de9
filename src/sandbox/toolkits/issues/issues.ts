import { toolkit } from '../../definition/toolkit.js';
import { DEVELOPER_TOOLS, PRODUCTIVITY } from '../categories.js';
import { issueTalk } from './issue-talk.js';
import { issueWork } from './issue-work.js';
import { seedTracker } from './tracker.js';

/** An issue tracker: bugs, requests and tasks of a team. */
export const issues = toolkit({
  slug: 'issues',
  name: 'Issues',
  description: 'Issue tracker: report, find, assign, discuss and close bugs and tasks.',
  categories: [DEVELOPER_TOOLS, PRODUCTIVITY],
  access: 'connected',
  versions: ['20260601_00', '20260825_00'],
  usageRank: 3,
  seed: seedTracker,
  tools: [...issueWork, ...issueTalk],
});
