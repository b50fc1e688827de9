import { availableParallelism } from 'node:os';
import { z } from 'zod';

interface Bounds {
  readonly min?: number;
  readonly above?: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** A number in decimal notation within bounds, or its default. */
export function number(fallback: number, { min, above, max, integer = false }: Bounds) {
  const lowest = above === undefined ? `from ${min}` : `above ${above},`;
  const wanted = `${integer ? 'a whole number' : 'a number'} ${lowest} ${above === undefined ? 'to' : 'up to'} ${max}`;
  return z
    .string()
    .regex(integer ? /^\d+$/ : /^\d+(\.\d+)?$/, wanted)
    .transform(Number)
    .refine((value) => value <= max && value >= (min ?? 0) && value > (above ?? -1), wanted)
    .default(fallback);
}

/** A switch: true, false, 1, 0, yes, no, on or off. */
export function flag(fallback: boolean) {
  return z
    .stringbool({
      truthy: ['true', '1', 'yes', 'on'],
      falsy: ['false', '0', 'no', 'off'],
      error: 'true or false',
    })
    .default(fallback);
}

/**
 * One user of Composio. No control characters, no template of Open WebUI that was left unfilled, and no comma: Composio takes
 * lists of users that way, so that "anna,ben" would get to see the accounts of both.
 */
export const USER_ID = /^(?!.*\{\{)[^\p{Cc},]{1,256}$/u;

/** How many processes: a number, or `auto` for one for each core; 1 by default. */
export function workers() {
  return z
    .string()
    .regex(/^(?:auto|[1-9]\d?)$/, 'auto, or a whole number from 1 to 99')
    .transform((text) => (text === 'auto' ? availableParallelism() : Number(text)))
    .default(1);
}

/** A comma list; blanks around and between commas do not count. */
export function list() {
  return z.string().default('').transform(splitList);
}

/** Splits a comma list into its entries, trimmed, without empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** One of the `name:key` pairs of SERVER_API_KEYS. */
export interface ServerApiKey {
  readonly name: string;
  readonly key: string;
}

/** A comma list of `name:key`, with unique names and unique keys. */
export function apiKeyList() {
  const wanted = 'a comma list of name:key pairs, every name and every key once';
  return z
    .string()
    .default('')
    .transform((text, context): ServerApiKey[] => {
      const pairs = splitList(text).map((pair) => {
        const colon = pair.indexOf(':');
        return { name: pair.slice(0, Math.max(colon, 0)).trim(), key: pair.slice(colon + 1).trim() };
      });
      const unique =
        new Set(pairs.map(({ name }) => name)).size === pairs.length &&
        new Set(pairs.map(({ key }) => key)).size === pairs.length;
      if (!unique || pairs.some(({ name, key }) => name === '' || !/^[\x21-\x7e]+$/.test(key))) {
        context.addIssue({ code: 'custom', message: wanted });
      }
      return pairs;
    });
}

/** An absolute http or https URL without credentials, query or fragment; its trailing slash is dropped. */
export function url() {
  return z.string().transform((text, context) => {
    const parsed = plainHttpUrl(text);
    if (parsed) return parsed.href.replace(/\/+$/, '');
    context.addIssue({ code: 'custom', message: 'an http or https URL without user, query or fragment' });
    return z.NEVER;
  });
}

/**
 * As `url`, but https unless it names this very machine: the Composio key travels to it.
 */
export function upstreamUrl(fallback: string) {
  return url()
    .refine((text) => text.startsWith('https:') || isLoopback(new URL(text).hostname), {
      error: 'an https URL (http only for a loopback address): the API key is sent to it',
    })
    .prefault(fallback);
}

/** `*`, or a comma list of origins such as `https://chat.example.com`. */
export function origins() {
  return z
    .string()
    .default('*')
    .transform((text, context): '*' | string[] => {
      const entries = splitList(text);
      if (entries.length === 1 && entries[0] === '*') return '*';
      if (entries.length === 0 || entries.some((entry) => plainHttpUrl(entry)?.origin !== entry)) {
        context.addIssue({
          code: 'custom',
          message: '*, or a comma list of origins such as https://chat.example.com',
        });
      }
      return entries;
    });
}

function plainHttpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const parsed = new URL(text);
  const plain =
    parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === '';
  return plain && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
