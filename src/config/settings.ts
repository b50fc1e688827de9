import { z } from 'zod';
import {
  apiKeyList,
  flag,
  list,
  number,
  origins,
  upstreamUrl,
  url,
  USER_ID,
  workers,
} from './setting-types.js';

/** The environment variables this server reads, one schema for all. Durations are in seconds, as the operator writes them. */
export const settingsSchema = z.object({
  PORT: number(8000, { min: 0, max: 65_535, integer: true }),
  HOST: z.string().default('0.0.0.0'),
  WORKERS: workers(),
  COMPOSIO_BASE_URL: upstreamUrl('https://backend.composio.dev'),
  SERVER_API_KEYS: apiKeyList(),
  COMPOSIO_API_KEY: z.string().optional(),
  ALLOW_ANONYMOUS: flag(false),
  ADMIN_API_KEY: z.string().optional(),
  COMPOSIO_USER_ID: z
    .string()
    .regex(USER_ID, 'the id of one user, at most 256 characters, without a comma')
    .default('default'),
  FORWARD_USER_INFO_HEADER_JWT_SECRET: z
    .undefined(
      'nothing: this version does not verify signed identities, unset it (TRUST_USER_HEADERS is there)',
    )
    .optional(),
  TRUST_USER_HEADERS: flag(false),
  ALLOWED_TOOLKITS: list(),
  ALLOWED_SERVERS: list(),
  ALLOWED_TOOLS: list(),
  EXCLUDED_TOOLS: list(),
  READ_ONLY: flag(false),
  TOOLS_CACHE_TTL_SECONDS: number(300, { above: 0, max: 86_400 }),
  SERVERS_CACHE_TTL_SECONDS: number(600, { above: 0, max: 86_400 }),
  TOOLS_MAX_APPS: number(15, { min: 1, max: 10_000, integer: true }),
  OPENAPI_MAX_TOOLS: number(60, { min: 3, max: 128, integer: true }),
  OPENAPI_MAX_BYTES: number(1_000_000, { min: 10_000, max: 10_000_000, integer: true }),
  REQUEST_TIMEOUT: number(60, { above: 0, max: 3_600 }),
  CONNECTION_TIMEOUT: number(10, { above: 0, max: 3_600 }),
  MAX_RETRIES: number(2, { min: 0, max: 10, integer: true }),
  CONNECTION_POOL_SIZE: number(100, { min: 1, max: 10_000, integer: true }),
  REDIS_URL: z.undefined('nothing: this version keeps its cache in memory only, unset it').optional(),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: url().optional(),
  CORS_ORIGINS: origins(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug'], 'one of fatal, error, warn, info, debug')
    .default('info'),
});

/** The server's settings, read once at start and frozen. */
export type Settings = Readonly<z.output<typeof settingsSchema>>;

/** Injection token of the settings. */
export const SETTINGS = Symbol('SETTINGS');

/** Thrown when a setting is wrong. The message has one line for each, naming it and what is wanted, never its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings out of an environment. An empty variable counts as unset, because compose files pass those.
 * @throws {SettingsError} naming every wrong variable at once
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = settingsSchema.safeParse(given);
  const wrong = [...(parsed.error?.issues.map(issueLine) ?? []), ...crossChecks(given)];
  if (!parsed.success || wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return Object.freeze(parsed.data);
}

function issueLine(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])}: expected ${issue.message}`;
}

function crossChecks(given: Record<string, string | undefined>): string[] {
  const anonymous = settingsSchema.shape.ALLOW_ANONYMOUS.safeParse(given.ALLOW_ANONYMOUS).data === true;
  const guard = given.SERVER_API_KEYS ? 'SERVER_API_KEYS' : anonymous ? 'ALLOW_ANONYMOUS' : undefined;
  if (given.COMPOSIO_API_KEY && !guard) {
    return [
      'COMPOSIO_API_KEY: expected SERVER_API_KEYS or ALLOW_ANONYMOUS=true beside it, otherwise anyone who reaches this server could use it',
    ];
  }
  if (guard && !given.COMPOSIO_API_KEY) {
    return [`COMPOSIO_API_KEY: expected a Composio API key, which ${guard} needs to act with`];
  }
  return [];
}
