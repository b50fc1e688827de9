import { flag, integer, list, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { hasWords } from '../../definition/words.js';
import { plainText, write, type Notebook, type Page } from './notebook.js';

const pageParts = {
  page_id: text('Id of the page.'),
  title: text('Its title.'),
  edited_at: text('When it was last changed.', { format: 'date-time' }),
};

const pageId = text('Id of the page.', { examples: ['page_1'] });
const READ_SCOPES = ['notes.read'];
const WRITE_SCOPES = ['notes.write'];

/** The note tools that work with whole pages. */
export const notePages = [
  tool<Notebook>({
    slug: 'NOTES_CREATE_PAGE',
    name: 'Create page',
    description:
      'Writes a new page of notes. Use it to keep minutes, ideas or a to-do list. Each line of the text becomes a ' +
      'paragraph; lists and headings are added with NOTES_APPEND_BLOCKS. Returns the id of the page.',
    input: object({ title: text('Title of the page.'), text: text('What to write.', { default: '' }) }, [
      'title',
    ]),
    output: pageParts,
    tags: ['important', 'createHint', 'pages'],
    scopes: WRITE_SCOPES,
    run: (args, notebook, { now }) => brief(write(notebook, args.text('title'), args.text('text', ''), now)),
  }),
  tool<Notebook>({
    slug: 'NOTES_SEARCH_PAGES',
    name: 'Search pages',
    description:
      'Finds pages by words in their title or text, last changed first. Use it to look something up in the notes ' +
      'of the user. Without a query it lists all pages.',
    input: object({
      query: text('Words that the page has to contain.', { default: '' }),
      include_archived: flag('Look at archived pages too.', { default: false }),
      limit: integer('How many pages to return at most.', { default: 20, minimum: 1, maximum: 100 }),
    }),
    output: { pages: list('The pages.', object(pageParts)) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'pages'],
    scopes: READ_SCOPES,
    run: (args, notebook) => {
      const archived = args.flag('include_archived', false);
      const query = args.text('query', '');
      const pages = notebook
        .all()
        .filter((page) => (archived || !page.archived) && hasWords(query, page.title, plainText(page.blocks)))
        .toSorted((a, b) => b.edited_at.localeCompare(a.edited_at));
      return { pages: pages.slice(0, args.integer('limit', 20)).map(brief) };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_GET_PAGE',
    name: 'Get page',
    description: 'Reads a page in full: its text, its blocks, its properties and its icon.',
    input: object({ page_id: pageId }, ['page_id']),
    output: { ...pageParts, text: text('The whole text.'), blocks: list('The blocks.', { type: 'object' }) },
    tags: ['important', 'readOnlyHint', 'idempotentHint', 'pages'],
    scopes: READ_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      const { blocks, properties, icon, archived } = page;
      return { ...brief(page), text: plainText(blocks), blocks, properties, icon, archived };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_RENAME_PAGE',
    name: 'Rename page',
    description: 'Gives a page another title. Returns the page.',
    input: object({ page_id: pageId, title: text('The new title.', { minLength: 1 }) }, ['page_id', 'title']),
    output: pageParts,
    tags: ['updateHint', 'idempotentHint', 'pages'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      page.title = args.text('title');
      return brief(page);
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_ARCHIVE_PAGE',
    name: 'Archive page',
    description: 'Puts a page away, so that searches leave it out, or brings it back. Nothing is lost.',
    input: object({ page_id: pageId, archived: flag('False brings the page back.', { default: true }) }, [
      'page_id',
    ]),
    output: { page_id: text('Id of the page.'), archived: flag('Whether it is put away now.') },
    tags: ['updateHint', 'idempotentHint', 'pages'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => {
      const page = notebook.get(args.text('page_id'));
      page.archived = args.flag('archived', true);
      return { page_id: page.id, archived: page.archived };
    },
  }),
  tool<Notebook>({
    slug: 'NOTES_DELETE_PAGE',
    name: 'Delete page',
    description: 'Deletes a page for good. To put it away and keep it, use NOTES_ARCHIVE_PAGE.',
    input: object({ page_id: pageId }, ['page_id']),
    output: { page_id: text('Id of the deleted page.'), deleted: flag('Always true.') },
    tags: ['destructiveHint'],
    scopes: WRITE_SCOPES,
    run: (args, notebook) => ({ page_id: notebook.remove(args.text('page_id')).id, deleted: true }),
  }),
];

function brief(page: Page): Record<string, unknown> {
  return { page_id: page.id, title: page.title, edited_at: page.edited_at };
}
