import { isObject } from './json-schema.js';

/** How the names in a tool document differ from the tool's own, below one schema. */
export interface RenamedProperties {
  /** By the name in the document. */
  readonly properties?: ReadonlyMap<string, RenamedProperty>;
  /** Below the items of an array. */
  readonly items?: RenamedProperties;
}

/** A property that has another name, or others below it that do. */
export interface RenamedProperty extends RenamedProperties {
  readonly name: string;
}

const LEGAL = /^[a-zA-Z0-9_-]{1,64}$/;

/** Gives the properties of one tool names that every client and model provider accepts, always the same for the same name. */
export class PropertyNames {
  private readonly given = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly taken: Set<string>;

  /** @param own every property name of the tool that is legal as it is: none of them is given to another */
  constructor(own: ReadonlySet<string> = new Set()) {
    this.taken = new Set(own);
  }

  /** The name in the document: dots and whatever else is not legal become underscores. */
  give(name: string): string {
    if (LEGAL.test(name)) return name;
    const known = this.given.get(name);
    if (known) return known;
    const base = name.replaceAll(/[^a-zA-Z0-9_-]/g, '_').slice(0, 60) || 'property';
    let count = this.counts.get(base) ?? 1;
    let free = base;
    while (this.taken.has(free)) free = `${base}_${(count += 1)}`;
    this.counts.set(base, count);
    this.taken.add(free);
    this.given.set(name, free);
    return free;
  }
}

/** Both, where different alternatives of a schema have renamed properties. */
export function combineRenames(
  all: readonly (RenamedProperties | undefined)[],
): RenamedProperties | undefined {
  const renames = all.filter((part) => part !== undefined);
  if (renames.length < 2) return renames[0];
  const names = new Set(renames.flatMap(({ properties }) => [...(properties?.keys() ?? [])]));
  const properties = [...names].map((name): [string, RenamedProperty] => {
    const parts = renames.flatMap((part) => part.properties?.get(name) ?? []);
    return [name, { ...combineRenames(parts), name: (parts[0] as RenamedProperty).name }];
  });
  const items = combineRenames(renames.map((part) => part.items));
  return { ...(names.size > 0 ? { properties: new Map(properties) } : {}), ...(items ? { items } : {}) };
}

/** Arguments under the tool's own names. Names that are the tool's own already stay as they are, and so do class instances. */
export function restoreNames(value: unknown, renames: RenamedProperties | undefined): unknown {
  if (!renames) return value;
  if (Array.isArray(value)) return value.map((item) => restoreNames(item, renames.items));
  if (!isObject(value) || ![Object.prototype, null].includes(Object.getPrototypeOf(value) as object))
    return value;
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => {
    const property = renames.properties?.get(name);
    return property ? [property.name, restoreNames(part, property)] : [name, part];
  });
  return Object.fromEntries(entries);
}
