import { hash } from 'node:crypto';
import { readTool, type WireTool } from '../composio/wire-types.js';
import { Interner } from './interner.js';

const SLUG = /^\w{1,128}$/;

const tools = new Interner<Tool>();
let count = 0;

/**
 * One tool of the catalogue. What lists, filters and ranking look at is at hand; the whole of it, schemas above all, is kept
 * as JSON text, which takes a third of the memory of the objects. Equal tools are one object.
 */
export class Tool {
  /** A number of its own, in this process. */
  readonly id = (count += 1);

  private constructor(
    readonly slug: string,
    readonly name: string,
    readonly description: string,
    /** Its toolkit's slug, in lower case. */
    readonly toolkit: string,
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

  /** The tool that Composio describes, or undefined where its name cannot be one. @param json the same as it came */
  static of(wire: unknown, json = JSON.stringify(wire)): Tool | undefined {
    const facts = readTool(wire);
    if (!facts || !SLUG.test(facts.slug)) return undefined;
    return tools.get(hash('sha256', json, 'base64'), () => Tool.make(facts, Buffer.from(json)));
  }

  private static make(facts: WireTool, json: Buffer): Tool {
    const tags = new Set(facts.tags);
    const name = facts.name.trim() || facts.slug;
    return new Tool(
      facts.slug,
      name,
      facts.description.trim() || name,
      facts.toolkit.slug.toLowerCase(),
      tags.has('readOnlyHint') && !tags.has('destructiveHint'),
      tags.has('important'),
      tags.has('mcpIgnore'),
      facts.is_deprecated || tags.has('deprecated'),
      facts.no_auth,
      json,
    );
  }

  /** All that Composio says of it, as JSON text. */
  text(): string {
    return this.json.toString();
  }

  /** The schema of its arguments, as Composio gives it: a new object at each call. */
  inputSchema(): unknown {
    return (JSON.parse(this.text()) as { input_parameters?: unknown }).input_parameters ?? {};
  }
}

/** Whether a user can run a tool at once. @param connected the toolkits the user has connected */
export function isUsable(tool: Pick<Tool, 'noAuth' | 'toolkit'>, connected: ReadonlySet<string>): boolean {
  return tool.noAuth || connected.has(tool.toolkit);
}
