import type { Arguments } from '../../definition/arguments.js';
import { isoTime } from '../../definition/moment.js';
import { choice, flag, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { hasWords } from '../../definition/words.js';
import { open, type Issue, type Tracker } from './tracker.js';

const issueParts = {
  id: text('Id of the issue.'),
  title: text('What it is about.'),
  body: text('The description.'),
  state: choice('Whether it still needs work.', ['open', 'closed']),
  priority: text('How urgent it is.'),
  assignee: text('Who works on it.', { nullable: true }),
  labels: list('The labels it carries.'),
  comments: integer('How many comments it has.'),
};

const issueId = text('Id of the issue.', { examples: ['ISS-1'] });
const WRITE_SCOPES = ['issues:write'];
const READ_SCOPES = ['issues:read'];

/** The tools that file issues and carry them to their end. */
export const issueWork = [
  tool<Tracker>({
    slug: 'ISSUES_CREATE_ISSUE',
    name: 'Create issue',
    description:
      'Files a new issue: a bug report, a feature request or a task for the team. Use it when somebody reports a ' +
      'problem or wants something done. Returns the issue with the id it got.',
    input: {
      $defs: { Priority: { type: 'string', enum: ['low', 'medium', 'high', 'urgent'], title: 'Priority' } },
      ...object(
        {
          title: text('One line that says what it is about.', { minLength: 3, maxLength: 200 }),
          body: text('The description, in Markdown.', { default: '' }),
          // How generators wrap a reference that also has a default.
          priority: {
            allOf: [{ $ref: '#/$defs/Priority' }],
            default: 'medium',
            description: 'How urgent it is.',
          },
          assignee: text('Login of the person who should work on it.', { default: null }),
          labels: list('Labels to put on it.', { type: 'string' }, { maxItems: 10, uniqueItems: true }),
          custom_fields: {
            type: 'object',
            description: 'Fields of your own, by name.',
            additionalProperties: true,
          },
        },
        ['title'],
      ),
    },
    output: issueParts,
    tags: ['important', 'createHint', 'issues'],
    scopes: WRITE_SCOPES,
    run: (args, tracker, { now }) => {
      const draft = {
        title: args.text('title'),
        body: args.text('body', ''),
        priority: args.text('priority', 'medium'),
        assignee: args.optionalText('assignee') ?? null,
        labels: args.texts('labels', []),
        custom_fields: args.record('custom_fields', {}),
      };
      return view(open(tracker, draft, isoTime(now)));
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_GET_ISSUE',
    name: 'Get issue',
    description:
      'Reads one issue: title, description, state, priority, labels, who works on it and custom fields.',
    input: object({ issue_id: issueId }, ['issue_id']),
    output: issueParts,
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'issues'],
    scopes: READ_SCOPES,
    run: (args, tracker) => view(tracker.issues.get(args.text('issue_id'))),
  }),
  tool<Tracker>({
    slug: 'ISSUES_SEARCH_ISSUES',
    name: 'Search issues',
    description:
      'Finds issues by words, state, label, priority or assignee, newest first. Use it to see open bugs, to find out ' +
      'whether a problem was reported already, or to list the work of one person. Returns the issues with their ids.',
    input: object({
      query: text('Words that the title or the description have to contain.', { default: '' }),
      state: choice('Which issues to look at.', ['open', 'closed', 'all'], { default: 'open' }),
      label: text('A label they have to carry.'),
      priority: text('The priority they have to have.'),
      assignee: text('Login of the person they are assigned to.'),
      limit: integer('How many issues to return at most.', { default: 20, minimum: 1, maximum: 100 }),
    }),
    output: {
      issues: list('The issues, newest first.', object(issueParts)),
      total: integer('How many fit in all.'),
    },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'issues'],
    scopes: READ_SCOPES,
    run: (args, tracker) => {
      const found = tracker.issues.all().filter((issue) => fits(issue, args));
      return {
        issues: found.toReversed().slice(0, args.integer('limit', 20)).map(view),
        total: found.length,
      };
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_UPDATE_ISSUE',
    name: 'Update issue',
    description:
      'Changes the title, description, priority, labels or assignee of an issue; what is left out stays as it is. ' +
      'Use it to assign a task to somebody or to make it more urgent. Null as assignee means nobody.',
    input: object(
      {
        issue_id: issueId,
        title: text('The new title.'),
        body: text('The new description.'),
        priority: text('The new priority.'),
        assignee: {
          description: 'Login of the new assignee, or null.',
          anyOf: [{ type: 'string' }, { type: 'null' }],
        },
        labels: list('All labels from now on.'),
      },
      ['issue_id'],
    ),
    output: issueParts,
    tags: ['updateHint', 'idempotentHint', 'issues'],
    scopes: WRITE_SCOPES,
    run: (args, tracker, { now }) => {
      const issue = tracker.issues.get(args.text('issue_id'));
      issue.title = args.text('title', issue.title);
      issue.body = args.text('body', issue.body);
      issue.priority = args.text('priority', issue.priority);
      issue.labels = args.texts('labels', issue.labels);
      if (args.mentions('assignee')) issue.assignee = args.optionalText('assignee') ?? null;
      issue.updated_at = isoTime(now);
      return view(issue);
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_CLOSE_ISSUE',
    name: 'Close issue',
    description: 'Closes an issue because it is done or will not be done. Returns the closed issue.',
    input: object(
      {
        issue_id: issueId,
        reason: choice('Why it is closed.', ['completed', 'not_planned', 'duplicate'], {
          default: 'completed',
        }),
      },
      ['issue_id'],
    ),
    output: issueParts,
    tags: ['updateHint', 'idempotentHint', 'issues'],
    scopes: WRITE_SCOPES,
    run: (args, tracker) => {
      const issue = tracker.issues.get(args.text('issue_id'));
      Object.assign(issue, { state: 'closed', closed_reason: args.text('reason', 'completed') });
      return view(issue);
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_REOPEN_ISSUE',
    name: 'Reopen issue',
    description: 'Opens a closed issue again, for instance because the bug came back. Returns the issue.',
    input: object({ issue_id: issueId }, ['issue_id']),
    output: issueParts,
    tags: ['updateHint', 'idempotentHint', 'issues'],
    scopes: WRITE_SCOPES,
    run: (args, tracker) => {
      const issue = tracker.issues.get(args.text('issue_id'));
      Object.assign(issue, { state: 'open', closed_reason: null });
      return view(issue);
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_DELETE_ISSUE',
    name: 'Delete issue',
    description:
      'Deletes an issue with all its comments, for good. To finish an issue and keep it, use ISSUES_CLOSE_ISSUE.',
    input: object({ issue_id: issueId }, ['issue_id']),
    output: { issue_id: text('Id of the deleted issue.'), deleted: flag('Always true.') },
    tags: ['destructiveHint', 'mcpIgnore'],
    scopes: ['issues:admin'],
    run: (args, tracker) => ({ issue_id: tracker.issues.remove(args.text('issue_id')).id, deleted: true }),
  }),
];

function fits(issue: Issue, args: Arguments): boolean {
  const state = args.text('state', 'open');
  return (
    hasWords(args.text('query', ''), issue.title, issue.body) &&
    (state === 'all' || state === issue.state) &&
    (!args.has('label') || issue.labels.includes(args.text('label'))) &&
    (!args.has('priority') || issue.priority === args.text('priority')) &&
    (!args.has('assignee') || issue.assignee === args.text('assignee'))
  );
}

function view(issue: Issue): Record<string, unknown> {
  return { ...issue, comments: issue.comments.length };
}
