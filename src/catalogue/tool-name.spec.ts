import fc from 'fast-check';
import { toolName } from './tool-name.js';

const slug = fc.stringMatching(/^[A-Z0-9_]{1,128}$/);

describe('toolName', () => {
  it.each([
    ['MAIL_SEND_EMAIL', 'MAIL_SEND_EMAIL'],
    ['_2CHAT_SEND', '_2CHAT_SEND'],
    ['A'.repeat(64), 'A'.repeat(64)],
    ['A'.repeat(65), `${'A'.repeat(55)}_83620394`],
  ])('the tool %s is offered to models as %s', (given, name) => {
    expect(toolName(given)).toBe(name);
  });

  it('is legal, and differs where the slug differs', () => {
    fc.assert(
      fc.property(slug, slug, (a, b) => {
        expect(toolName(a)).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
        expect(toolName(a) === toolName(b)).toBe(a === b);
      }),
    );
    const prefix = 'LONG_'.repeat(20);
    expect(toolName(`${prefix}A`)).not.toBe(toolName(`${prefix}B`));
  });
});
