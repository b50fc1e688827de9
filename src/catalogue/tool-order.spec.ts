import { bestFirst } from './tool-order.js';
import { Tool } from './tool.js';

const tool = (slug: string, ...tags: string[]) =>
  Tool.of({
    slug,
    toolkit: { slug: slug.split('_')[0]!.toLowerCase() },
    tags,
    no_auth: slug.startsWith('CLOCK'),
  }) as Tool;

describe('bestFirst', () => {
  it('puts what can be run at once, main and preferred tools first', () => {
    const lists = [
      [tool('NOTES_A', 'important')],
      [tool('CHAT_A'), tool('CHAT_Z', 'important')],
      [
        tool('MAIL_A'),
        tool('MAIL_B'),
        tool('MAIL_HIDDEN', 'mcpIgnore'),
        tool('MAIL_OLD', 'important', 'deprecated'),
        tool('MAIL_Z', 'important'),
      ],
      [tool('CLOCK_NOW', 'important')],
    ];
    expect(bestFirst(lists, new Set(['mail', 'notes'])).map(({ slug }) => slug)).toEqual([
      'NOTES_A',
      'MAIL_Z',
      'CLOCK_NOW',
      'MAIL_A',
      'MAIL_B',
      'MAIL_HIDDEN',
      'CHAT_Z',
      'CHAT_A',
      'MAIL_OLD',
    ]);
  });
});
