import { toolkit } from '../../definition/toolkit.js';
import { COMMUNICATION } from '../categories.js';
import { chatMessages } from './chat-messages.js';
import { chatRooms } from './chat-rooms.js';
import { seedWorkspace } from './workspace.js';

/** A team chat: channels, threads and private messages. Nobody is connected to it from the start. */
export const chat = toolkit({
  slug: 'chat',
  name: 'Chat',
  description: 'Team chat: read and write messages in channels, threads and private conversations.',
  categories: [COMMUNICATION],
  access: 'configured',
  versions: ['20260702_00', '20260915_00'],
  usageRank: 4,
  seed: seedWorkspace,
  tools: [...chatMessages, ...chatRooms],
});
