import { ProviderFailure } from '../../definition/provider-failure.js';
import { list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { MEMBERS, type Workspace } from './workspace.js';

const channelParts = {
  name: text('Name of the channel.'),
  topic: text('What it is about.'),
  members: list('Logins of the people in it.'),
};

/** The chat tools around channels and people. */
export const chatRooms = [
  tool<Workspace>({
    slug: 'CHAT_LIST_CHANNELS',
    name: 'List channels',
    description: 'Lists the channels of the team chat with what each is about and who is in it.',
    input: object({}),
    output: { channels: list('The channels.', object(channelParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'channels'],
    scopes: ['channels:read'],
    run: (_args, workspace) => ({ channels: workspace.channels }),
  }),
  tool<Workspace>({
    slug: 'CHAT_CREATE_CHANNEL',
    name: 'Create channel',
    description: 'Opens a new channel in the team chat and brings people into it. Returns the channel.',
    input: object(
      {
        name: text('Lower-case words with dashes between them.', {
          // Takes exponential time on a backtracking engine when a long name ends in a wrong character.
          pattern: '^([a-z0-9]+-?)+$',
          maxLength: 80,
        }),
        topic: text('What the channel is about.', { default: '' }),
        members: list('Logins of the people to bring in.', { type: 'string' }, { default: [] }),
      },
      ['name'],
    ),
    output: channelParts,
    tags: ['createHint', 'channels'],
    scopes: ['channels:manage'],
    run: (args, workspace) => {
      const name = args.text('name');
      // The same names as the pattern above, in a form that takes linear time.
      if (!/^[a-z0-9]+(?:-[a-z0-9]+)*-?$/.test(name)) {
        throw new ProviderFailure(400, `invalid_name: ${name}`, 'channels');
      }
      if (workspace.channels.some((channel) => channel.name === name)) {
        throw new ProviderFailure(409, `name_taken: ${name}`, 'channels');
      }
      const channel = { name, topic: args.text('topic', ''), members: ['you', ...args.texts('members', [])] };
      workspace.channels.push(channel);
      return channel;
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_LIST_MEMBERS',
    name: 'List members',
    description: 'Lists the people of the team, or of one channel. Use it to find the login of a colleague.',
    input: object({ channel: text('Name of a channel; without it, the whole team.') }),
    output: { members: list('Logins of the people.') },
    tags: ['readOnlyHint', 'idempotentHint', 'people'],
    scopes: ['users:read'],
    run: (args, workspace) => {
      const name = args.optionalText('channel');
      if (name === undefined) return { members: MEMBERS };
      const channel = workspace.channels.find((entry) => entry.name === name);
      if (!channel) throw new ProviderFailure(404, `channel_not_found: ${name}`, `channels/${name}`);
      return { members: channel.members };
    },
  }),
  tool<Workspace>({
    slug: 'CHAT_SET_STATUS',
    name: 'Set status',
    description:
      'Sets the line and emoji that colleagues see beside the name of the user, such as "On holiday".',
    input: object(
      { text: text('The line.', { maxLength: 100 }), emoji: text('Name of the emoji.', { default: '' }) },
      ['text'],
    ),
    output: { text: text('The line that is shown.'), emoji: text('The emoji that is shown.') },
    tags: ['updateHint', 'idempotentHint', 'people'],
    scopes: ['users.profile:write'],
    run: (args, workspace) => {
      Object.assign(workspace.status, { text: args.text('text'), emoji: args.text('emoji', '') });
      return { ...workspace.status };
    },
  }),
];
