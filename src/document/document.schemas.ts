import { z } from 'zod';
import { nameList } from '../caller/name-list.js';

const names = (what: string) => nameList(`Only these ${what}: a comma list. Narrows, never widens.`);

/** `search` and `auto` need room for the operations that find, run and connect tools. */
const FEWEST_WITH_SEARCH = 3;

export const documentQuery = z
  .object({
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
      .describe('At most so many operations; three or more unless the mode is direct.'),
  })
  .refine(
    ({ mode, max_tools: most = FEWEST_WITH_SEARCH }) =>
      mode === 'direct' || most < 1 || most >= FEWEST_WITH_SEARCH,
    {
      path: ['max_tools'],
      message: `must be ${FEWEST_WITH_SEARCH} or more, unless mode=direct`,
    },
  );

export type DocumentQuery = z.output<typeof documentQuery>;
