import { z } from 'zod';

/**
 * What this server reads of Composio's API v3.1. Upstream data is not trusted to be complete or of the right type: a member that
 * is not usable gets a plain value, and only an item without a name of its own is of no use.
 */
const text = z.string().catch('');
const maybeText = z.string().min(1).nullable().catch(null);
const flag = z.boolean().catch(false);
const slugs = z
  .array(z.string().catch(''))
  .catch([])
  .transform((all) => all.filter(Boolean));
const name = z.string().min(1);

const tool = z.object({
  slug: name,
  name: text,
  description: text,
  toolkit: z.object({ slug: text }).catch({ slug: '' }),
  no_auth: flag,
  tags: slugs,
  is_deprecated: flag,
});
export type WireTool = z.output<typeof tool>;

const category = z.object({ name: text }).catch({ name: '' });
const toolkit = z.object({
  slug: name,
  name: text,
  no_auth: flag,
  meta: z
    .object({
      description: text,
      logo: maybeText,
      tools_count: z.int().nullable().catch(null),
      categories: z.array(category).catch([]),
    })
    .catch({ description: '', logo: null, tools_count: null, categories: [] }),
});
export type WireToolkit = z.output<typeof toolkit>;

const server = z.object({
  id: name,
  name: text,
  toolkits: slugs,
  /** Empty: every tool of the toolkits. What cannot be read restricts all the same: it allows nothing. */
  allowed_tools: z
    .array(z.string().catch(''))
    .nullish()
    .catch([''])
    .transform((all) => all ?? []),
  created_at: maybeText,
  updated_at: maybeText,
});
export type WireServer = z.output<typeof server>;

/** Without the credentials that Composio's own answer holds. */
const connection = z.object({
  id: name,
  toolkit: z.object({ slug: text }).catch({ slug: '' }),
  status: text,
  status_reason: maybeText,
  alias: maybeText,
  created_at: maybeText,
  updated_at: maybeText,
});
export type WireConnection = z.output<typeof connection>;

const authConfig = z.object({
  id: name,
  toolkit: z.object({ slug: text }).catch({ slug: '' }),
  status: text,
  is_composio_managed: flag,
});
export type WireAuthConfig = z.output<typeof authConfig>;

/** One page of a list: by cursor (most lists), or by page number (MCP servers, which have no cursor and no total). */
const page = z.object({
  items: z.array(z.unknown()),
  next_cursor: z.string().nullable().catch(null),
  total_pages: z.int().optional().catch(undefined),
  current_page: z.int().optional().catch(undefined),
  total_items: z.int().optional().catch(undefined),
});
export interface WirePage<T> extends Partial<Omit<z.output<typeof page>, 'items'>> {
  readonly items: readonly T[];
}

/** Reads something Composio sent, parsed and as it came; undefined for what is of no use. */
export type Read<T> = (wire: unknown, json: string) => T | undefined;

const reader =
  <T>(schema: z.ZodType<T>) =>
  (wire: unknown): T | undefined =>
    schema.safeParse(wire).data;

export const readTool = reader(tool);
export const readToolkit = reader(toolkit);
export const readServer = reader(server);
export const readConnection = reader(connection);
export const readAuthConfig = reader(authConfig);
export const readPage: (wire: unknown) => WirePage<unknown> | undefined = reader(page);
