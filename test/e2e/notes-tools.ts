import { type WireTool, wireTool } from '../support/odd-tools.js';

const toolkit = { slug: 'notes', name: 'Notes', logo: 'https://logos.example/notes' };

/** Changes nothing, and says so. */
export const READ_NOTE = 'NOTES_READ_NOTE';
/** Changes something. */
export const WRITE_NOTE = 'NOTES_WRITE_NOTE';

/** A toolkit of two tools, whose descriptions tell whose they are. */
export function notesTools(): WireTool[] {
  return [
    wireTool({
      slug: READ_NOTE,
      toolkit,
      description: 'Reads a note of %KEY%.',
      tags: ['readOnlyHint'],
      input_parameters: { type: 'object', properties: { id: { type: 'string' } } },
    }),
    wireTool({
      slug: WRITE_NOTE,
      toolkit,
      description: 'Writes a note for %KEY%.',
      input_parameters: {
        type: 'object',
        properties: {
          text: { type: 'string', description: 'What to write' },
          number: { type: 'number' },
          tags: { type: 'array', items: { type: 'string' } },
        },
        required: ['text'],
      },
    }),
  ];
}
