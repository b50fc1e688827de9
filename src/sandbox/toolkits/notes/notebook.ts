import { daysFrom, isoTime } from '../../definition/moment.js';
import { Records } from '../../definition/records.js';

export interface Block {
  readonly type: string;
  readonly text: string;
  readonly checked: boolean;
  readonly children: readonly Block[];
}

export interface Page {
  readonly id: string;
  title: string;
  blocks: readonly Block[];
  properties: Readonly<Record<string, unknown>>;
  icon: unknown;
  archived: boolean;
  edited_at: string;
}

export type Notebook = Records<Page>;

/** A notebook with three pages. */
export function seedNotebook(now: Date): Notebook {
  const notebook: Notebook = new Records('page', 'page_');
  write(notebook, 'Reading list', 'The garden of forking paths', new Date(daysFrom(now, -12, '20:00')));
  write(
    notebook,
    'Trip to Lisbon',
    'Ask about the seat near the window.',
    new Date(daysFrom(now, -4, '18:30')),
  );
  write(
    notebook,
    'Retrospective',
    'What went well: the release. What did not: prices.',
    new Date(daysFrom(now, -1, '17:00')),
  );
  return notebook;
}

/** Adds a page; each line of the text becomes a paragraph. */
export function write(notebook: Notebook, title: string, text: string, now: Date): Page {
  const lines = text.split('\n').filter(Boolean);
  const blocks = lines.map((line) => ({ type: 'paragraph', text: line, checked: false, children: [] }));
  return notebook.add((id) => ({
    id,
    title,
    blocks,
    properties: {},
    icon: null,
    archived: false,
    edited_at: isoTime(now),
  }));
}

/** The text of blocks, one line each, inner blocks indented. */
export function plainText(blocks: readonly Block[], indent = ''): string {
  return blocks
    .map((block) => {
      const mark = block.type === 'to_do' ? (block.checked ? '[x] ' : '[ ] ') : '';
      const inner = block.children.length > 0 ? `\n${plainText(block.children, `${indent}  `)}` : '';
      return `${indent}${mark}${block.text}${inner}`;
    })
    .join('\n');
}

/** How many to-dos among the blocks, inner ones included, are not done. */
export function countOpen(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const own = block.type === 'to_do' && !block.checked ? 1 : 0;
    return sum + own + countOpen(block.children);
  }, 0);
}

/** The blocks with the first to-do of this text checked or unchecked, and whether there was one. */
export function check(
  blocks: readonly Block[],
  text: string,
  checked: boolean,
): { blocks: Block[]; found: boolean } {
  let found = false;
  const changed = blocks.map((block) => {
    if (found) return block;
    if (block.type === 'to_do' && block.text === text) {
      found = true;
      return { ...block, checked };
    }
    const inner = check(block.children, text, checked);
    found = inner.found;
    return inner.found ? { ...block, children: inner.blocks } : block;
  });
  return { blocks: changed, found };
}
