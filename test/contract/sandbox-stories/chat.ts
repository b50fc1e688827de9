import type { Step } from './story.js';

export const chatStory: readonly Step[] = [
  {
    says: 'channels are there from the start',
    tool: 'CHAT_LIST_CHANNELS',
    with: {},
    gives: { channels: [{ name: 'general' }, { name: 'web-shop' }] },
  },
  {
    says: 'a message is written into a channel',
    tool: 'CHAT_SEND_MESSAGE',
    with: { channel: 'general', text: 'Good morning', metadata: { source: ['test'] } },
    gives: { id: 'cm_4', author: 'you', metadata: { source: ['test'] }, sent_at: '2026-11-24T12:00:00Z' },
  },
  {
    says: 'a message is answered in its thread',
    tool: 'CHAT_SEND_MESSAGE',
    with: { channel: 'general', text: 'And a good day', thread_id: 'cm_4' },
    gives: { id: 'cm_5', thread_id: 'cm_4' },
  },
  {
    says: 'the channel shows it, newest first',
    tool: 'CHAT_READ_CHANNEL',
    with: { channel: 'general', limit: 2 },
    gives: { messages: [{ id: 'cm_5' }, { id: 'cm_4' }] },
  },
  {
    says: 'a channel that does not exist is refused',
    tool: 'CHAT_SEND_MESSAGE',
    with: { channel: 'nowhere', text: 'Hello?' },
    fails: '404 Client Error: Not Found for url: https://api.chat.example/v1/channels/nowhere',
  },
  {
    says: 'a person is written to',
    tool: 'CHAT_SEND_DIRECT_MESSAGE',
    with: { person: 'ada', text: 'Lunch?' },
    gives: { id: 'cm_6', channel: '@ada' },
  },
  {
    says: 'messages are found in all channels',
    tool: 'CHAT_SEARCH_MESSAGES',
    with: { query: 'lunch' },
    gives: { messages: [{ id: 'cm_6' }] },
  },
  {
    says: 'a reaction is added',
    tool: 'CHAT_ADD_REACTION',
    with: { message_id: 'cm_1', emoji: 'thumbsup' },
    gives: { reactions: ['thumbsup'] },
  },
  {
    says: 'the same reaction counts once',
    tool: 'CHAT_ADD_REACTION',
    with: { message_id: 'cm_1', emoji: 'thumbsup' },
    gives: { reactions: ['thumbsup'] },
  },
  {
    says: 'an own message is deleted',
    tool: 'CHAT_DELETE_MESSAGE',
    with: { message_id: 'cm_5' },
    gives: { deleted: true },
  },
  {
    says: 'a message of somebody else is not',
    tool: 'CHAT_DELETE_MESSAGE',
    with: { message_id: 'cm_1' },
    fails: '403 Client Error: Forbidden',
  },
  {
    says: 'a channel is opened',
    tool: 'CHAT_CREATE_CHANNEL',
    with: { name: 'book-club', members: ['grace'] },
    gives: { name: 'book-club', members: ['you', 'grace'] },
  },
  {
    says: 'a name that is taken is refused',
    tool: 'CHAT_CREATE_CHANNEL',
    with: { name: 'book-club' },
    fails: '409 Client Error',
  },
  {
    says: 'a wrong name is refused in no time, however long it is',
    tool: 'CHAT_CREATE_CHANNEL',
    with: { name: `${'a'.repeat(70)}!` },
    fails: '400 Client Error',
  },
  {
    says: 'the people of a channel are listed',
    tool: 'CHAT_LIST_MEMBERS',
    with: { channel: 'book-club' },
    gives: { members: ['you', 'grace'] },
  },
  {
    says: 'the people of the team are listed',
    tool: 'CHAT_LIST_MEMBERS',
    with: {},
    gives: { members: ['you', 'ada', 'grace', 'linus'] },
  },
  {
    says: 'a status is set',
    tool: 'CHAT_SET_STATUS',
    with: { text: 'On holiday', emoji: 'palm_tree' },
    gives: { text: 'On holiday', emoji: 'palm_tree' },
  },
];
