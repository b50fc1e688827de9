import type { Step } from './story.js';

export const notesStory: readonly Step[] = [
  {
    says: 'pages are there from the start, last changed first',
    tool: 'NOTES_SEARCH_PAGES',
    with: {},
    gives: { pages: [{ title: 'Retrospective' }, { title: 'Trip to Lisbon' }, { title: 'Reading list' }] },
  },
  {
    says: 'a page is written',
    tool: 'NOTES_CREATE_PAGE',
    with: { title: 'Party', text: 'Saturday\nAt eight' },
    gives: { page_id: 'page_4', title: 'Party' },
  },
  {
    says: 'blocks in blocks are added to it',
    tool: 'NOTES_APPEND_BLOCKS',
    with: {
      page_id: 'page_4',
      blocks: [
        { type: 'heading', text: 'Shopping', children: [{ type: 'to_do', text: 'Lemons' }] },
        { type: 'to_do', text: 'Invite Ada', checked: true },
      ],
    },
    gives: { text: 'Saturday\nAt eight\nShopping\n  [ ] Lemons\n[x] Invite Ada' },
  },
  {
    says: 'open to-dos are counted',
    tool: 'NOTES_COUNT_OPEN_TO_DOS',
    with: {},
    gives: { open: 1, by_page: { page_4: 1 } },
  },
  {
    says: 'an inner to-do is checked off',
    tool: 'NOTES_CHECK_TO_DO',
    with: { page_id: 'page_4', text: 'Lemons' },
    gives: { text: expect.stringContaining('  [x] Lemons') },
  },
  {
    says: 'a to-do that is not there is refused',
    tool: 'NOTES_CHECK_TO_DO',
    with: { page_id: 'page_4', text: 'Limes' },
    fails: '404 Client Error',
  },
  {
    says: 'facts are noted by name',
    tool: 'NOTES_SET_PAGE_PROPERTIES',
    with: { page_id: 'page_4', properties: { status: 'planned', guests: 12 } },
    gives: { properties: { status: 'planned', guests: 12 } },
  },
  {
    says: 'an icon of any form is set',
    tool: 'NOTES_SET_PAGE_ICON',
    with: { page_id: 'page_4', icon: { type: 'emoji', emoji: '🎉' } },
    gives: { icon: { type: 'emoji', emoji: '🎉' } },
  },
  {
    says: 'a page gets another title',
    tool: 'NOTES_RENAME_PAGE',
    with: { page_id: 'page_4', title: 'Garden party' },
    gives: { title: 'Garden party' },
  },
  {
    says: 'a page can be read in full',
    tool: 'NOTES_GET_PAGE',
    with: { page_id: 'page_4' },
    gives: { title: 'Garden party', properties: { guests: 12 }, blocks: expect.any(Array), archived: false },
  },
  {
    says: 'a page is put away',
    tool: 'NOTES_ARCHIVE_PAGE',
    with: { page_id: 'page_4' },
    gives: { archived: true },
  },
  {
    says: 'a page that was put away is not found',
    tool: 'NOTES_SEARCH_PAGES',
    with: { query: 'party' },
    gives: { pages: [] },
  },
  {
    says: 'unless archived pages are asked for',
    tool: 'NOTES_SEARCH_PAGES',
    with: { query: 'party lemons', include_archived: true },
    gives: { pages: [{ page_id: 'page_4' }] },
  },
  {
    says: 'a page is deleted',
    tool: 'NOTES_DELETE_PAGE',
    with: { page_id: 'page_4' },
    gives: { deleted: true },
  },
  {
    says: 'a deleted page is gone',
    tool: 'NOTES_GET_PAGE',
    with: { page_id: 'page_4' },
    fails: '404 Client Error',
  },
];
