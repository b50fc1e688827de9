import { userIdOf } from './user-id.js';

const trusting = { TRUST_USER_HEADERS: true, COMPOSIO_USER_ID: 'default' };

describe('userIdOf', () => {
  it.each([
    [{}, 'default'],
    [{ 'x-composio-user-id': 'ana' }, 'ana'],
    [{ 'x-openwebui-user-id': 'ana' }, 'ana'],
    [{ 'x-composio-user-id': 'ana', 'x-openwebui-user-id': 'ben' }, 'ana'],
  ])('a request with %j acts for user %s', (headers, userId) => {
    expect(userIdOf(headers, trusting)).toBe(userId);
  });

  it.each([
    { 'x-composio-user-id': '' },
    { 'x-composio-user-id': '{{USER_ID}}' },
    { 'x-composio-user-id': 'anna,ben' },
    { 'x-openwebui-user-id': 'a'.repeat(257) },
  ])('refuses %j rather than act for the default user', (headers) => {
    expect(() => userIdOf(headers, trusting)).toThrow(
      expect.objectContaining({ code: 'request_invalid' }) as Error,
    );
  });

  it('ignores the headers where the operator does not trust them', () => {
    expect(userIdOf({ 'x-composio-user-id': 'ana' }, { ...trusting, TRUST_USER_HEADERS: false })).toBe(
      'default',
    );
  });
});
