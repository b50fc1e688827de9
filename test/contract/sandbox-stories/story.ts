/** One call to a tool, and what the user gets. Steps of a story build on each other: ids count up from the seed. */
export interface Step {
  /** What the user gets, as the name of a test. */
  readonly says: string;
  readonly tool: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** A part of the data that has to come back; not given for a call that has to fail. */
  readonly gives?: Readonly<Record<string, unknown>>;
  /** A part of the error that has to come back. */
  readonly fails?: string;
}

/** The moment at which all stories take place. */
export const NOW = '2026-11-24T12:00:00Z';
