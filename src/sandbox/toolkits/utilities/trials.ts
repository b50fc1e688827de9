import { setTimeout as wait } from 'node:timers/promises';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { integer, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Memory } from './memory.js';

const MAX_WAIT_MS = 30_000;

/** The utilities that are there to try out how slow and failing tools come across. */
export const trials = [
  tool<Memory>({
    slug: 'UTILITIES_WAIT',
    name: 'Wait',
    description:
      'Answers after a number of milliseconds, 30,000 at most. Use it to see what a slow tool is like.',
    input: object({ milliseconds: integer('How long to wait.', { minimum: 0, maximum: MAX_WAIT_MS }) }, [
      'milliseconds',
    ]),
    output: { waited: integer('How long it waited, in milliseconds.') },
    tags: ['readOnlyHint', 'mcpIgnore', 'trials'],
    run: async (args) => {
      const waited = Math.min(Math.max(0, args.integer('milliseconds')), MAX_WAIT_MS);
      // A caller that went away must not keep the process from ending.
      await wait(waited, undefined, { ref: false });
      return { waited };
    },
  }),
  tool<Memory>({
    slug: 'UTILITIES_FAIL',
    name: 'Fail',
    description:
      'Fails like an app that refuses, with the status and words asked for. Use it to see what that is like.',
    input: object(
      {
        status: integer('The HTTP status of the app.', { default: 400, minimum: 400, maximum: 599 }),
        message: text('What the app says.', { default: 'The app refused.' }),
      },
      [],
    ),
    output: {},
    tags: ['readOnlyHint', 'mcpIgnore', 'trials'],
    run: (args) => {
      throw new ProviderFailure(
        args.integer('status', 400),
        args.text('message', 'The app refused.'),
        'trials',
      );
    },
  }),
];
