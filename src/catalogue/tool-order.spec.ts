import { bestFirst } from './tool-order.js';
import { Tool } from './tool.js';

const tool = (slug: string, ...tags: string[]) =>
  Tool.of({ slug, toolkit: { slug: slug.split('_')[0]!.toLowerCase() }, tags }) as Tool;

describe('bestFirst', () => {
  it('puts connected, main and preferred ones first', () => {
    const tools = [
      tool('CHAT_Z', 'important'),
      tool('CHAT_A'),
      tool('MAIL_OLD', 'important', 'deprecated'),
      tool('MAIL_B'),
      tool('MAIL_A'),
      tool('MAIL_HIDDEN', 'mcpIgnore'),
      tool('MAIL_Z', 'important'),
      tool('NOTES_A', 'important'),
      tool('OTHER_A'),
    ];
    const order = bestFirst(tools, ['notes', 'chat', 'mail'], new Set(['mail', 'notes'])).map(
      ({ slug }) => slug,
    );
    expect(order).toEqual([
      'NOTES_A',
      'MAIL_Z',
      'MAIL_A',
      'MAIL_B',
      'MAIL_HIDDEN',
      'CHAT_Z',
      'CHAT_A',
      'OTHER_A',
      'MAIL_OLD',
    ]);
  });
});
