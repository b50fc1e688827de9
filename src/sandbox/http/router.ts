/** A method and a path pattern (`/tools/:slug`), and what answers there. */
export interface Route<Handler> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: Handler;
}

/** A route that fits a request, with the values of the named parts of its path. */
export interface Match<Handler> {
  readonly handle: Handler;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Finds the first route of the table that fits. Order matters: `/tools/enum` stands before `/tools/:slug`.
 *
 * @returns undefined when nothing fits, or when a part of the path is not valid percent-encoding.
 */
export function matchRoute<Handler>(
  table: readonly Route<Handler>[],
  method: string,
  path: string,
): Match<Handler> | undefined {
  for (const route of table) {
    const params = route.method === method ? matchPath(route.path, path) : undefined;
    if (params) return { handle: route.handle, params };
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodePart(given[index] ?? '');
    if (!part.startsWith(':') && part !== value) return undefined;
    if (part.startsWith(':')) {
      if (!value) return undefined;
      params[part.slice(1)] = value;
    }
  }
  return params;
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
