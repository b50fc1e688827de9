import { z } from 'zod';

export const server = z
  .object({
    id: z.string(),
    name: z.string(),
    toolkits: z.array(z.string()),
    allowed_tools: z.array(z.string()).describe('Empty: every tool of its toolkits.'),
    created_at: z.string().nullable(),
    updated_at: z.string().nullable(),
  })
  .meta({ id: 'Server', description: 'A Composio MCP server: a named set of toolkits and allowed tools.' });
export type Server = z.output<typeof server>;

export const serverList = z
  .object({ items: z.array(server), total_items: z.int() })
  .meta({ id: 'ServerList' });
export type ServerList = z.output<typeof serverList>;
