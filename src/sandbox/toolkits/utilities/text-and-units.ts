import { createHash } from 'node:crypto';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { choice, integer, number, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import type { Memory } from './memory.js';

/** How many of its base unit one of each unit is. Temperatures have no such factor and are left out. */
const UNITS = new Map<string, { readonly base: string; readonly factor: number }>([
  ['mm', { base: 'm', factor: 0.001 }],
  ['cm', { base: 'm', factor: 0.01 }],
  ['m', { base: 'm', factor: 1 }],
  ['km', { base: 'm', factor: 1000 }],
  ['inch', { base: 'm', factor: 0.0254 }],
  ['foot', { base: 'm', factor: 0.3048 }],
  ['mile', { base: 'm', factor: 1609.344 }],
  ['g', { base: 'kg', factor: 0.001 }],
  ['kg', { base: 'kg', factor: 1 }],
  ['ounce', { base: 'kg', factor: 0.028349523125 }],
  ['pound', { base: 'kg', factor: 0.45359237 }],
  ['second', { base: 's', factor: 1 }],
  ['minute', { base: 's', factor: 60 }],
  ['hour', { base: 's', factor: 3600 }],
  ['day', { base: 's', factor: 86_400 }],
]);

const CASES = new Map<string, (value: string) => string>([
  ['upper', (value) => value.toUpperCase()],
  ['lower', (value) => value.toLowerCase()],
  ['title', (value) => value.toLowerCase().replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())],
  [
    'slug',
    (value) =>
      value
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join('-') ?? '',
  ],
]);

/** The utilities that work on texts and measures. */
export const textAndUnits = [
  tool<Memory>({
    slug: 'UTILITIES_CONVERT_UNITS',
    name: 'Convert units',
    description:
      'Converts a length, weight or duration into another unit: miles into kilometres, pounds into kilograms.',
    input: object(
      {
        value: number('How much it is.'),
        from: choice('The unit it is in.', [...UNITS.keys()]),
        to: choice('The unit to convert it into.', [...UNITS.keys()]),
      },
      ['value', 'from', 'to'],
      { additionalProperties: false },
    ),
    output: { value: number('How much it is in the new unit.'), unit: text('The new unit.') },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'units'],
    run: (args) => {
      const [from, to] = [UNITS.get(args.text('from')), UNITS.get(args.text('to'))];
      if (!from || !to || from.base !== to.base) {
        throw new ProviderFailure(
          400,
          `Cannot convert ${args.text('from')} into ${args.text('to')}.`,
          'units',
        );
      }
      return {
        value: Number(((args.number('value') * from.factor) / to.factor).toPrecision(12)),
        unit: args.text('to'),
      };
    },
  }),
  tool<Memory>({
    slug: 'UTILITIES_COUNT_WORDS',
    name: 'Count words',
    description:
      'Counts the words, characters and lines of a text. Use it to check whether a text is short enough.',
    input: object({ text: text('The text to count.') }, ['text']),
    output: { words: integer('Words.'), characters: integer('Characters.'), lines: integer('Lines.') },
    tags: ['readOnlyHint', 'idempotentHint', 'text'],
    run: (args) => {
      const value = args.text('text');
      const words = value.split(/\s+/).filter(Boolean).length;
      return { words, characters: Array.from(value).length, lines: value.split('\n').length };
    },
  }),
  tool<Memory>({
    slug: 'UTILITIES_CHANGE_CASE',
    name: 'Change case of text',
    description:
      'Writes a text in capital letters, small letters, as a title, or as the slug of a web address.',
    input: object({ text: text('The text.'), case: choice('How to write it.', [...CASES.keys()]) }, [
      'text',
      'case',
    ]),
    output: { text: text('The text as asked for.') },
    tags: ['readOnlyHint', 'idempotentHint', 'text'],
    run: (args) => {
      const change = CASES.get(args.text('case'));
      if (!change) throw new ProviderFailure(400, `Unknown case: ${args.text('case')}`, 'text');
      return { text: change(args.text('text')) };
    },
  }),
  tool<Memory>({
    slug: 'UTILITIES_HASH_TEXT',
    name: 'Hash text',
    description: 'Works out the SHA-256 or MD5 checksum of a text, in hexadecimal.',
    input: object(
      {
        text: text('The text.'),
        algorithm: choice('Which checksum.', ['sha256', 'md5'], { default: 'sha256' }),
      },
      ['text'],
    ),
    output: { hash: text('The checksum.') },
    tags: ['readOnlyHint', 'idempotentHint', 'text'],
    run: (args) => {
      const algorithm = args.text('algorithm', 'sha256') === 'md5' ? 'md5' : 'sha256';
      return { hash: createHash(algorithm).update(args.text('text')).digest('hex') };
    },
  }),
];
