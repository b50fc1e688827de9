import { InvalidArguments } from '../../definition/provider-failure.js';
import type { Arguments } from '../../definition/arguments.js';
import { flag, list, object, text, type Schema } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { OWNER, send, type Letter, type Mailbox, type Message } from './mailbox.js';

/** A file that was uploaded to Composio before the call; a model cannot make the key up (reference: files). */
const uploadedFile: Schema = {
  type: 'object',
  file_uploadable: true,
  description: 'A file that was uploaded to Composio before.',
  properties: {
    name: text('The file name, extension included.'),
    mimetype: text('The media type, such as application/pdf.'),
    s3key: text('The key that the upload gave.'),
  },
  required: ['name', 'mimetype', 's3key'],
};

const sentMessage = {
  message_id: text('Id of the message as it was sent.'),
  thread_id: text('Id of the conversation it belongs to.'),
  labels: list('The labels it is filed under.'),
};

const SEND_SCOPES = ['https://auth.sandbox.example/mail.send'];

/** The mail tools that write letters. */
export const mailSending = [
  tool<Mailbox>({
    slug: 'MAIL_SEND_EMAIL',
    name: 'Send email',
    description:
      'Sends an email right away from the mailbox of the user. Use it to write to one or several people, with ' +
      'copies and an attachment if needed. Returns the id of the sent message and of its conversation. ' +
      'To answer a message that was received, use MAIL_REPLY_TO_MESSAGE, which keeps the conversation together.',
    input: object(
      {
        to: {
          description: 'Who receives it: one email address, or a list of them.',
          anyOf: [
            { type: 'string', format: 'email' },
            { type: 'array', items: { type: 'string', format: 'email' }, minItems: 1 },
          ],
          examples: ['ada@example.com'],
        },
        subject: text('The subject line.', { default: '', maxLength: 500 }),
        body: text('The text of the email.'),
        is_html: flag('Set it when the body is HTML rather than plain text.', { default: false }),
        cc: list('Addresses that get a copy.', { type: 'string' }, { default: [] }),
        bcc: list('Addresses that get a copy nobody else sees.', { type: 'string' }, { default: [] }),
        attachment: { ...uploadedFile, description: 'A file to send along. Leave it out to send text only.' },
      },
      ['to', 'body'],
    ),
    output: sentMessage,
    tags: ['important', 'createHint', 'openWorldHint', 'sending'],
    scopes: SEND_SCOPES,
    scopeRequirements: { all_of: ['mail.send', { any_of: ['mail.compose', 'mail.modify'] }] },
    run: (args, mailbox, { now }) => receipt(send(mailbox, readLetter(args), now)),
  }),
  tool<Mailbox>({
    slug: 'MAIL_REPLY_TO_MESSAGE',
    name: 'Reply to message',
    description:
      'Answers a message that was received, in the same conversation and with "Re:" before its subject. Use it when ' +
      'the user wants to respond to an email. Returns the id of the reply.',
    input: object(
      {
        message_id: text('Id of the message to answer, as a search gives it.', { examples: ['msg_3'] }),
        body: text('The text of the answer.'),
        reply_all: flag('Answer everybody who got the message, not only its sender.', { default: false }),
      },
      ['message_id', 'body'],
    ),
    output: sentMessage,
    tags: ['createHint', 'openWorldHint', 'sending'],
    scopes: SEND_SCOPES,
    run: (args, mailbox, { now }) => {
      const original = mailbox.messages.get(args.text('message_id'));
      const others = [...original.to, ...original.cc].filter((address) => address !== OWNER);
      const subject = original.subject.startsWith('Re: ') ? original.subject : `Re: ${original.subject}`;
      const letter = { to: [original.from], cc: args.flag('reply_all', false) ? others : [], subject };
      const threadId = original.thread_id;
      return receipt(send(mailbox, { ...letter, body: args.text('body'), attachments: [], threadId }, now));
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_CREATE_DRAFT',
    name: 'Create draft',
    description:
      'Writes an email and keeps it as a draft without sending it. Use it when the user wants to look at the text ' +
      'first. Returns the id of the draft; MAIL_SEND_DRAFT sends it.',
    input: object(
      {
        to: list('Addresses of the people who will receive it.', { type: 'string' }, { default: [] }),
        cc: list('Addresses that will get a copy.', { type: 'string' }, { default: [] }),
        subject: text('The subject line.'),
        body: text('The text of the email.'),
        attachments: {
          description: 'One file or several.',
          anyOf: [uploadedFile, list('Files.', uploadedFile)],
        },
      },
      ['subject', 'subject', 'body'],
    ),
    output: { draft_id: text('Id of the draft.'), subject: text('Its subject line.') },
    tags: ['createHint', 'drafts'],
    run: (args, mailbox) => {
      const draft = mailbox.drafts.add((id) => ({ id, letter: readLetter(args) }));
      return { draft_id: draft.id, subject: draft.letter.subject };
    },
  }),
  tool<Mailbox>({
    slug: 'MAIL_SEND_DRAFT',
    name: 'Send draft',
    description:
      'Sends a draft that was written before and takes it out of the drafts. Returns the id of the sent message.',
    input: object({ draft_id: text('Id of the draft, as MAIL_CREATE_DRAFT gives it.') }, ['draft_id']),
    output: sentMessage,
    tags: ['openWorldHint', 'drafts'],
    scopes: SEND_SCOPES,
    run: (args, mailbox, { now }) => {
      const draft = mailbox.drafts.get(args.text('draft_id'));
      const message = send(mailbox, draft.letter, now);
      mailbox.drafts.remove(draft.id);
      return receipt(message);
    },
  }),
];

function readLetter(args: Arguments): Letter {
  const hidden = args.texts('bcc', []);
  return {
    to: [...args.texts('to', []), ...hidden],
    cc: args.texts('cc', []),
    subject: args.text('subject', ''),
    body: args.text('body'),
    attachments: ['attachment', 'attachments'].flatMap((name) =>
      args.has(name) ? fileNames(args, name) : [],
    ),
  };
}

function fileNames(args: Arguments, name: string): string[] {
  const files = Array.isArray(args.value(name)) ? args.groups(name) : [args.group(name)];
  return files.map((file) => {
    if (!file.has('s3key')) throw new InvalidArguments(`Following fields are missing: {'${name}.s3key'}`);
    return file.text('name');
  });
}

function receipt(message: Message): Record<string, unknown> {
  return { message_id: message.id, thread_id: message.thread_id, labels: message.labels };
}
