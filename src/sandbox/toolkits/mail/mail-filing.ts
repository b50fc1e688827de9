import { flag, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Mailbox } from './mailbox.js';

const MODIFY_SCOPES = ['https://auth.sandbox.example/mail.modify'];

/** The mail tools that put messages in order, or away. */
export const mailFiling = [
  tool<Mailbox>({
    slug: 'MAIL_UPDATE_LABELS',
    name: 'Update labels of message',
    description:
      'Adds labels to an email and takes others off. Use it to file a message, to mark it as read (take UNREAD off), ' +
      'to star it (add STARRED) or to archive it (take INBOX off). Returns the labels it has afterwards.',
    input: object(
      {
        message_id: text('Id of the message to change.'),
        add_labels: list(
          'Labels to put on; one that does not exist yet is made.',
          { type: 'string' },
          { default: [] },
        ),
        remove_labels: list('Labels to take off.', { type: 'string' }, { default: [] }),
      },
      ['message_id'],
    ),
    output: { message_id: text('Id of the message.'), labels: list('Its labels now.') },
    tags: ['updateHint', 'idempotentHint', 'labels'],
    scopes: MODIFY_SCOPES,
    run: (args, mailbox) => {
      const message = mailbox.messages.get(args.text('message_id'));
      const removed = args.texts('remove_labels', []);
      const labels = [...message.labels, ...args.texts('add_labels', [])];
      message.labels = [...new Set(labels)].filter((label) => !removed.includes(label));
      return { message_id: message.id, labels: message.labels };
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_TRASH_MESSAGE',
    name: 'Move message to trash',
    description:
      'Moves an email to the trash, where it no longer shows up in searches but can be brought back. Use it to clean ' +
      'up; to remove a message for good, use MAIL_DELETE_MESSAGE.',
    input: object({ message_id: text('Id of the message to throw away.') }, ['message_id']),
    output: { message_id: text('Id of the message.'), labels: list('Its labels now.') },
    tags: ['updateHint', 'destructiveHint', 'idempotentHint'],
    scopes: MODIFY_SCOPES,
    run: (args, mailbox) => {
      const message = mailbox.messages.get(args.text('message_id'));
      message.labels = [...message.labels.filter((label) => label !== 'INBOX' && label !== 'TRASH'), 'TRASH'];
      return { message_id: message.id, labels: message.labels };
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_DELETE_MESSAGE',
    name: 'Delete message for good',
    description:
      'Deletes an email for good, past the trash; nobody can bring it back. Ask the user before calling it. ' +
      'Returns the id of the message that is gone.',
    input: object({ message_id: text('Id of the message to delete.') }, ['message_id']),
    output: { message_id: text('Id of the deleted message.'), deleted: flag('Always true.') },
    tags: ['destructiveHint'],
    scopes: ['https://auth.sandbox.example/mail.full'],
    run: (args, mailbox) => ({
      message_id: mailbox.messages.remove(args.text('message_id')).id,
      deleted: true,
    }),
  }),
];
