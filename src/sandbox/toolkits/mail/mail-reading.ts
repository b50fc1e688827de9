import type { Arguments } from '../../definition/arguments.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { flag, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { fitsMailQuery } from './mail-query.js';
import { OWNER, SYSTEM_LABELS, type Mailbox, type Message } from './mailbox.js';

const messageParts = {
  message_id: text('Id of the message.'),
  thread_id: text('Id of the conversation.'),
  from: text('Who sent it.'),
  to: list('Who received it.'),
  subject: text('The subject line.'),
  date: text('When it was sent, in UTC.', { format: 'date-time' }),
  labels: list('The labels it carries.'),
};

const message = object({ ...messageParts, snippet: text('How the text starts.', { nullable: true }) });

const foundMessages = {
  messages: list('The messages that fit, newest first.', message),
  total: integer('How many fit in all.'),
  next_page_token: text('Give this back to get the next page; null on the last one.', { nullable: true }),
};

const READ_SCOPES = ['https://auth.sandbox.example/mail.readonly'];

/** The mail tools that look without changing anything. */
export const mailReading = [
  tool<Mailbox>({
    slug: 'MAIL_SEARCH_MESSAGES',
    name: 'Search messages',
    description:
      'Finds emails in the mailbox and returns them newest first, each with its id, sender, subject, date, labels ' +
      'and the first words of its text. Use it to check for new mail, to find a message from somebody or about ' +
      'something, or to get the id that the other mail tools ask for. The query is a list of terms separated by ' +
      'spaces, and a message has to fit all of them. A plain word or a "quoted phrase" is looked for in the ' +
      'subject, the text and the sender. The following operators narrow the search down. from:ada finds what a ' +
      'person sent, by any part of the name or address; to:ada finds what a person received, copies included. ' +
      'subject:invoice looks at subject lines only. label:travel, in:inbox and is:unread look at labels, and the ' +
      'mailbox knows INBOX, SENT, UNREAD, STARRED and TRASH beside the labels people made themselves. ' +
      'has:attachment finds messages that carry files. after:2026-11-01 and before:2026-12-01 look at the day ' +
      'a message was sent on, the first day included and the last one not. For example, from:ada is:unread ' +
      'after:2026-11-01 finds what Ada sent since November and nobody opened yet. Messages in the trash are left ' +
      'out unless the query asks for them with in:trash. Without a query, the newest messages come back. ' +
      'To read a message in full, follow up with MAIL_GET_MESSAGE.',
    // Neither `required` nor a fitting example: both are usual on the wire.
    input: object({
      query: text('What to look for; see the description for the operators.', {
        examples: ['from:ada is:unread'],
      }),
      max_results: integer('How many messages to return at most.', {
        default: 10,
        minimum: 1,
        maximum: 100,
        examples: ['10', '25'],
      }),
      page_token: text('The token of a page, from the previous answer.', { default: null }),
      include_trash: flag('Look in the trash as well.', { default: false }),
    }),
    output: foundMessages,
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'reading'],
    scopes: READ_SCOPES,
    run: (args, mailbox) => search(args, mailbox, args.text('query', '')),
  }),
  tool<Mailbox>({
    slug: 'MAIL_FETCH_EMAILS',
    name: 'Fetch emails (old)',
    description: 'Deprecated: use MAIL_SEARCH_MESSAGES. Lists the newest emails of one label.',
    input: object({
      label: text('The label to list.', { default: 'INBOX' }),
      max_results: integer('How many messages to return at most.', { default: 10 }),
    }),
    output: foundMessages,
    tags: ['readOnlyHint', 'deprecated', 'mcpIgnore'],
    deprecated: true,
    run: (args, mailbox) => search(args, mailbox, `label:${args.text('label', 'INBOX')}`),
  }),
  tool<Mailbox>({
    slug: 'MAIL_GET_MESSAGE',
    name: 'Get message',
    description:
      'Reads one email in full. Use it after a search, when the user wants to know what a message says. Returns the ' +
      'whole text with sender, recipients, date, labels and the names of attached files.',
    input: object({ message_id: text('Id of the message.', { examples: ['msg_1'] }) }, ['message_id']),
    output: { ...messageParts, body: text('The whole text.') },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'reading'],
    scopes: READ_SCOPES,
    run: (args, mailbox) => full(mailbox.messages.get(args.text('message_id'))),
  }),
  tool<Mailbox>({
    slug: 'MAIL_GET_THREAD',
    name: 'Get conversation',
    description:
      'Reads a whole conversation: every message that was sent and received in it, oldest first. Use it to follow ' +
      'what was said before, for instance to summarise an exchange.',
    input: object({ thread_id: text('Id of the conversation, as every message carries it.') }, ['thread_id']),
    output: { messages: list('The messages of the conversation, oldest first.', message) },
    tags: ['readOnlyHint', 'idempotentHint', 'reading'],
    scopes: READ_SCOPES,
    run: (args, mailbox) => {
      const id = args.text('thread_id');
      const messages = mailbox.messages.all().filter((entry) => entry.thread_id === id);
      if (messages.length === 0) throw new ProviderFailure(404, `No thread with id ${id}.`, `threads/${id}`);
      return { messages: messages.map(full) };
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_LIST_LABELS',
    name: 'List labels',
    description:
      'Lists the labels of the mailbox with the number of messages under each. Use it before filing messages, to ' +
      'see which labels there are, or to count unread mail.',
    input: object({}),
    output: {
      labels: list('The labels.', object({ name: text('The label.'), messages: integer('How many.') })),
    },
    tags: ['readOnlyHint', 'idempotentHint', 'labels'],
    run: (_args, mailbox) => {
      const used = mailbox.messages.all().flatMap((entry) => entry.labels);
      const names = [...new Set([...SYSTEM_LABELS, ...used])];
      return {
        labels: names.map((name) => ({ name, messages: used.filter((label) => label === name).length })),
      };
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_GET_PROFILE',
    name: 'Get mailbox profile',
    description: 'Tells whose mailbox this is: the email address of the user and how many messages it holds.',
    input: object({}),
    output: {
      email: text('The address of the user.'),
      messages_total: integer('How many messages there are.'),
    },
    tags: ['readOnlyHint', 'idempotentHint', 'mcpIgnore'],
    run: (_args, mailbox) => ({ email: OWNER, messages_total: mailbox.messages.all().length }),
  }),
];

function search(args: Arguments, mailbox: Mailbox, query: string): Record<string, unknown> {
  const trash = args.flag('include_trash', false) || /\bin:trash\b/i.test(query);
  const found = mailbox.messages
    .all()
    .filter((entry) => fitsMailQuery(entry, query) && (trash || !entry.labels.includes('TRASH')))
    .toSorted((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id, 'en', { numeric: true }));
  const start = Number.parseInt(args.text('page_token', '0'), 10) || 0;
  const end = start + args.integer('max_results', 10);
  return {
    messages: found.slice(start, end).map(brief),
    total: found.length,
    next_page_token: end < found.length ? String(end) : null,
  };
}

function brief({ id, body, cc: _cc, attachments: _attachments, ...rest }: Message): Record<string, unknown> {
  return { message_id: id, ...rest, snippet: body.slice(0, 80) };
}

function full({ id, ...rest }: Message): Record<string, unknown> {
  return { message_id: id, ...rest };
}
