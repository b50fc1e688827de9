import { ProviderFailure } from '../../definition/provider-failure.js';
import { flag, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { hasWords } from '../../definition/words.js';
import { assertPlace, post, type Workspace } from './workspace.js';

const messageParts = {
  id: text('Id of the message.'),
  channel: text('The channel it is in.'),
  author: text('Who wrote it.'),
  text: text('What it says.'),
  sent_at: text('When it was sent.', { format: 'date-time' }),
};

const WRITE_SCOPES = ['chat:write'];
const READ_SCOPES = ['channels:history'];

/** The chat tools that read and write messages. */
export const chatMessages = [
  tool<Workspace>({
    slug: 'CHAT_SEND_MESSAGE',
    name: 'Send message to channel',
    description:
      'Writes a message into a channel of the team chat, or as an answer into a thread. Use it to tell the team ' +
      'something. Returns the id of the message. To write to one person, use CHAT_SEND_DIRECT_MESSAGE.',
    input: object(
      {
        channel: text('Name of the channel, without #.', { examples: ['general'] }),
        text: text('What to say.', { minLength: 1, maxLength: 4000 }),
        thread_id: {
          type: ['string', 'null'],
          description: 'Id of the message to answer in its thread.',
          default: null,
        },
        // "Anything at all", in the shortest way JSON Schema has to say it.
        metadata: true,
      },
      ['channel', 'text'],
    ),
    output: messageParts,
    tags: ['important', 'createHint', 'openWorldHint', 'messages'],
    scopes: WRITE_SCOPES,
    run: (args, workspace, { now }) => {
      const thread = args.optionalText('thread_id') ?? null;
      if (thread !== null) workspace.messages.get(thread);
      const message = { channel: args.text('channel'), author: 'you', text: args.text('text') };
      return {
        ...post(workspace, { ...message, thread_id: thread, metadata: args.value('metadata') ?? null }, now),
      };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_SEND_DIRECT_MESSAGE',
    name: 'Send direct message',
    description: 'Writes a private message to one person of the team. Returns the id of the message.',
    input: object(
      { person: text('Login of the person.', { examples: ['ada'] }), text: text('What to say.') },
      ['person', 'text'],
    ),
    output: messageParts,
    tags: ['important', 'createHint', 'openWorldHint', 'messages'],
    scopes: WRITE_SCOPES,
    run: (args, workspace, { now }) => {
      const message = { channel: `@${args.text('person')}`, author: 'you', text: args.text('text') };
      return { ...post(workspace, message, now) };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_READ_CHANNEL',
    name: 'Read channel',
    description:
      'Reads the latest messages of a channel, newest first. Use it to catch up on what the team talked about, or to ' +
      'find the id of a message to answer. A private conversation is read under @ and the login of the person.',
    input: object(
      {
        channel: text('Name of the channel, without #.'),
        limit: integer('How many messages to return at most.', { default: 20, minimum: 1, maximum: 200 }),
      },
      ['channel'],
    ),
    output: { messages: list('The messages, newest first.', object(messageParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'messages'],
    scopes: READ_SCOPES,
    run: (args, workspace) => {
      const channel = args.text('channel');
      assertPlace(workspace, channel);
      const messages = workspace.messages.all().filter((message) => message.channel === channel);
      return { messages: messages.toReversed().slice(0, args.integer('limit', 20)) };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_SEARCH_MESSAGES',
    name: 'Search chat messages',
    description:
      'Finds messages by words in all channels of the chat. Returns them newest first with their channel.',
    input: object({ query: text('Words that the message has to contain.') }, ['query']),
    output: { messages: list('The messages, newest first.', object(messageParts)) },
    tags: ['readOnlyHint', 'idempotentHint', 'messages'],
    scopes: READ_SCOPES,
    run: (args, workspace) => {
      const query = args.text('query');
      return {
        messages: workspace.messages
          .all()
          .filter((message) => hasWords(query, message.text))
          .toReversed(),
      };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_ADD_REACTION',
    name: 'Add reaction',
    description:
      'Puts an emoji under a message, for instance a thumbs up to agree. Returns all reactions it has.',
    input: object(
      {
        message_id: text('Id of the message.'),
        emoji: text('Name of the emoji.', { examples: ['thumbsup'] }),
      },
      ['message_id', 'emoji'],
    ),
    output: { message_id: text('Id of the message.'), reactions: list('The emojis under it.') },
    tags: ['updateHint', 'idempotentHint'],
    scopes: ['reactions:write'],
    run: (args, workspace) => {
      const message = workspace.messages.get(args.text('message_id'));
      const emoji = args.text('emoji');
      if (!message.reactions.includes(emoji)) message.reactions.push(emoji);
      return { message_id: message.id, reactions: message.reactions };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_DELETE_MESSAGE',
    name: 'Delete message',
    description: 'Deletes a message that the user wrote. Messages of other people cannot be deleted.',
    input: object({ message_id: text('Id of the message.') }, ['message_id']),
    output: { message_id: text('Id of the deleted message.'), deleted: flag('Always true.') },
    tags: ['destructiveHint'],
    scopes: WRITE_SCOPES,
    run: (args, workspace) => {
      const message = workspace.messages.get(args.text('message_id'));
      if (message.author !== 'you')
        throw new ProviderFailure(403, 'cant_delete_message', `messages/${message.id}`);
      workspace.messages.remove(message.id);
      return { message_id: message.id, deleted: true };
    },
  }),
];
