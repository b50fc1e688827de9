import { toolkit } from '../../definition/toolkit.js';
import { COMMUNICATION, PRODUCTIVITY } from '../categories.js';
import { mailFiling } from './mail-filing.js';
import { mailReading } from './mail-reading.js';
import { mailSending } from './mail-sending.js';
import { seedMailbox } from './mailbox.js';

/** A mailbox: write, read and file email. */
export const mail = toolkit({
  slug: 'mail',
  name: 'Mail',
  description: 'Email: send, answer, search, read and file messages of the mailbox of the user.',
  categories: [COMMUNICATION, PRODUCTIVITY],
  access: 'connected',
  versions: ['20260518_00', '20260720_00', '20260914_00'],
  usageRank: 1,
  seed: seedMailbox,
  tools: [...mailSending, ...mailReading, ...mailFiling],
});
