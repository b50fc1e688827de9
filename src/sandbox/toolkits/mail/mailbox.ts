import { daysFrom, isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';

/** The address of the mailbox's owner, the same for every user. */
export const OWNER = 'you@sandbox.example';

export interface Letter {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Names of the files that go with it. */
  readonly attachments: readonly string[];
  /** The conversation it belongs to; without one it starts its own. */
  readonly threadId?: string;
}

export interface Message {
  readonly id: string;
  readonly thread_id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly date: string;
  readonly attachments: readonly string[];
  labels: string[];
}

export interface Mailbox {
  readonly messages: Records<Message>;
  readonly drafts: Records<{ readonly id: string; readonly letter: Letter }>;
}

/** The labels every mailbox has; any other label exists as long as a message carries it. */
export const SYSTEM_LABELS = ['INBOX', 'SENT', 'UNREAD', 'STARRED', 'TRASH'];

/** A mailbox with a week of mail in it. */
export function seedMailbox(now: Date): Mailbox {
  const mailbox: Mailbox = {
    messages: new Records('message', 'msg_'),
    drafts: new Records('draft', 'draft_'),
  };
  const receive = (from: string, days: number, subject: string, body: string, ...labels: string[]) =>
    mailbox.messages.add((id) => ({
      id,
      thread_id: threadOf(id),
      from,
      to: [OWNER],
      cc: [],
      subject,
      body,
      attachments: [],
      date: daysFrom(now, days, '08:30'),
      labels: ['INBOX', ...labels],
    }));
  receive(
    'ada@example.com',
    -6,
    'Quarterly figures',
    'The numbers for the third quarter are in the sheet "Budget".',
  );
  receive('travel@example.org', -4, 'Your flight to Lisbon', 'Boarding starts at 07:10, seat 14A.', 'travel');
  receive(
    'grace@example.com',
    -2,
    'Review of the login page',
    'Could you look at ISS-1 before Thursday?',
    'UNREAD',
  );
  receive(
    'news@example.net',
    -1,
    'The weekly digest',
    'Five articles that people saved this week.',
    'newsletters',
  );
  receive(
    'ada@example.com',
    0,
    'Lunch on Friday?',
    'The new place next to the office has a garden.',
    'UNREAD',
  );
  return mailbox;
}

/**
 * Sends a letter: it is filed under SENT, and in the inbox too when it is addressed to the owner.
 *
 * @throws ProviderFailure 400 when an address is not one, or nobody is addressed.
 */
export function send(mailbox: Mailbox, letter: Letter, now: Date): Message {
  const everyone = [...letter.to, ...letter.cc];
  if (everyone.length === 0) throw new ProviderFailure(400, 'Recipient address required.', 'messages/send');
  const wrong = everyone.find((address) => !isAddress(address));
  if (wrong !== undefined) throw new ProviderFailure(400, `Invalid address: ${wrong}`, 'messages/send');
  const labels = everyone.includes(OWNER) ? ['SENT', 'INBOX', 'UNREAD'] : ['SENT'];
  return mailbox.messages.add((id) => ({
    id,
    thread_id: letter.threadId ?? threadOf(id),
    from: OWNER,
    date: isoTime(now),
    labels,
    to: letter.to,
    cc: letter.cc,
    subject: letter.subject,
    body: letter.body,
    attachments: letter.attachments,
  }));
}

function threadOf(messageId: string): string {
  return messageId.replace('msg', 'thread');
}

function isAddress(address: string): boolean {
  const [local, domain, ...rest] = address.split('@');
  return Boolean(local && domain?.includes('.')) && rest.length === 0 && !/\s/.test(address);
}
