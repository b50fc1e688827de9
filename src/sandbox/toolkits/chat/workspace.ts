import { daysFrom, isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';

export interface ChatMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly text: string;
  readonly sent_at: string;
  readonly thread_id: string | null;
  readonly metadata: unknown;
  readonly reactions: string[];
}

export interface Workspace {
  readonly channels: { readonly name: string; readonly topic: string; readonly members: readonly string[] }[];
  readonly messages: Records<ChatMessage>;
  readonly status: { text: string; emoji: string };
}

export type ChatPost = Pick<ChatMessage, 'channel' | 'author' | 'text'> & Partial<ChatMessage>;

/** The people of every workspace, the user included. */
export const MEMBERS = ['you', 'ada', 'grace', 'linus'];

/** A workspace with two channels in use. */
export function seedWorkspace(now: Date): Workspace {
  const workspace: Workspace = {
    channels: [
      { name: 'general', topic: 'Company news', members: MEMBERS },
      { name: 'web-shop', topic: 'All about the shop', members: ['you', 'ada', 'grace'] },
    ],
    messages: new Records('message', 'cm_'),
    status: { text: '', emoji: '' },
  };
  const say = (days: number, channel: string, author: string, text: string) =>
    post(workspace, { channel, author, text }, new Date(daysFrom(now, days, '09:15')));
  say(-2, 'general', 'linus', 'The office is closed on Monday.');
  say(-1, 'web-shop', 'grace', 'The release is out. Please watch the error page.');
  say(-1, 'web-shop', 'ada', 'Prices look right again after the fix.');
  return workspace;
}

/**
 * Writes a message into a channel, or into the private conversation `@name` with a member.
 *
 * @throws ProviderFailure 404 when there is no such channel or person.
 */
export function post(workspace: Workspace, message: ChatPost, now: Date): ChatMessage {
  assertPlace(workspace, message.channel);
  return workspace.messages.add((id) => ({
    id,
    thread_id: null,
    metadata: null,
    reactions: [],
    sent_at: isoTime(now),
    ...message,
  }));
}

/** @throws ProviderFailure 404 when the name is neither a channel nor `@` and a member. */
export function assertPlace(workspace: Workspace, name: string): void {
  const known = name.startsWith('@')
    ? MEMBERS.includes(name.slice(1))
    : workspace.channels.some((channel) => channel.name === name);
  if (!known) throw new ProviderFailure(404, `channel_not_found: ${name}`, `channels/${name}`);
}
