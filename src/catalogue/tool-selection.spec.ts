import type { ToolFilter } from '../allowlist/tool-filter.js';
import { type Selection, selectionFor } from './tool-selection.js';

const whole = { toolkits: new Set(['mail', 'chat']), tools: undefined };
const part = { toolkits: new Set(['mail', 'notes']), tools: new Set(['MAIL_READ', 'NOTES_ADD']) };
const many = new Set(Array.from({ length: 201 }, (_, i) => `T_${i}`));
const toolkits = (...slugs: string[]): Selection => ({ kind: 'toolkits', toolkits: slugs });
const tools = (...slugs: string[]): Selection => ({ kind: 'tools', tools: slugs });

describe('selectionFor', () => {
  it.each([
    ['nothing', {}, { kind: 'choice' }],
    ['read-only and exclusions alone', { readOnly: true, excludedTools: new Set(['X']) }, { kind: 'choice' }],
    ['toolkits', { toolkits: new Set(['mail']) }, toolkits('mail')],
    ['no toolkit', { toolkits: new Set<string>() }, toolkits()],
    ['tools', { tools: new Set(['A', 'B']) }, tools('A', 'B')],
    ['tools and toolkits', { tools: new Set(['A']), toolkits: new Set(['mail']) }, tools('A')],
    ['many tools', { tools: many }, tools(...many)],
    ['many tools of known toolkits', { tools: many, toolkits: new Set(['t']) }, toolkits('t')],
    ['a server with some tools', { servers: [[part]] }, tools('MAIL_READ', 'NOTES_ADD')],
    ['a server with whole toolkits', { servers: [[whole]] }, toolkits('mail', 'chat')],
    ['both', { servers: [[whole, part]] }, toolkits('mail', 'chat', 'notes')],
    [
      'a server and toolkits',
      { servers: [[whole]], toolkits: new Set(['chat', 'github']) },
      toolkits('chat'),
    ],
    ['no server', { servers: [[]] }, tools()],
  ] satisfies [string, ToolFilter, Selection][])('for %s', (_, filter, selection) => {
    expect(selectionFor(filter)).toEqual(selection);
  });
});
