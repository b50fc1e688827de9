import type { Settings } from '../config/settings.js';

/** What the operator lets through. `undefined` lifts a filter. */
export interface Allowlist {
  /** Ids or names of MCP servers, in lower case. */
  readonly servers: ReadonlySet<string> | undefined;
  /** Slugs, in lower case. */
  readonly toolkits: ReadonlySet<string> | undefined;
  /** Slugs, in upper case. */
  readonly tools: ReadonlySet<string> | undefined;
  /** Slugs, in upper case. */
  readonly excludedTools: ReadonlySet<string>;
  /** Only tools tagged as changing nothing. */
  readonly readOnly: boolean;
}

/** The allowlist of the settings: names match in any case, and an empty list lifts its filter. */
export function allowlistOf(
  settings: Pick<
    Settings,
    'ALLOWED_SERVERS' | 'ALLOWED_TOOLKITS' | 'ALLOWED_TOOLS' | 'EXCLUDED_TOOLS' | 'READ_ONLY'
  >,
): Allowlist {
  return {
    servers: filterOf(settings.ALLOWED_SERVERS, lowerCase),
    toolkits: filterOf(settings.ALLOWED_TOOLKITS, lowerCase),
    tools: filterOf(settings.ALLOWED_TOOLS, upperCase),
    excludedTools: new Set(settings.EXCLUDED_TOOLS.map(upperCase)),
    readOnly: settings.READ_ONLY,
  };
}

function filterOf(
  names: readonly string[],
  spell: (name: string) => string,
): ReadonlySet<string> | undefined {
  return names.length === 0 ? undefined : new Set(names.map(spell));
}

const lowerCase = (name: string) => name.toLowerCase();
const upperCase = (name: string) => name.toUpperCase();
