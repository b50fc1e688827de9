import { z } from 'zod';

const names = (what: string) =>
  z.string().max(10_000).optional().describe(`Only these ${what}: a comma list. Narrows, never widens.`);

export const documentQuery = z.object({
  toolkits: names('toolkits, by slug'),
  servers: names('MCP servers, by id or name'),
  tools: names('tools, by slug'),
  mode: z
    .enum(['auto', 'direct', 'search'])
    .default('auto')
    .describe(
      'direct: one operation for each tool, the best first, as many as fit. search: three operations that find, run and connect any tool. auto: direct while everything fits, otherwise both.',
    ),
  max_tools: z.coerce
    .number()
    .int()
    .min(1)
    .max(128)
    .optional()
    .describe('At most so many operations, and no fewer than three where search is among them.'),
});

export type DocumentQuery = z.output<typeof documentQuery>;
