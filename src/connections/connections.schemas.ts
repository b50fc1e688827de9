import { z } from 'zod';

export const connection = z
  .object({
    id: z.string(),
    toolkit: z.string(),
    status: z.string().describe('ACTIVE where it can be used.'),
    status_reason: z.string().nullable(),
    alias: z.string().nullable(),
    created_at: z.string().nullable(),
    updated_at: z.string().nullable(),
  })
  .meta({ id: 'Connection', description: "A user's connected account, never with its credentials." });

export const connectionList = z
  .object({ items: z.array(connection), total_items: z.int() })
  .meta({ id: 'ConnectionList' });
export type ConnectionList = z.output<typeof connectionList>;

export const connectAccountBody = z
  .object({
    toolkit: z.string().trim().min(1).max(100).describe('The app to connect, by slug, such as "gmail".'),
  })
  .meta({ id: 'ConnectAccount' });
export type ConnectAccountBody = z.output<typeof connectAccountBody>;

export const connectLink = z
  .object({
    toolkit: z.string(),
    connect_url: z.string().describe('For the user to open.'),
    expires_at: z.string().nullable(),
    connection_id: z.string().nullable(),
    hint: z.string(),
  })
  .meta({ id: 'ConnectLink' });
export type ConnectLinkAnswer = z.output<typeof connectLink>;
