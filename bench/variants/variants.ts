import { callVariants } from './call.variants.js';
import { documentVariants } from './document.variants.js';

/** Our own server with one piece exchanged for what one would use without a second thought. */
export interface Variant {
  /** What is used instead. */
  readonly what: string;
  exchange(): Promise<void>;
}

/** By name. */
export const variants = { ...callVariants, ...documentVariants };

/** The names there are. */
export type VariantName = keyof typeof variants;
