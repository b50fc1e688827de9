import { readFileSync } from 'node:fs';
import { readSettings, SettingsError, settingsSchema } from './settings.js';

function linesOf(env: Record<string, string>): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('needs nothing: every setting has a default', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 8000,
      HOST: '0.0.0.0',
      COMPOSIO_BASE_URL: 'https://backend.composio.dev',
      SERVER_API_KEYS: [],
      COMPOSIO_USER_ID: 'default',
      TRUST_USER_HEADERS: false,
      ALLOWED_TOOLKITS: [],
      READ_ONLY: false,
      TOOLS_CACHE_TTL_SECONDS: 300,
      SERVERS_CACHE_TTL_SECONDS: 600,
      TOOLS_MAX_APPS: 15,
      OPENAPI_MAX_TOOLS: 60,
      OPENAPI_MAX_BYTES: 1_000_000,
      REQUEST_TIMEOUT: 60,
      CONNECTION_TIMEOUT: 10,
      MAX_RETRIES: 2,
      CONNECTION_POOL_SIZE: 100,
      CORS_ORIGINS: '*',
      LOG_LEVEL: 'info',
    });
  });

  it('takes an empty variable as unset', () => {
    expect(readSettings({ PORT: '', ALLOWED_TOOLKITS: ' ' })).toMatchObject({
      PORT: 8000,
      ALLOWED_TOOLKITS: [],
    });
  });

  it.each([
    [{ ALLOWED_TOOLKITS: ' github, gmail ,,' }, { ALLOWED_TOOLKITS: ['github', 'gmail'] }],
    [{ READ_ONLY: 'yes' }, { READ_ONLY: true }],
    [{ REQUEST_TIMEOUT: '0.5' }, { REQUEST_TIMEOUT: 0.5 }],
    [{ COMPOSIO_BASE_URL: 'http://127.0.0.1:4000/' }, { COMPOSIO_BASE_URL: 'http://127.0.0.1:4000' }],
    [{ COMPOSIO_BASE_URL: 'http://[::1]:4000' }, { COMPOSIO_BASE_URL: 'http://[::1]:4000' }],
    [
      { PUBLIC_URL: 'https://tools.example.com/composio/' },
      { PUBLIC_URL: 'https://tools.example.com/composio' },
    ],
    [
      { CORS_ORIGINS: 'https://a.example, http://localhost:3000' },
      { CORS_ORIGINS: ['https://a.example', 'http://localhost:3000'] },
    ],
    [
      { SERVER_API_KEYS: 'ana:k1, ben:k2:x', COMPOSIO_API_KEY: 'ak_x' },
      {
        SERVER_API_KEYS: [
          { name: 'ana', key: 'k1' },
          { name: 'ben', key: 'k2:x' },
        ],
      },
    ],
  ])('reads %j', (env, expected) => {
    expect(readSettings(env)).toMatchObject(expected);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT: expected a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT: expected a whole number from 0 to 65535'],
    [{ REQUEST_TIMEOUT: '-1' }, 'REQUEST_TIMEOUT: expected a number above 0, up to 3600'],
    [{ REQUEST_TIMEOUT: '0' }, 'REQUEST_TIMEOUT: expected a number above 0, up to 3600'],
    [{ MAX_RETRIES: '1e3' }, 'MAX_RETRIES: expected a whole number from 0 to 10'],
    [{ READ_ONLY: 'maybe' }, 'READ_ONLY: expected true or false'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: expected one of fatal, error, warn, info, debug'],
    [
      { COMPOSIO_BASE_URL: 'http://backend.composio.dev' },
      'COMPOSIO_BASE_URL: expected an https URL (http only for a loopback address): the API key is sent to it',
    ],
    [
      { COMPOSIO_BASE_URL: 'http://127.0.0.1.evil.example' },
      'COMPOSIO_BASE_URL: expected an https URL (http only for a loopback address): the API key is sent to it',
    ],
    [
      { COMPOSIO_BASE_URL: 'ftp://x' },
      'COMPOSIO_BASE_URL: expected an http or https URL without user, query or fragment',
    ],
    [
      { PUBLIC_URL: 'https://me:secret@x.example' },
      'PUBLIC_URL: expected an http or https URL without user, query or fragment',
    ],
    [
      { CORS_ORIGINS: 'chat.example.com' },
      'CORS_ORIGINS: expected *, or a comma list of origins such as https://chat.example.com',
    ],
    [
      { COMPOSIO_API_KEY: 'ak_1' },
      /^COMPOSIO_API_KEY: expected SERVER_API_KEYS or ALLOW_ANONYMOUS=true beside it/,
    ],
    [
      { SERVER_API_KEYS: 'ana:k1' },
      'COMPOSIO_API_KEY: expected a Composio API key, which SERVER_API_KEYS needs to act with',
    ],
    [
      { ALLOW_ANONYMOUS: 'true' },
      'COMPOSIO_API_KEY: expected a Composio API key, which ALLOW_ANONYMOUS needs to act with',
    ],
    [
      { FORWARD_USER_INFO_HEADER_JWT_SECRET: 's' },
      /^FORWARD_USER_INFO_HEADER_JWT_SECRET: expected nothing: this version/,
    ],
    [
      { REDIS_URL: 'redis://localhost' },
      /^REDIS_URL: expected nothing: this version keeps its cache in memory only/,
    ],
    ...['ana', ':k', 'ana:', 'ana:k,ana:l', 'ana:k,ben:k', 'ana:k k'].map(
      (keys): [Record<string, string>, string] => [
        { SERVER_API_KEYS: keys, COMPOSIO_API_KEY: 'ak_1' },
        'SERVER_API_KEYS: expected a comma list of name:key pairs, every name and every key once',
      ],
    ),
  ] satisfies [Record<string, string>, string | RegExp][])('refuses %j', (env, line) => {
    expect(linesOf(env)).toEqual([line instanceof RegExp ? expect.stringMatching(line) : line]);
  });

  it('reports all bad values at once, one line each, and never a value', () => {
    const lines = linesOf({
      PORT: 'secret-1',
      READ_ONLY: 'secret-2',
      SERVER_API_KEYS: 'secret-3',
      COMPOSIO_API_KEY: 'secret-5',
      PUBLIC_URL: 'secret-4',
    });
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'PORT',
      'SERVER_API_KEYS',
      'READ_ONLY',
      'PUBLIC_URL',
    ]);
    expect(lines.join('\n')).not.toContain('secret');
  });

  it('.env.example names every setting with its default, and nothing else', () => {
    const entries = readFileSync('.env.example', 'utf8')
      .split('\n')
      .flatMap((line) => line.match(/^#?\s*([A-Z][A-Z_]+)=(.*)$/)?.slice(1, 3) ?? []);
    const names = entries.filter((_, index) => index % 2 === 0);
    expect(names).toEqual(Object.keys(settingsSchema.shape));
    const env = Object.fromEntries(names.map((name, index) => [name, entries[index * 2 + 1]]));
    expect(readSettings(env)).toEqual(readSettings({}));
  });
});
