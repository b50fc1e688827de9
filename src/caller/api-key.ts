import { Problem } from '../errors/problem.js';

const KEY = /^[\x21-\x7e]{1,512}$/;
const JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

/**
 * The API key of a request, or undefined when it has none. An empty bearer counts as none, because Open WebUI sends
 * `Bearer ` for an empty key. `x-api-key` wins over `Authorization`, because Open WebUI's session mode puts a token of
 * its own into the latter.
 * @throws {Problem} `credential_malformed` for anything that cannot be a key of ours or of Composio
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

function text(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header.join(', ') : header)?.trim() || undefined;
}

function checked(key: string): string {
  // A token of Open WebUI's own (session JWT or `sk-` key) must not travel to Composio.
  if (JWT.test(key) || key.startsWith('sk-')) {
    throw malformed(
      "This is a token of Open WebUI, not a key for this server: the connection's auth is not set to Bearer.",
    );
  }
  if (!KEY.test(key)) throw malformed('The API key has characters or a length that no key has.');
  return key;
}

function malformed(detail: string): Problem {
  return new Problem('credential_malformed', detail, {
    fix: 'Send the key as Authorization: Bearer <key>, or as x-api-key: <key>.',
  });
}
