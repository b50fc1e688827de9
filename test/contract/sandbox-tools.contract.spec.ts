import { Composio } from '@composio/client';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { TOOLS } from '../../src/sandbox/toolkits/catalogue.js';
import { connect } from './sandbox-connect.js';
import { calendarStory } from './sandbox-stories/calendar.js';
import { chatStory } from './sandbox-stories/chat.js';
import { contactsStory } from './sandbox-stories/contacts.js';
import { filesStory } from './sandbox-stories/files.js';
import { invoicesStory } from './sandbox-stories/invoices.js';
import { issuesStory } from './sandbox-stories/issues.js';
import { mailStory } from './sandbox-stories/mail.js';
import { notesStory } from './sandbox-stories/notes.js';
import { sheetsStory } from './sandbox-stories/sheets.js';
import { NOW } from './sandbox-stories/story.js';
import { utilitiesStory } from './sandbox-stories/utilities.js';

const STORIES = {
  mail: mailStory,
  calendar: calendarStory,
  issues: issuesStory,
  files: filesStory,
  sheets: sheetsStory,
  notes: notesStory,
  chat: chatStory,
  contacts: contactsStory,
  invoices: invoicesStory,
  utilities: utilitiesStory,
};

const USER = 'user-1';
let sandbox: Sandbox;
let composio: Composio;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date(NOW) });
  composio = new Composio({ apiKey: sandbox.apiKey, baseURL: sandbox.url, maxRetries: 0 });
  for (const toolkit of ['chat', 'contacts', 'invoices']) await connect(composio, USER, toolkit);
});

afterAll(() => sandbox.close());

describe.each(Object.entries(STORIES))('What a user of %s gets', (_toolkit, steps) => {
  it.each(steps)('$tool: $says', async (step) => {
    const answer = await composio.tools.execute(step.tool, { user_id: USER, arguments: { ...step.with } });

    expect(answer).toMatchObject({ successful: step.fails === undefined, data: step.gives ?? {} });
    expect(answer.error ?? 'none').toContain(step.fails ?? 'none');
  });
});

it('every tool does something in one of the stories', () => {
  const told = Object.values(STORIES).flatMap((steps) => steps.filter((step) => step.gives));
  const slugs = new Set(told.map((step) => step.tool));

  // Failing is all that this one does.
  expect(TOOLS.map((tool) => tool.slug).filter((slug) => !slugs.has(slug))).toEqual(['UTILITIES_FAIL']);
});

it('every tool belongs to the toolkit whose name it starts with', () => {
  expect(TOOLS.filter((tool) => !tool.slug.startsWith(`${tool.toolkit.slug.toUpperCase()}_`))).toEqual([]);
});

it('every call that ran was noted once, with its user and how it ended', () => {
  const steps = Object.values(STORIES).flat();

  expect(sandbox.executions).toEqual(
    steps.map((step) => ({ tool: step.tool, userId: USER, apiKey: 'ak_sandbox', successful: !step.fails })),
  );
});
