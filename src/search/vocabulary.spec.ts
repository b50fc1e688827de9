import { slipsBetween, Vocabulary } from './vocabulary.js';

const vocabulary = new Vocabulary();
for (const word of [
  'issue',
  'send',
  'calendar',
  'reminder',
  'remind',
  'back',
  'spreadsheet',
  'update',
  'constructor',
]) {
  vocabulary.add(word);
}

describe('slipsBetween', () => {
  it.each([
    ['issue', 'issue', 0],
    ['isue', 'issue', 1],
    ['sned', 'send', 1],
    ['calender', 'calendar', 1],
    ['spreadhseet', 'spreadsheet', 1],
    ['bank', 'back', 2],
    ['abcdefgh', 'efgh', 3],
    ['', 'ab', 2],
  ])('from "%s" to "%s" it takes %i slips', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });
});

describe('a vocabulary', () => {
  it.each([
    ['isue', ['issue']],
    ['sned', ['send']],
    ['calender', ['calendar']],
    ['clendar', ['calendar']],
    ['updaet', ['update']],
    ['bank', []],
    ['xyz', []],
    ['', []],
    ['c'.repeat(2_000), []],
  ])('guesses what %.20s means', (word, meant) => {
    expect(vocabulary.guesses(word).map((guess) => guess.word)).toEqual(meant);
  });

  it.each([
    ['remind', ['reminder']],
    ['reminders', ['reminder']],
    ['spread', []],
    ['send', []],
    ['__proto__', []],
  ])('knows the relatives of %s', (word, relatives) => {
    expect(vocabulary.relatives(word).filter((relative) => relative !== 'remind')).toEqual(relatives);
  });

  it('numbers its words in the order they come', () => {
    const words = new Vocabulary();
    expect(['b', 'a', 'b', '__proto__'].map((word) => words.add(word))).toEqual([0, 1, 0, 2]);
    expect([words.size, words.numberOf('a'), words.numberOf('toString')]).toEqual([3, 1, undefined]);
  });
});
