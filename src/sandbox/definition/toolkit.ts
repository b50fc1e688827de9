import { Arguments } from './arguments.js';
import {
  wireTool,
  type RunContext,
  type ToolData,
  type ToolkitRef,
  type ToolSpec,
  type WireTool,
} from './tool.js';

/**
 * How a user gets to use a toolkit.
 * - `none`: no account needed.
 * - `connected`: every user has an ACTIVE account from the start.
 * - `configured`: nobody is connected; a Composio-managed auth config is ENABLED, so a link can be made at once.
 * - `managed`: nobody is connected and no auth config exists; one with Composio's own credentials can be made.
 * - `custom`: as `managed`, but Composio has no credentials of its own: the project must bring them.
 */
export type Access = 'none' | 'connected' | 'configured' | 'managed' | 'custom';

export interface Category {
  readonly id: string;
  readonly name: string;
}

/** A toolkit as its file writes it down. */
export interface ToolkitSpec<State> {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly categories: readonly Category[];
  readonly access: Access;
  /** Oldest first; the last one is `latest`. */
  readonly versions: readonly [string, ...string[]];
  /** Its place in the list sorted by usage: 1 is used most. */
  readonly usageRank: number;
  /** What one user's app holds before anything was done. */
  readonly seed: (now: Date) => State;
  readonly tools: readonly ToolSpec<State>[];
}

/** One user's app: runs tools against what it holds. */
export interface App {
  /**
   * Runs a tool of this toolkit.
   *
   * @throws ProviderFailure, InvalidArguments as the tool does.
   */
  run(slug: string, args: Readonly<Record<string, unknown>>, context: RunContext): Promise<ToolData>;
}

/** A toolkit as the rest of the sandbox sees it; the type of its state stays inside. */
export interface Toolkit extends ToolkitRef {
  readonly description: string;
  readonly categories: readonly Category[];
  readonly access: Access;
  readonly versions: readonly string[];
  readonly version: string;
  readonly usageRank: number;
  readonly tools: readonly WireTool[];
  /** A fresh app for one user. */
  open(now: Date): App;
}

/** Builds a toolkit from its description. */
export function toolkit<State>(spec: ToolkitSpec<State>): Toolkit {
  const ref = { slug: spec.slug, name: spec.name, logo: `https://logos.sandbox.example/${spec.slug}.svg` };
  const bySlug = new Map(spec.tools.map((entry) => [entry.slug, entry]));
  return {
    ...ref,
    description: spec.description,
    categories: spec.categories,
    access: spec.access,
    versions: spec.versions,
    version: spec.versions.at(-1) ?? spec.versions[0],
    usageRank: spec.usageRank,
    tools: spec.tools.map((entry) => {
      const versions = spec.versions.filter((version) => version >= (entry.since ?? version));
      return wireTool(entry, ref, spec.access === 'none', versions);
    }),
    open(now) {
      const state = spec.seed(now);
      return {
        async run(slug, args, context) {
          const entry = bySlug.get(slug);
          if (!entry) throw new Error(`${slug} is not a tool of ${spec.slug}.`);
          return entry.run(new Arguments(args), state, context);
        },
      };
    },
  };
}
