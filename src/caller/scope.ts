import { splitList } from '../config/setting-types.js';

/** A part of the catalogue, named by a request. `undefined` lifts that filter; an empty set lets nothing through. */
export interface Scope {
  readonly toolkits?: ReadonlySet<string> | undefined;
  /** Ids or names of MCP servers, in lower case. A server may be named twice in two spellings, so sets are kept apart. */
  readonly servers?: readonly ReadonlySet<string>[];
  readonly tools?: ReadonlySet<string> | undefined;
}

/** What both scopes let through: narrowing only ever takes away. */
export function narrow(a: Scope, b: Scope): Scope {
  return {
    toolkits: intersection(a.toolkits, b.toolkits),
    servers: [...(a.servers ?? []), ...(b.servers ?? [])],
    tools: intersection(a.tools, b.tools),
  };
}

/** A text that is equal for equal scopes, whatever the order of their entries: part of cache keys. */
export function scopeKey(scope: Scope): string {
  if (!scope.toolkits && !scope.tools && !scope.servers?.length) return '';
  const part = (set: ReadonlySet<string> | undefined) => (set ? [...set].toSorted() : null);
  return JSON.stringify([part(scope.toolkits), part(scope.tools), ...(scope.servers ?? []).map(part)]);
}

/** The intersection of two filters, where a missing filter lets everything through. */
function intersection(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (!a || !b) return a ?? b;
  return new Set([...a].filter((entry) => b.has(entry)));
}

const PREFIX = /^\/+(toolkits|servers)\/+([^/?#]+)(?=\/)/;

/** A request's URL without its scope prefixes (`/toolkits/github`, `/servers/<id>`), and the scope they name. */
export function splitScope(url: string): {
  readonly url: string;
  readonly prefix: string;
  readonly scope: Scope;
} {
  let rest = url;
  let prefix = '';
  let scope: Scope = {};
  for (let match = PREFIX.exec(rest); match; match = PREFIX.exec(rest)) {
    const name = decode(match[2] ?? '');
    if (name === undefined) break;
    scope = narrow(
      scope,
      match[1] === 'toolkits' ? { toolkits: new Set([name]) } : { servers: [new Set([name])] },
    );
    prefix += `/${match[1]}/${encodeURIComponent(name)}`;
    rest = rest.slice(match[0].length);
  }
  return { url: rest, prefix, scope };
}

/** The scope that a request's query names: comma lists in any case. An empty list lifts its filter. */
export function scopeFromQuery(query: {
  readonly toolkits?: string | undefined;
  readonly servers?: string | undefined;
  readonly tools?: string | undefined;
}): Scope {
  const set = (list: string | undefined, spell: (name: string) => string) => {
    const names = splitList(list ?? '');
    return names.length === 0 ? undefined : new Set(names.map(spell));
  };
  const servers = set(query.servers, (name) => name.toLowerCase());
  return {
    toolkits: set(query.toolkits, (name) => name.toLowerCase()),
    tools: set(query.tools, (name) => name.toUpperCase()),
    ...(servers ? { servers: [servers] } : {}),
  };
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return undefined;
  }
}
