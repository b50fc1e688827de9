import { callVariants } from './call.variants.js';
import { documentVariants } from './document.variants.js';

/** Our own server with one piece exchanged for what one would use without a second thought. */
export interface Variant {
  /** What is used instead. */
  readonly what: string;
  exchange(): Promise<void>;
}

/** What the others are compared with: like them it is not bundled. */
const unchanged: Variant = { what: 'nothing else', exchange: () => Promise.resolve() };

/** By name. */
export const variants = { unchanged, ...callVariants, ...documentVariants };

/** The names there are. */
export type VariantName = keyof typeof variants;
