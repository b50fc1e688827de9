import type { Step } from './story.js';

export const mailStory: readonly Step[] = [
  {
    says: 'unread mail is waiting from the start',
    tool: 'MAIL_SEARCH_MESSAGES',
    with: { query: 'is:unread' },
    gives: {
      total: 2,
      messages: [{ message_id: 'msg_5', from: 'ada@example.com' }, { message_id: 'msg_3' }],
    },
  },
  {
    says: 'an email is sent',
    tool: 'MAIL_SEND_EMAIL',
    with: {
      to: ['ada@example.com'],
      cc: ['grace@example.com'],
      subject: 'Figures',
      body: 'Here are the figures.',
      attachment: { name: 'figures.pdf', mimetype: 'application/pdf', s3key: 'uploads/1' },
    },
    gives: { message_id: 'msg_6', thread_id: 'thread_6', labels: ['SENT'] },
  },
  {
    says: 'what was sent is found again, with its attachment',
    tool: 'MAIL_SEARCH_MESSAGES',
    with: { query: 'to:ada has:attachment after:2026-11-24', max_results: 1 },
    gives: { total: 1, messages: [{ message_id: 'msg_6', subject: 'Figures' }], next_page_token: null },
  },
  {
    says: 'long results come in pages',
    tool: 'MAIL_SEARCH_MESSAGES',
    with: { max_results: 2, page_token: '2' },
    gives: { total: 6, messages: [{ message_id: 'msg_4' }, { message_id: 'msg_3' }], next_page_token: '4' },
  },
  {
    says: 'an address that is none is refused by the mail server',
    tool: 'MAIL_SEND_EMAIL',
    with: { to: 'not an address', body: 'Hello' },
    fails: '400 Client Error: Bad Request for url: https://api.mail.example/v1/messages/send',
  },
  {
    says: 'a missing argument is named',
    tool: 'MAIL_SEND_EMAIL',
    with: { to: 'ada@example.com' },
    fails: "Invalid request data provided - Following fields are missing: {'body'}",
  },
  {
    says: 'an argument of the wrong type is named',
    tool: 'MAIL_SEND_EMAIL',
    with: { to: 'ada@example.com', body: 7 },
    fails: 'Input should be a valid string on parameter `body`',
  },
  {
    says: 'an uploaded file needs its key',
    tool: 'MAIL_SEND_EMAIL',
    with: {
      to: 'ada@example.com',
      body: 'See file.',
      attachment: { name: 'a.pdf', mimetype: 'application/pdf' },
    },
    fails: "{'attachment.s3key'}",
  },
  {
    says: 'a message can be read in full',
    tool: 'MAIL_GET_MESSAGE',
    with: { message_id: 'msg_6' },
    gives: { body: 'Here are the figures.', attachments: ['figures.pdf'], cc: ['grace@example.com'] },
  },
  {
    says: 'a message that does not exist is a refusal of the provider',
    tool: 'MAIL_GET_MESSAGE',
    with: { message_id: 'msg_99' },
    fails: '404 Client Error: Not Found for url: https://api.mail.example/v1/messages/msg_99',
  },
  {
    says: 'an answer joins the conversation',
    tool: 'MAIL_REPLY_TO_MESSAGE',
    with: { message_id: 'msg_5', body: 'Gladly!' },
    gives: { message_id: 'msg_7', thread_id: 'thread_5' },
  },
  {
    says: 'the conversation holds both messages',
    tool: 'MAIL_GET_THREAD',
    with: { thread_id: 'thread_5' },
    gives: { messages: [{ message_id: 'msg_5' }, { message_id: 'msg_7', subject: 'Re: Lunch on Friday?' }] },
  },
  {
    says: 'a draft is kept',
    tool: 'MAIL_CREATE_DRAFT',
    with: { to: ['you@sandbox.example'], subject: 'Note to self', body: 'Buy milk.' },
    gives: { draft_id: 'draft_1' },
  },
  {
    says: 'a draft is sent, here to the user too',
    tool: 'MAIL_SEND_DRAFT',
    with: { draft_id: 'draft_1' },
    gives: { message_id: 'msg_8', labels: ['SENT', 'INBOX', 'UNREAD'] },
  },
  {
    says: 'a draft can be sent only once',
    tool: 'MAIL_SEND_DRAFT',
    with: { draft_id: 'draft_1' },
    fails: '404 Client Error',
  },
  {
    says: 'a message is filed',
    tool: 'MAIL_UPDATE_LABELS',
    with: { message_id: 'msg_8', add_labels: ['shopping'], remove_labels: ['UNREAD'] },
    gives: { labels: ['SENT', 'INBOX', 'shopping'] },
  },
  {
    says: 'labels are counted',
    tool: 'MAIL_LIST_LABELS',
    with: {},
    gives: {
      labels: expect.arrayContaining([
        { name: 'shopping', messages: 1 },
        { name: 'UNREAD', messages: 2 },
      ]),
    },
  },
  {
    says: 'a message goes to the trash',
    tool: 'MAIL_TRASH_MESSAGE',
    with: { message_id: 'msg_4' },
    gives: { labels: ['newsletters', 'TRASH'] },
  },
  {
    says: 'the trash is left out of searches',
    tool: 'MAIL_SEARCH_MESSAGES',
    with: { query: 'digest' },
    gives: { total: 0, messages: [] },
  },
  {
    says: 'the trash can be searched when asked for',
    tool: 'MAIL_SEARCH_MESSAGES',
    with: { query: '"weekly digest" in:trash' },
    gives: { total: 1 },
  },
  {
    says: 'a message is deleted for good',
    tool: 'MAIL_DELETE_MESSAGE',
    with: { message_id: 'msg_4' },
    gives: { message_id: 'msg_4', deleted: true },
  },
  {
    says: 'the mailbox says whose it is and counts what is left',
    tool: 'MAIL_GET_PROFILE',
    with: {},
    gives: { email: 'you@sandbox.example', messages_total: 7 },
  },
  {
    says: 'the deprecated tool still lists a label',
    tool: 'MAIL_FETCH_EMAILS',
    with: { label: 'travel' },
    gives: { messages: [{ message_id: 'msg_2' }] },
  },
];
