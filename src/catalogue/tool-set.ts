import { createHash } from 'node:crypto';
import { Interner } from './interner.js';
import { SearchIndex } from '../search/search-index.js';
import type { Tool } from './tool.js';
import { toolName } from './tool-name.js';

const sets = new Interner<ToolSet>();
let count = 0;

/** Tools in an order, with what finds them. Equal ones are one object, and so is all that is derived from it. */
export class ToolSet {
  /** A number of its own, in this process. */
  readonly id = (count += 1);
  private byName: ReadonlyMap<string, Tool> | undefined;
  private searchIndex: Promise<SearchIndex<Tool>> | undefined;

  private constructor(readonly tools: readonly Tool[]) {}

  /** The set of these tools in this order. */
  static of(tools: readonly Tool[]): ToolSet {
    const hash = createHash('sha256');
    hash.update(Uint32Array.from(tools, (tool) => tool.id));
    return sets.get(hash.digest('base64'), () => new ToolSet(tools));
  }

  /** The tool of that slug or document name, in any case. */
  find(name: string): Tool | undefined {
    this.byName ??= new Map(this.tools.flatMap((tool) => namesOf(tool).map((key) => [key, tool])));
    return this.byName.get(name) ?? this.byName.get(name.toUpperCase());
  }

  /** The search index over these tools but for deprecated ones, built when first needed. */
  index(): Promise<SearchIndex<Tool>> {
    this.searchIndex ??= SearchIndex.build(this.tools.filter(({ deprecated }) => !deprecated));
    return this.searchIndex;
  }
}

function namesOf({ slug }: Tool): string[] {
  const name = toolName(slug);
  return [...new Set([slug, slug.toUpperCase(), name])];
}
