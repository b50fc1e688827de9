import { z } from 'zod';

export const health = z
  .object({
    status: z
      .enum(['ok', 'degraded'])
      .describe('degraded: Composio does not answer; what is in memory is still served.'),
    ready: z.boolean(),
    version: z.string(),
    uptime_seconds: z.int(),
    composio: z.enum(['up', 'down']).describe('As of at most some 30 seconds ago.'),
  })
  .meta({ id: 'Health' });
export type Health = z.output<typeof health>;

export const liveness = z.object({ status: z.literal('alive') }).meta({ id: 'Liveness' });
export type Liveness = z.output<typeof liveness>;

export const readiness = z
  .object({ status: z.enum(['ready', 'starting', 'stopping']) })
  .meta({ id: 'Readiness', description: '503 unless ready.' });
export type Readiness = z.output<typeof readiness>;
