import { isStopWord, stem, wordsOf } from './terms.js';

describe('wordsOf', () => {
  it.each([
    ['Send an email!', ['send', 'an', 'email']],
    ['MAIL_SEND_EMAIL', ['mail', 'send', 'email']],
    ['a to-do list', ['a', 'to', 'do', 'todo', 'list']],
    ["Tom's file, don't", ['tom', 'file', 'dont']],
    ['what’s on', ['what', 'on']],
    ['Überfällige Café-Rechnung', ['uberfallige', 'cafe', 'rechnung', 'caferechnung']],
    ['メール 送信', ['メール', '送信'].map((word) => word.normalize('NFKD').replace(/\p{M}/gu, ''))],
    ['sha256 of 4711', ['sha256', 'of', '4711']],
    ['', []],
    ["?! -- ''", []],
  ])('splits %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('stem', () => {
  it.each([
    ['reply', 'replies', 'replied', 'replying'],
    ['create', 'creates', 'created', 'creating'],
    ['send', 'sends', 'sent', 'sending'],
    ['plan', 'plans', 'planned', 'planning'],
    ['call', 'calls', 'called', 'calling'],
    ['address', 'addresses', 'addressed'],
    ['branch', 'branches', 'branching'],
    ['invoice', 'invoices', 'invoicing'],
    ['file', 'files', 'filed', 'filing'],
    ['database', 'databases'],
    ['person', 'people', 'persons'],
    ['meet', 'meeting', 'meetings', 'met'],
    ['api', 'apis'],
  ])('is the same for %s and its forms', (word, ...forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
  });

  it.each([
    ['new', 'news'],
    ['set', 'settings'],
    ['build', 'building'],
    ['statu', 'status'],
    ['analysi', 'analysis'],
    ['str', 'string'],
    ['ne', 'need'],
    ['b', 'bring'],
    ['spe', 'speed'],
  ])('is not %s for %s', (wrong, word) => {
    expect(stem(word)).not.toBe(stem(wrong));
  });
});

describe('isStopWord', () => {
  it.each(['the', 'please', 'a', 'x', '42', 'im'])('is true for %s', (word) => {
    expect(isStopWord(word)).toBe(true);
  });

  it.each(['get', 'send', 'mail', 's3', 'constructor', '__proto__', '名'])('is false for %s', (word) => {
    expect(isStopWord(word)).toBe(false);
  });
});
