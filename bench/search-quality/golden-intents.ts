/** The kinds of intents; each is measured by itself. */
export type Group =
  /** A short request in everyday words. */
  | 'plain'
  /** Other words than the tool uses for the same thing. */
  | 'synonym'
  /** Plural for singular, -ing and -ed, word order. */
  | 'form'
  | 'typo'
  /** Names the app. */
  | 'app'
  /** Written like a tool's name. */
  | 'slug'
  /** A long sentence with much beside the point. */
  | 'chatty'
  | 'one word'
  /** For a generated tool, in other words than its description. */
  | 'generated'
  /** Not in English: reported, not demanded. */
  | 'foreign';

/**
 * The words, then the tools that would be right: slugs, or `*_CREATE_FOLDER` for that action of any toolkit, where the words name no
 * app and the action of another one would do as well.
 */
export type Ask = readonly [query: string, ...right: string[]];

/** Intents by kind. */
export type Intents = Readonly<Partial<Record<Group, readonly Ask[]>>>;
