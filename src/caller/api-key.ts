import { Problem } from '../errors/problem.js';

const KEY = /^[\x21-\x7e]{1,512}$/;
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/**
 * The API key of a request, or undefined when it has none. An empty bearer counts as none, because Open WebUI sends
 * `Bearer ` for an empty key. `x-api-key` wins over `Authorization`, because Open WebUI's session mode puts a token of
 * its own into the latter.
 * @throws {Problem} `credential_malformed` for what cannot be a key at all
 */
export function apiKeyOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const explicit = text(headers['x-api-key']);
  if (explicit) return checked(explicit);
  const authorization = text(headers.authorization);
  if (!authorization) return undefined;
  const bearer = /^bearer(?:\s+(.*))?$/i.exec(authorization);
  if (!bearer) throw malformed('The Authorization header has another scheme than Bearer.');
  return bearer[1] ? checked(bearer[1]) : undefined;
}

/** Whether a key is a token of Open WebUI's own, a session JWT or an `sk-` key: those must never travel to Composio. */
export function isForeignToken(key: string): boolean {
  return JWT.test(key) || key.startsWith('sk-');
}

/** The failure of a request with a token of Open WebUI's own where a key is needed. */
export function foreignToken(): Problem {
  return malformed(
    "This is a token of Open WebUI, not a key for this server: the connection's auth is not set to Bearer.",
  );
}

function text(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header.join(', ') : header)?.trim() || undefined;
}

function checked(key: string): string {
  if (KEY.test(key)) return key;
  throw malformed('The API key has characters or a length that no key has.');
}

function malformed(detail: string): Problem {
  return new Problem('credential_malformed', detail, {
    fix: 'Send the key as Authorization: Bearer <key>, or as x-api-key: <key>.',
  });
}
