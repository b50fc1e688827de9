import { createHash } from 'node:crypto';

/** The longest function name that OpenAI, Anthropic and Mistral accept. */
const LONGEST_NAME = 64;
const HASH_LENGTH = 8;

/**
 * The name under which a model sees a tool: its slug, and for a slug that is too long its beginning with a hash of the whole.
 * It depends on the slug alone, so it stays the same across refreshes, replicas and whatever else is in the catalogue.
 */
export function toolName(slug: string): string {
  if (slug.length <= LONGEST_NAME) return slug;
  const hash = createHash('sha256').update(slug).digest('hex').slice(0, HASH_LENGTH).toUpperCase();
  return `${slug.slice(0, LONGEST_NAME - HASH_LENGTH - 1)}_${hash}`;
}
