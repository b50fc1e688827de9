import { z } from 'zod';
import { splitList } from '../config/setting-types.js';

/** Each fifty names may cost a request to Composio. */
const MOST_NAMES = 200;

/** A comma list of names in a query. */
export function nameList(description: string) {
  return z
    .string()
    .max(10_000, { abort: true })
    .refine((list) => splitList(list).length <= MOST_NAMES, `has more than ${MOST_NAMES} names`)
    .optional()
    .describe(description);
}
