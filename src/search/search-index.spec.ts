import { SearchIndex } from './search-index.js';
import { Tool } from '../catalogue/tool.js';

const tool = (slug: string, description: string, ...tags: string[]) =>
  Tool.of({ slug, description, toolkit: { slug: slug.split('_')[0]!.toLowerCase() }, tags }) as Tool;

const TOOLS = [
  tool('MAIL_SEND_EMAIL', 'Sends an email right away.', 'important'),
  tool('MAIL_SEARCH_MESSAGES', 'Finds emails in the mailbox.'),
  tool('CALENDAR_CREATE_EVENT', 'Puts an appointment into the calendar.'),
  tool('ISSUES_CREATE_ISSUE', 'Files a new issue.'),
  tool('CLASSES_CALL_CONSTRUCTOR', 'Makes an object.'),
  tool('CLOCK_WHAT_IS_NOW', 'Tells the time.'),
  tool('OTHER_CREATE_ISSUE', 'Files a new issue.'),
];
const index = new SearchIndex(TOOLS);
const slugs = (query: string, limit = 3) => index.search(query, limit).map(({ slug }) => slug);

describe('a search', () => {
  it.each([
    ['write a mail', 'MAIL_SEND_EMAIL'],
    ['look for emails', 'MAIL_SEARCH_MESSAGES'],
    ['book an apointment', 'CALENDAR_CREATE_EVENT'],
    ['file a bug', 'ISSUES_CREATE_ISSUE'],
    ['constructor', 'CLASSES_CALL_CONSTRUCTOR'],
    ['what is', 'CLOCK_WHAT_IS_NOW'],
    ['MAIL_SEARCH_MESSAGES', 'MAIL_SEARCH_MESSAGES'],
    ['other create issue', 'OTHER_CREATE_ISSUE'],
  ])('for %j finds %s first', (query, slug) => {
    expect(slugs(query)[0]).toBe(slug);
  });

  it.each(['', ' ', '?', '🙂', '\ud800', '__proto__', 'toString', 'qqqqqq'])(
    'for %j finds nothing',
    (query) => {
      expect(slugs(query)).toEqual([]);
    },
  );

  it('finds no more than asked for, the best first and equal ones in the order given', () => {
    expect(slugs('create', 2)).toHaveLength(2);
    expect(slugs('create', 0)).toEqual([]);
    const twins = ['B_SEND', 'A_SEND', 'C_SEND'].map((slug) => tool(slug, 'Sends.'));
    expect(new SearchIndex(twins).search('send', 3)).toEqual(twins);
  });

  it('leaves out and prefers what it is told to', () => {
    const others = index.search('file an issue', 3, ({ toolkit }) => (toolkit === 'issues' ? 0 : 1));
    expect(others.map(({ slug }) => slug)).not.toContain('ISSUES_CREATE_ISSUE');
    const [preferred] = index.search('file an issue', 3, ({ toolkit }) => (toolkit === 'other' ? 2 : 1));
    expect(preferred?.slug).toBe('OTHER_CREATE_ISSUE');
  });

  it('reads no more than the beginning of a megabyte', () => {
    expect(slugs(`send an email ${'x'.repeat(1_000_000)}`)[0]).toBe('MAIL_SEND_EMAIL');
  });
});

describe('an index', () => {
  it('finds the same however it was built', async () => {
    const built = await SearchIndex.build(TOOLS);
    for (const query of ['write a mail', 'issue', 'create']) {
      expect(built.search(query, 5)).toEqual(index.search(query, 5));
    }
    expect(built.tools).toBe(TOOLS);
  });

  it('may be empty', async () => {
    expect(new SearchIndex([]).search('mail', 5)).toEqual([]);
    expect((await SearchIndex.build([])).search('mail', 5)).toEqual([]);
  });

  it('lets others have their turn while it is built', async () => {
    let turns = 0;
    const many = Array.from({ length: 5_000 }, (_, number) =>
      tool(`MAIL_SEND_${number}`, 'Sends one of many emails, as it was told to. '.repeat(5)),
    );
    const counting = setInterval(() => turns++, 1);
    await SearchIndex.build(many);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(1);
  });
});
