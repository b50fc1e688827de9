import type { WireTool } from '../composio/wire-types.js';

const SLUG = /^\w{1,128}$/;

/**
 * One tool of the catalogue. What lists, filters and ranking look at is at hand; the whole of it, schemas above all, is kept
 * as JSON text, which takes a third of the memory of the objects.
 */
export class Tool {
  private constructor(
    readonly slug: string,
    readonly name: string,
    readonly description: string,
    /** Its toolkit's slug, in lower case. */
    readonly toolkit: string,
    readonly version: string,
    readonly readOnly: boolean,
    /** Composio counts it among the toolkit's main ones. */
    readonly important: boolean,
    /** Composio keeps it out of its own MCP servers. */
    readonly secondary: boolean,
    readonly deprecated: boolean,
    /** Runs without a connected account. */
    readonly noAuth: boolean,
    private readonly json: Buffer,
  ) {}

  /** The tool that Composio describes, or undefined where its name cannot be one: upstream data is not trusted. */
  static of(wire: WireTool): Tool | undefined {
    if (!SLUG.test(wire.slug)) return undefined;
    const tags = new Set(Array.isArray(wire.tags) ? wire.tags : []);
    return new Tool(
      wire.slug,
      wire.name || wire.slug,
      (wire.description ?? '').trim() || wire.name || wire.slug,
      (wire.toolkit?.slug ?? '').toLowerCase(),
      wire.version ?? '',
      tags.has('readOnlyHint') && !tags.has('destructiveHint'),
      tags.has('important'),
      tags.has('mcpIgnore'),
      wire.is_deprecated === true || tags.has('deprecated'),
      wire.no_auth === true,
      Buffer.from(JSON.stringify(wire)),
    );
  }

  /** All that Composio says of it, as JSON text. */
  text(): string {
    return this.json.toString();
  }

  /** The schema of its arguments, as Composio gives it: a new object at each call. */
  inputSchema(): unknown {
    return (JSON.parse(this.text()) as WireTool).input_parameters ?? {};
  }
}
