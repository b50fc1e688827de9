import type { Toolkit } from '../definition/toolkit.js';
import type { WireTool } from '../definition/tool.js';
import { calendar } from './calendar/calendar.js';
import { chat } from './chat/chat.js';
import { contacts } from './contacts/contacts.js';
import { files } from './files/files.js';
import { invoices } from './invoices/invoices.js';
import { issues } from './issues/issues.js';
import { mail } from './mail/mail.js';
import { notes } from './notes/notes.js';
import { sheets } from './sheets/sheets.js';
import { utilities } from './utilities/utilities.js';

/** Every toolkit of the sandbox. */
export const TOOLKITS: readonly Toolkit[] = [
  mail,
  calendar,
  issues,
  chat,
  files,
  notes,
  sheets,
  utilities,
  contacts,
  invoices,
];

/** Every tool of the sandbox, by slug: the order in which `GET /tools` lists them. */
export const TOOLS: readonly WireTool[] = TOOLKITS.flatMap((toolkit) => toolkit.tools).toSorted((a, b) =>
  a.slug < b.slug ? -1 : 1,
);

const TOOLKIT_BY_SLUG = new Map(TOOLKITS.map((toolkit) => [toolkit.slug, toolkit]));
const TOOL_BY_SLUG = new Map(TOOLS.map((tool) => [tool.slug, tool]));

/** The toolkit with this slug. */
export function findToolkit(slug: string): Toolkit | undefined {
  return TOOLKIT_BY_SLUG.get(slug);
}

/** The tool with this slug; slugs are case-sensitive. */
export function findTool(slug: string): WireTool | undefined {
  return TOOL_BY_SLUG.get(slug);
}
