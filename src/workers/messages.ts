import type { Gathered } from './gatherings.js';

/** What a worker says to the primary. */
export type ToPrimary =
  /** The first message. */
  | { readonly kind: 'hello' }
  /** What does this key give? */
  | { readonly kind: 'ask'; readonly id: number; readonly key: string }
  /** I loaded it; it may be handed out for so many milliseconds. */
  | { readonly kind: 'loaded'; readonly key: string; readonly text: string; readonly keepMs: number }
  | { readonly kind: 'failed'; readonly key: string }
  /** To be told to all others. */
  | { readonly kind: 'tell'; readonly text: string }
  /** This is what I have to say; what have all others? */
  | { readonly kind: 'gather'; readonly id: number; readonly text: string }
  /** What I have to say. */
  | { readonly kind: 'say'; readonly gathering: number; readonly text: string };

/** What the primary says to a worker. */
export type ToWorker =
  /** The answer to `hello`: what fingerprints are made with, the same for all. */
  | { readonly kind: 'secret'; readonly secret: Uint8Array }
  /** Nobody knows what you asked for: load it yourself, and say how that went. */
  | { readonly kind: 'load'; readonly id: number }
  | { readonly kind: 'text'; readonly id: number; readonly text: string }
  | { readonly kind: 'told'; readonly text: string }
  /** Another wants to know: what have you to say? */
  | { readonly kind: 'asked'; readonly gathering: number }
  | ({ readonly kind: 'gathered'; readonly id: number } & Gathered);
