import type { Arguments } from './arguments.js';
import type { Schema } from './schema.js';
import { outputSchema, withHumanNames } from './wire-schema.js';

/** What a tool knows about the call beside its arguments. */
export interface RunContext {
  readonly userId: string;
  readonly now: Date;
}

/** The `data` of a successful call. */
export type ToolData = Record<string, unknown>;

/** A tool as its toolkit writes it down: what callers read about it, and what it does to the user's state. */
export interface ToolSpec<State> {
  readonly slug: string;
  readonly name: string;
  /** When to use it and what comes back, in the words people use. */
  readonly description: string;
  /** The input schema as it goes over the wire, oddities included. `{}` means no arguments. */
  readonly input: Schema;
  /** The properties of `data`. Without them the tool publishes `{}`, as tools that wrap an MCP server do. */
  readonly output?: Readonly<Record<string, Schema>>;
  /** Hints (`readOnlyHint`, `destructiveHint`, …), marks (`important`, `mcpIgnore`) and free categories. */
  readonly tags: readonly string[];
  readonly scopes?: readonly string[];
  readonly scopeRequirements?: ScopeRequirements;
  readonly deprecated?: boolean;
  /** The first version of the toolkit that has this tool; without it, every version does. */
  readonly since?: string;
  /**
   * Does the work.
   *
   * @throws ProviderFailure when the app refuses; InvalidArguments when the arguments do not fit.
   */
  readonly run: (args: Arguments, state: State, context: RunContext) => ToolData | Promise<ToolData>;
}

export interface ScopeRequirements {
  readonly all_of: readonly (string | { readonly any_of: readonly string[] })[];
}

/** The toolkit as each of its tools names it. */
export interface ToolkitRef {
  readonly slug: string;
  readonly name: string;
  readonly logo: string;
}

/** A tool as `GET /tools` and `GET /tools/{slug}` send it (`Tool` in @composio/client 2.0.0-rc.6). */
export interface WireTool {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly toolkit: ToolkitRef;
  readonly input_parameters: Schema;
  readonly no_auth: boolean;
  readonly available_versions: readonly string[];
  readonly version: string;
  readonly output_parameters: Schema;
  readonly scopes: readonly string[];
  readonly scope_requirements: ScopeRequirements | null;
  readonly tags: readonly string[];
  readonly human_description: string;
  readonly is_deprecated: boolean;
  /** Legacy: repeats five members above under older names. Always present. */
  readonly deprecated: {
    readonly displayName: string;
    readonly version: string;
    readonly available_versions: readonly string[];
    readonly is_deprecated: boolean;
    readonly toolkit: { readonly logo: string };
  };
}

/** Writes a tool down with the type of its toolkit's state; gives it back unchanged. */
export function tool<State>(spec: ToolSpec<State>): ToolSpec<State> {
  return spec;
}

/** The tool as the API sends it, in the newest of the versions given. */
export function wireTool(
  spec: Omit<ToolSpec<never>, 'run'>,
  toolkit: ToolkitRef,
  noAuth: boolean,
  versions: readonly string[],
): WireTool {
  const version = versions.at(-1) ?? '';
  const deprecated = spec.deprecated ?? false;
  return {
    slug: spec.slug,
    name: spec.name,
    description: spec.description,
    toolkit,
    input_parameters: withHumanNames(spec.slug, spec.input),
    no_auth: noAuth,
    available_versions: versions,
    version,
    output_parameters: spec.output ? outputSchema(spec.slug, spec.output) : {},
    scopes: spec.scopes ?? [],
    scope_requirements: spec.scopeRequirements ?? null,
    tags: spec.tags,
    human_description: spec.name,
    is_deprecated: deprecated,
    deprecated: {
      displayName: spec.name,
      version,
      available_versions: versions,
      is_deprecated: deprecated,
      toolkit: { logo: toolkit.logo },
    },
  };
}
