import { z } from 'zod';
import { nameList } from '../caller/name-list.js';

const MOST_LISTED = 1_000;

export const listToolsQuery = z.object({
  toolkits: nameList('Only tools of these toolkits: a comma list of slugs.'),
  servers: nameList('Only tools of these MCP servers: a comma list of ids or names.'),
  query: z
    .string()
    .max(1_000)
    .optional()
    .describe('Only tools that match these words, the best match first.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_LISTED)
    .default(100)
    .describe('At most so many tools at once.'),
  cursor: z.string().max(100).optional().describe('The next_cursor of the page before.'),
  format: z
    .enum(['composio', 'openai'])
    .default('composio')
    .describe("composio: as Composio describes a tool. openai: as an entry of OpenAI's `tools`."),
});
export type ListToolsQuery = z.output<typeof listToolsQuery>;

export const tool = z
  .looseObject({
    slug: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    toolkit: z.looseObject({ slug: z.string(), name: z.string() }),
    input_parameters: z.looseObject({}).describe('JSON Schema of the arguments.'),
    output_parameters: z.looseObject({}).describe('JSON Schema of what comes back.'),
    version: z.string(),
    tags: z.array(z.string()),
    no_auth: z.boolean(),
    is_deprecated: z.boolean(),
  })
  .meta({ id: 'Tool', description: 'A tool as Composio describes it.' });

const openAiTool = z
  .object({
    type: z.literal('function'),
    function: z.object({ name: z.string(), description: z.string(), parameters: z.looseObject({}) }),
  })
  .meta({ id: 'OpenAiTool', description: "A tool as an entry of OpenAI's `tools`." });

export const toolPage = z
  .object({
    items: z.array(z.union([tool, openAiTool])),
    next_cursor: z.string().nullable(),
    total_items: z.number().int(),
  })
  .meta({ id: 'ToolPage' });

export const searchToolsBody = z
  .object({
    query: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .describe(
        'What the user wants to get done, in a few words, such as "send an email" or "create a calendar event".',
      ),
    toolkits: z
      .array(z.string().max(100))
      .max(50)
      .optional()
      .describe(
        'Only look into these apps, by slug, such as "gmail" or "github". Leave out to look into all.',
      ),
    limit: z.int().min(1).max(20).default(5).describe('How many tools to return at most.'),
  })
  .meta({ id: 'SearchTools' });
export type SearchToolsBody = z.output<typeof searchToolsBody>;

const foundTool = z
  .object({
    tool: z.string().describe('What to pass on as `tool`.'),
    description: z.string(),
    toolkit: z.string(),
    read_only: z.boolean().describe('It changes nothing.'),
    connected: z.boolean().describe('The user can run it at once; otherwise connect the toolkit first.'),
    parameters: z.looseObject({}).describe('JSON Schema of what to pass on as `arguments`.'),
  })
  .meta({ id: 'FoundTool' });

export const foundTools = z
  .object({ tools: z.array(foundTool), hint: z.string() })
  .meta({ id: 'FoundTools', description: 'The best matches first.' });
export type FoundTools = z.output<typeof foundTools>;

export const executeToolBody = z
  .object({
    tool: z
      .string()
      .trim()
      .min(1)
      .max(128)
      .describe('The name of the tool, as composio_search_tools gave it.'),
    arguments: z
      .looseObject({})
      .default({})
      .describe("The tool's arguments, as its parameters in the search result describe them."),
  })
  .meta({ id: 'ExecuteTool' });
export type ExecuteToolBody = z.output<typeof executeToolBody>;

export const toolResult = z.looseObject({}).meta({
  id: 'ToolResult',
  description: 'What the tool gave back, or `{"successful": true}` where that is nothing.',
});
