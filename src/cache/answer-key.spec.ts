import { answerKey } from './answer-key.js';

const question = { fingerprint: 'f1', userId: 'ana', prefix: '', url: '/api/toolkits?a=1&b=2' };

describe('answerKey', () => {
  it('does not mind the order of parameters', () => {
    expect(answerKey({ ...question, url: '/api/toolkits?b=2&a=1' })).toBe(answerKey(question));
  });

  it.each([
    { fingerprint: 'f2' },
    { userId: 'ben' },
    { prefix: '/toolkits/mail' },
    { url: '/api/servers?a=1&b=2' },
    { url: '/api/toolkits?a=1&b=2&c=3' },
    { url: '/api/toolkits?a=1' },
    { fingerprint: 'f1ana', userId: '' },
  ])('differs with %j', (change) => {
    expect(answerKey({ ...question, ...change })).not.toBe(answerKey(question));
  });
});
