import { ProviderFailure } from '../../definition/provider-failure.js';
import { integer, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';

/** What a user asked to remember, by name. */
export type Memory = Map<string, unknown>;

const NUMBER = { name: text('The name it is kept under.'), value: integer('The number, digit for digit.') };

/**
 * The utilities that keep numbers. They hand back what they were given, digit for digit: integers beyond 2^53
 * reach them as they were written in the request (see http/exact-json.ts), and leave in the same way.
 */
export const memory = [
  tool<Memory>({
    slug: 'UTILITIES_REMEMBER_NUMBER',
    name: 'Remember number',
    description:
      'Keeps a whole number under a name, however long it is, such as an order or account number. ' +
      'Returns the number as it was kept; UTILITIES_RECALL_NUMBER brings it back later.',
    input: object({ name: text('A name for it.', { minLength: 1 }), value: integer('The number to keep.') }, [
      'name',
      'value',
    ]),
    output: NUMBER,
    tags: ['updateHint', 'idempotentHint', 'memory'],
    run: (args, numbers) => {
      const name = args.text('name');
      args.integer('value');
      numbers.set(name, args.value('value'));
      return { name, value: numbers.get(name) };
    },
  }),
  tool<Memory>({
    slug: 'UTILITIES_RECALL_NUMBER',
    name: 'Recall number',
    description: 'Brings back a number that was kept under a name before.',
    input: object({ name: text('The name it was kept under.') }, ['name']),
    output: NUMBER,
    tags: ['readOnlyHint', 'idempotentHint', 'memory'],
    run: (args, numbers) => {
      const name = args.text('name');
      if (!numbers.has(name))
        throw new ProviderFailure(404, `Nothing is kept under ${name}.`, `numbers/${name}`);
      return { name, value: numbers.get(name) };
    },
  }),
];
