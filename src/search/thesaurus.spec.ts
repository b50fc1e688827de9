import { ALIKE, ONE_AND_THE_SAME, STANDS_FOR, TOGETHER } from './synonyms.js';
import { alikeTo, KNOWN_WORDS, meaningOf, meaningTogether, termFor } from './thesaurus.js';

describe('termFor', () => {
  it.each([
    ['mails', 'email'],
    ['removing', 'delete'],
    ['docs', 'document'],
    ['answered', 'reply'],
  ])('takes %s for %s', (word, other) => {
    expect(termFor(word)).toBe(termFor(other));
  });
});

describe('alikeTo', () => {
  it.each([
    ['appointment', 'event'],
    ['ticket', 'issue'],
    ['edit', 'update'],
    ['directory', 'folder'],
  ])('knows %s and %s, either way', (word, other) => {
    const [one, two] = [termFor(word), termFor(other)];
    expect(one === two || (alikeTo(one).has(two) && alikeTo(two).has(one))).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString', 'zebra'])('knows nothing for %s', (word) => {
    expect([...alikeTo(termFor(word)), ...meaningOf(termFor(word))]).toEqual([]);
    expect(meaningTogether(word, word)).toBeUndefined();
  });
});

it('knows what words stand for, alone and together', () => {
  expect(meaningOf(termFor('notify'))).toEqual([termFor('send'), termFor('message')]);
  expect(meaningTogether(termFor('getting'), termFor('rid'))).toEqual([termFor('delete')]);
  expect(meaningTogether(termFor('rid'), termFor('get'))).toBeUndefined();
  expect(KNOWN_WORDS.has('appointment')).toBe(true);
});

describe('the tables', () => {
  it('are in order, so that a word is found and not written twice', () => {
    for (const table of [STANDS_FOR, TOGETHER]) {
      expect(Object.keys(table)).toEqual(Object.keys(table).toSorted());
    }
    expect(ONE_AND_THE_SAME).toEqual(ONE_AND_THE_SAME.toSorted());
    expect(new Set(ALIKE).size).toBe(ALIKE.length);
  });

  it('choose one term for a word, and it stands for itself', () => {
    const others = ONE_AND_THE_SAME.flatMap((line) => line.split(' ').slice(1));
    expect(new Set(others).size).toBe(others.length);
    for (const line of ONE_AND_THE_SAME) {
      const [first = '', ...rest] = line.split(' ').map(termFor);
      expect(rest).toEqual(rest.map(() => first));
    }
  });
});
