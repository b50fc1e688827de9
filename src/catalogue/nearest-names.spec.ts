import { nearestNames } from './nearest-names.js';

const NAMES = ['MAIL_SEND_EMAIL', 'MAIL_SEARCH_MESSAGES', 'ISSUES_CREATE_ISSUE', 'ISSUES_READ_ISSUE', 'A'];

describe('A name that nobody has leads to the one that was meant', () => {
  it.each([
    ['a letter wrong', 'ISSUES_REED_ISSUE', 'ISSUES_READ_ISSUE'],
    ['a letter missing', 'MAIL_SEN_EMAIL', 'MAIL_SEND_EMAIL'],
    ['a word too many', 'MAIL_SEND_AN_EMAIL', 'MAIL_SEND_EMAIL'],
    ['the words swapped', 'ISSUES_ISSUE_CREATE', 'ISSUES_CREATE_ISSUE'],
    ['in lower case', 'mail_search_message', 'MAIL_SEARCH_MESSAGES'],
    ['in words', 'search messages', 'MAIL_SEARCH_MESSAGES'],
    ['with hyphens', 'issues-create', 'ISSUES_CREATE_ISSUE'],
  ])('with %s', (_, given, meant) => {
    expect(nearestNames(given, NAMES, 3)[0]).toBe(meant);
  });
});

it('as many are named as wanted, and none that has nothing in common', () => {
  expect(nearestNames('ISSUES_READ', NAMES, 2)).toEqual(['ISSUES_READ_ISSUE', 'ISSUES_CREATE_ISSUE']);
  expect(nearestNames('ZZZ', NAMES, 3)).toEqual([]);
  expect(nearestNames('', NAMES, 3)).toEqual([]);
});
