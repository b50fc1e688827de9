import type { Arguments } from '../../definition/arguments.js';
import { isoTime } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { flag, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { check, countOpen, plainText, type Block, type Notebook } from './notebook.js';

const pageId = text('Id of the page.', { examples: ['page_1'] });
const WRITE_SCOPES = ['notes.write'];

/** The note tools that change what is on a page. */
export const noteBlocks = [
  tool<Notebook>({
    slug: 'NOTES_APPEND_BLOCKS',
    name: 'Append blocks to page',
    description:
      'Adds paragraphs, headings, list items or to-dos to the end of a page; a block may hold further blocks, which ' +
      'are indented below it. Use it to extend notes or to write a check list. Returns the text of the page.',
    input: {
      $defs: {
        Block: {
          type: 'object',
          properties: {
            type: { $ref: '#/$defs/BlockType' },
            text: text('What it says.'),
            checked: flag('For a to-do: whether it is done.', { default: false }),
            children: list('Blocks indented below this one.', { $ref: '#/$defs/Block' }),
          },
          required: ['text'],
        },
        BlockType: {
          type: 'string',
          enum: ['paragraph', 'heading', 'bullet', 'to_do'],
          default: 'paragraph',
        },
      },
      ...object(
        { page_id: pageId, blocks: list('The blocks to add.', { $ref: '#/$defs/Block' }, { minItems: 1 }) },
        ['page_id', 'blocks'],
      ),
    },
    output: { page_id: text('Id of the page.'), text: text('The whole text of the page now.') },
    tags: ['important', 'updateHint', 'blocks'],
    scopes: WRITE_SCOPES,
    run: (args, notebook, { now }) => {
      const page = notebook.get(args.text('page_id'));
      page.blocks = [...page.blocks, ...args.groups('blocks').map(readBlock)];
      page.edited_at = isoTime(now);
      return { page_id: page.id, text: plainText(page.blocks) };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_CHECK_TO_DO',
    name: 'Check off to-do',
    description: 'Marks a to-do on a page as done, or as not done. Returns the text of the page.',
    input: object(
      {
        page_id: pageId,
        text: text('The text of the to-do.'),
        checked: flag('False marks it as not done.', { default: true }),
      },
      ['page_id', 'text'],
    ),
    output: { page_id: text('Id of the page.'), text: text('The whole text of the page now.') },
    tags: ['updateHint', 'idempotentHint', 'blocks'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      const { blocks, found } = check(page.blocks, args.text('text'), args.flag('checked', true));
      if (!found) throw new ProviderFailure(404, 'No such to-do on the page.', `pages/${page.id}/blocks`);
      page.blocks = blocks;
      return { page_id: page.id, text: plainText(blocks) };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_SET_PAGE_PROPERTIES',
    name: 'Set page properties',
    description:
      'Notes facts about a page by name, such as a status, an owner or a due date. Returns all of them.',
    input: object(
      {
        page_id: pageId,
        properties: {
          type: 'object',
          description: 'The facts, by names in lower case.',
          patternProperties: { '^[a-z][a-z_]*$': { anyOf: [{ type: 'string' }, { type: 'number' }] } },
          additionalProperties: false,
        },
      },
      ['page_id', 'properties'],
    ),
    output: {
      page_id: text('Id of the page.'),
      properties: { type: 'object', description: 'All facts now.' },
    },
    tags: ['updateHint', 'idempotentHint', 'properties'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      page.properties = { ...page.properties, ...args.record('properties') };
      return { page_id: page.id, properties: page.properties };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_SET_PAGE_ICON',
    name: 'Set page icon',
    description: 'Puts an icon before the title of a page, such as an emoji. Returns the icon.',
    // The reference dangles: the definitions were lost on the way, as happens to tools of the real catalogue.
    input: object({ page_id: pageId, icon: { $ref: '#/$defs/Icon' } }, ['page_id', 'icon']),
    output: { page_id: text('Id of the page.'), icon: { description: 'The icon, as it was given.' } },
    tags: ['updateHint', 'idempotentHint', 'properties'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      page.icon = args.value('icon');
      return { page_id: page.id, icon: page.icon };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_COUNT_OPEN_TO_DOS',
    name: 'Count open to-dos',
    description: 'Tells how many to-dos are not done yet, on all pages together and on each.',
    input: object({}),
    output: {
      open: integer('How many are open in all.'),
      by_page: { type: 'object', description: 'By page id.' },
    },
    tags: ['readOnlyHint', 'idempotentHint', 'blocks'],
    run: (_args, notebook) => {
      const counts = notebook.all().map((page) => [page.id, countOpen(page.blocks)] as const);
      const open = counts.reduce((sum, [, count]) => sum + count, 0);
      return { open, by_page: Object.fromEntries(counts.filter(([, count]) => count > 0)) };
    },
  }),
];

function readBlock(block: Arguments): Block {
  return {
    type: block.text('type', 'paragraph'),
    text: block.text('text'),
    checked: block.flag('checked', false),
    children: block.has('children') ? block.groups('children').map(readBlock) : [],
  };
}
