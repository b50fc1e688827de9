import { z } from 'zod';

export const toolkit = z
  .object({
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    logo: z.string().nullable(),
    categories: z.array(z.string()),
    tools_count: z.int().nullable().describe('How many tools Composio counts; null where it does not say.'),
    no_auth: z.boolean().describe('Its tools run without a connected account.'),
    connected: z.boolean().describe('The user has an active connection.'),
  })
  .meta({ id: 'Toolkit', description: 'An app of Composio.' });
export type Toolkit = z.output<typeof toolkit>;

export const toolkitList = z
  .object({ items: z.array(toolkit).describe('The most used first.'), total_items: z.int() })
  .meta({ id: 'ToolkitList' });
export type ToolkitList = z.output<typeof toolkitList>;
