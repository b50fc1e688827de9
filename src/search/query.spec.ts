import { wishesOf } from './query.js';
import { termFor } from './thesaurus.js';
import { Vocabulary } from './vocabulary.js';

const vocabulary = new Vocabulary();
for (const word of ['send', 'email', 'spreadsheet', 'create', 'event', 'note', 'reminder', 'on']) {
  vocabulary.add(termFor(word));
}
const asked = (query: string) => wishesOf(query, vocabulary).map((wish) => [...wish.keys()][0]);
const wish = (query: string, word: string) =>
  wishesOf(query, vocabulary).find((terms) => [...terms.keys()][0] === termFor(word));

describe('wishesOf', () => {
  it.each([
    ['please send an email', ['send', 'email']],
    ['MAIL_SEND', ['email', 'send']],
    ['sendEmail', ['send', 'email']],
    ['get rid of the note', ['delete', 'note']],
    ['let Ben know', ['send', 'message']],
    ['my spread sheet', ['spreadsheet', 'sheet']],
    ['spraedsheet', ['spreadsheet']],
    ['remind', ['remind', 'create', 'reminder']],
    ['on the', ['on']],
    ['', []],
    ['?!', []],
  ])('reads %j', (query, words) => {
    expect(asked(query)).toEqual(expect.arrayContaining(words.map(termFor)));
  });

  it('knows what else would do, and that it is not quite the same', () => {
    const terms = wish('make an appointment', 'appointment');
    expect(terms?.get(termFor('appointment'))).toBe(1);
    expect(terms?.get(termFor('event'))).toBeGreaterThan(0);
    expect(terms?.get(termFor('event'))).toBeLessThan(1);
  });

  it('wishes a word once, however often it is written', () => {
    expect(wishesOf('email mail emails e-mail', vocabulary)).toHaveLength(1);
  });

  it.each([
    ['a megabyte', 'send email '.repeat(100_000)],
    ['a megabyte without a space', 'a'.repeat(1_000_000)],
    ['a thousand unknown words', Array.from({ length: 1_000 }, (_, index) => `sendd${index}`).join(' ')],
  ])('stops reading %s', (_, query) => {
    expect(wishesOf(query, vocabulary).length).toBeLessThanOrEqual(40);
  });
});
