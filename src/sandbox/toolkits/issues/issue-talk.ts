import { isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Tracker } from './tracker.js';

const label = object({ name: text('Name of the label.'), color: text('Its colour, as #rrggbb.') });

/** The tools around an issue: its comments, and the labels of the tracker. */
export const issueTalk = [
  tool<Tracker>({
    slug: 'ISSUES_ADD_COMMENT',
    name: 'Add comment to issue',
    description: 'Writes a comment under an issue. Use it to answer, to ask, or to note what was found out.',
    input: object(
      {
        issue_id: text('Id of the issue.', { examples: ['ISS-1'] }),
        body: text('The comment, in Markdown.', { minLength: 1 }),
      },
      // `actor` is not a property: the name survived from an older version of the tool.
      ['issue_id', 'body', 'actor'],
    ),
    output: { issue_id: text('Id of the issue.'), comments: integer('How many comments it has now.') },
    tags: ['createHint', 'comments'],
    scopes: ['issues:write'],
    run: (args, tracker, { now }) => {
      const issue = tracker.issues.get(args.text('issue_id'));
      issue.comments.push({ author: 'you', body: args.text('body'), created_at: isoTime(now) });
      return { issue_id: issue.id, comments: issue.comments.length };
    },
  }),
  tool<Tracker>({
    slug: 'ISSUES_LIST_COMMENTS',
    name: 'List comments of issue',
    description: 'Reads the discussion under an issue, oldest comment first, with author and time of each.',
    input: object({ issue_id: text('Id of the issue.') }, ['issue_id']),
    output: {
      comments: list('The comments.', object({ author: text('Who wrote it.'), body: text('What it says.') })),
    },
    tags: ['readOnlyHint', 'idempotentHint', 'comments'],
    scopes: ['issues:read'],
    run: (args, tracker) => ({ comments: tracker.issues.get(args.text('issue_id')).comments }),
  }),
  tool<Tracker>({
    slug: 'ISSUES_LIST_LABELS',
    name: 'List labels of tracker',
    description: 'Lists the labels that issues can carry, each with its colour.',
    input: {},
    output: { labels: list('The labels.', label) },
    tags: ['readOnlyHint', 'idempotentHint', 'labels'],
    run: (_args, tracker) => ({ labels: tracker.labels }),
  }),
  tool<Tracker>({
    slug: 'ISSUES_CREATE_LABEL',
    name: 'Create label',
    description: 'Makes a new label that issues can carry. Returns the label.',
    input: object(
      {
        name: text('Name of the label: lower-case letters, digits and dashes, no dash first.', {
          // A lookahead: regular expression engines that promise linear time refuse it.
          pattern: '^(?!-)[a-z0-9-]{1,30}$',
        }),
        color: text('Its colour.', { pattern: '^#[0-9a-f]{6}$', default: '#cccccc' }),
      },
      ['name'],
    ),
    output: { name: text('Name of the label.'), color: text('Its colour.') },
    tags: ['createHint', 'labels'],
    scopes: ['issues:write'],
    run: (args, tracker) => {
      const name = args.text('name');
      if (name.startsWith('-') || !/^[a-z0-9-]{1,30}$/.test(name)) {
        throw new ProviderFailure(422, `Label name is not valid: ${name}`, 'labels');
      }
      if (tracker.labels.some((entry) => entry.name === name)) {
        throw new ProviderFailure(409, `Label ${name} exists already.`, 'labels');
      }
      const made = { name, color: args.text('color', '#cccccc') };
      tracker.labels.push(made);
      return made;
    },
  }),
];
