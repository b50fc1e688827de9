import type { Step } from './story.js';

export const issuesStory: readonly Step[] = [
  {
    says: 'open bugs are there from the start, newest first',
    tool: 'ISSUES_SEARCH_ISSUES',
    with: { label: 'bug' },
    gives: { total: 2, issues: [{ id: 'ISS-3' }, { id: 'ISS-1' }] },
  },
  {
    says: 'a bug is reported',
    tool: 'ISSUES_CREATE_ISSUE',
    with: { title: 'Search is slow', labels: ['bug'], priority: 'high', custom_fields: { team: 'web' } },
    gives: { id: 'ISS-5', state: 'open', priority: 'high', assignee: null, custom_fields: { team: 'web' } },
  },
  {
    says: 'a reported bug is found by its words',
    tool: 'ISSUES_SEARCH_ISSUES',
    with: { query: 'slow search', priority: 'high' },
    gives: { issues: [{ id: 'ISS-5' }] },
  },
  {
    says: 'a bug is assigned',
    tool: 'ISSUES_UPDATE_ISSUE',
    with: { issue_id: 'ISS-5', assignee: 'ada', title: 'Search is very slow' },
    gives: { assignee: 'ada', title: 'Search is very slow', labels: ['bug'] },
  },
  {
    says: 'a bug is taken from its assignee by null',
    tool: 'ISSUES_UPDATE_ISSUE',
    with: { issue_id: 'ISS-5', assignee: null },
    gives: { assignee: null },
  },
  {
    says: 'a comment is written',
    tool: 'ISSUES_ADD_COMMENT',
    with: { issue_id: 'ISS-5', body: 'Seen with 10,000 products.' },
    gives: { comments: 1 },
  },
  {
    says: 'the discussion can be read',
    tool: 'ISSUES_LIST_COMMENTS',
    with: { issue_id: 'ISS-5' },
    gives: {
      comments: [{ author: 'you', body: 'Seen with 10,000 products.', created_at: '2026-11-24T12:00:00Z' }],
    },
  },
  {
    says: 'an issue is closed with a reason',
    tool: 'ISSUES_CLOSE_ISSUE',
    with: { issue_id: 'ISS-5', reason: 'duplicate' },
    gives: { state: 'closed', closed_reason: 'duplicate' },
  },
  {
    says: 'closed issues are left out unless asked for',
    tool: 'ISSUES_SEARCH_ISSUES',
    with: { state: 'closed' },
    gives: { total: 1, issues: [{ id: 'ISS-5' }] },
  },
  {
    says: 'an issue is opened again',
    tool: 'ISSUES_REOPEN_ISSUE',
    with: { issue_id: 'ISS-5' },
    gives: { state: 'open', closed_reason: null },
  },
  {
    says: 'one issue can be read',
    tool: 'ISSUES_GET_ISSUE',
    with: { issue_id: 'ISS-5' },
    gives: { title: 'Search is very slow', comments: 1 },
  },
  {
    says: 'a label is made',
    tool: 'ISSUES_CREATE_LABEL',
    with: { name: 'slow', color: '#ff0000' },
    gives: { name: 'slow' },
  },
  {
    says: 'a label whose name starts with a dash is refused',
    tool: 'ISSUES_CREATE_LABEL',
    with: { name: '-slow' },
    fails: '422 Client Error',
  },
  {
    says: 'a label that exists is refused',
    tool: 'ISSUES_CREATE_LABEL',
    with: { name: 'bug' },
    fails: '409 Client Error: Conflict',
  },
  {
    says: 'the labels are listed',
    tool: 'ISSUES_LIST_LABELS',
    with: {},
    gives: {
      labels: [{ name: 'bug' }, { name: 'feature' }, { name: 'docs' }, { name: 'slow', color: '#ff0000' }],
    },
  },
  {
    says: 'an issue is deleted',
    tool: 'ISSUES_DELETE_ISSUE',
    with: { issue_id: 'ISS-5' },
    gives: { deleted: true },
  },
  {
    says: 'a deleted issue is gone',
    tool: 'ISSUES_GET_ISSUE',
    with: { issue_id: 'ISS-5' },
    fails: '404 Client Error',
  },
];
