import { Problem } from './problem.js';
import { MAX_PROBLEM_BYTES, problemBody } from './problem-body.js';

describe('problemBody', () => {
  it('says what happened, whether to try again, and where to look it up', () => {
    const problem = new Problem('account_not_connected', 'The user has not connected mail.', {
      fix: 'Open connect_url.',
      members: { connect_url: 'https://connect.example/1' },
    });
    expect(problemBody(problem, 'r-1')).toEqual({
      title: 'The user has not connected this account yet',
      status: 409,
      code: 'account_not_connected',
      detail: 'The user has not connected mail.',
      fix: 'Open connect_url.',
      retryable: false,
      connect_url: 'https://connect.example/1',
      request_id: 'r-1',
    });
  });

  it.each([
    ['a long detail', new Problem('tool_failed', 'x'.repeat(5_000_000))],
    ['wide characters', new Problem('tool_failed', '💥'.repeat(5_000))],
    ['a long fix beside it', new Problem('tool_failed', 'é'.repeat(5_000), { fix: 'ü'.repeat(5_000) })],
    [
      'a text where a list was',
      new Problem('tool_failed', 'x', { members: { errors: ['y'.repeat(9_000)] } }),
    ],
    [
      'many errors',
      new Problem('arguments_invalid', 'No.', {
        members: {
          errors: Array.from({ length: 50_000 }, (_, i) => ({ path: `/a/${i}`, message: 'must be string' })),
        },
      }),
    ],
  ])('stays under the limit with %s', (_, problem) => {
    const body = problemBody(problem, 'r-1');
    const text = JSON.stringify(body);
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_PROBLEM_BYTES);
    expect(body).toMatchObject({ code: problem.code, status: problem.status, request_id: 'r-1' });
    expect(text).not.toMatch(/\\ud[89ab]/i);
  });
});
