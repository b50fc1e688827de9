import { termWeights } from './text.js';
import { termFor } from './thesaurus.js';
import { Tool } from '../catalogue/tool.js';

const weightsOf = (slug: string, description: string, more: object = {}) =>
  termWeights(Tool.of({ slug, description, toolkit: { slug: 'mail' }, ...more }) as Tool);
const weight = (weights: Map<string, number>, word: string) => weights.get(termFor(word)) ?? 0;

describe('the words of a tool', () => {
  it('count by where they stand', () => {
    const weights = weightsOf('MAIL_SEND_DRAFT', 'Posts a letter. Returns the stamp.', {
      name: 'Send draft',
    });
    const order = ['draft', 'mail', 'letter', 'stamp', 'the'].map((word) => weight(weights, word));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(order.at(-1)).toBe(0);
    expect(order.at(-2)).toBeGreaterThan(0);
    expect(Math.max(...weights.values())).toBeLessThan(1);
  });

  it('leave out the other tools that a description names', () => {
    expect(weight(weightsOf('MAIL_SEND', 'To answer, use MAIL_REPLY_TO_MESSAGE.'), 'message')).toBe(0);
  });

  it('count more in a short description than in a long one', () => {
    const short = weightsOf('MAIL_SEND', 'Posts a letter.');
    const long = weightsOf('MAIL_SEND', `Posts a letter ${'on paper with ink '.repeat(30)}.`);
    expect(weight(short, 'letter')).toBeGreaterThan(weight(long, 'letter'));
  });

  it('count a little more for a main tool', () => {
    const [main, usual, back] = [['important'], [], ['mcpIgnore']].map((tags) =>
      weight(weightsOf('MAIL_SEND', 'Posts it.', { tags }), 'send'),
    ) as [number, number, number];
    expect(main).toBeGreaterThan(usual);
    expect(usual).toBeGreaterThan(back);
  });

  it('need neither a toolkit nor a description', () => {
    const tool = Tool.of({ slug: '_21RISK_CONSTRUCTOR' }) as Tool;
    expect([...termWeights(tool).keys()]).toEqual(['21risk', 'constructor']);
  });
});
