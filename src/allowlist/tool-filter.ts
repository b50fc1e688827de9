/** What a filter looks at in a tool. */
export interface ToolFacts {
  readonly slug: string;
  /** Its toolkit's slug, in lower case. */
  readonly toolkit: string;
  readonly readOnly: boolean;
}

/** An MCP server's part of the catalogue. */
export interface ServerContents {
  readonly toolkits: ReadonlySet<string>;
  /** `undefined`: every tool of the toolkits. */
  readonly tools: ReadonlySet<string> | undefined;
}

/** Which tools pass: those that pass every part. `undefined` lets everything through. */
export interface ToolFilter {
  readonly toolkits?: ReadonlySet<string> | undefined;
  readonly tools?: ReadonlySet<string> | undefined;
  /** Of each group of servers one must hold the tool. */
  readonly servers?: readonly (readonly ServerContents[])[];
  readonly excludedTools?: ReadonlySet<string>;
  readonly readOnly?: boolean;
}

/** Whether a tool passes a filter. */
export function admits(filter: ToolFilter, tool: ToolFacts): boolean {
  return (
    (filter.toolkits?.has(tool.toolkit) ?? true) &&
    (filter.tools?.has(tool.slug.toUpperCase()) ?? true) &&
    (filter.servers ?? []).every((group) => group.some((server) => holds(server, tool))) &&
    !filter.excludedTools?.has(tool.slug.toUpperCase()) &&
    (tool.readOnly || !filter.readOnly)
  );
}

function holds(server: ServerContents, tool: ToolFacts): boolean {
  return server.toolkits.has(tool.toolkit) && (server.tools?.has(tool.slug.toUpperCase()) ?? true);
}
