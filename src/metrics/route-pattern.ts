/** What every URL that is no route's counts under. */
export const NO_ROUTE = 'other';

const FIXED = new Map(
  [
    '/openapi.json',
    '/api/tools',
    '/api/tools/search',
    '/api/tools/execute',
    '/api/toolkits',
    '/api/servers',
    '/api/connections',
    '/api/openapi.json',
    '/health',
    '/health/live',
    '/health/ready',
    '/metrics',
    '/docs',
  ].map((path) => [path, path]),
);

/** Routes with a name in them, by what stands before it, and by what may stand behind it. */
const NAMED = [
  { before: '/api/tools/', behind: '/execute', pattern: '/api/tools/:tool/execute' },
  { before: '/api/tools/', behind: '', pattern: '/api/tools/:tool' },
  { before: '/api/toolkits/', behind: '', pattern: '/api/toolkits/:toolkit' },
  { before: '/api/servers/', behind: '', pattern: '/api/servers/:server' },
  { before: '/docs/', behind: '', pattern: '/docs' },
];

const SCOPES = /^(?:\/(?:toolkits|servers)\/[^/]+(?=\/))+/;

/**
 * The route that a URL is of, as its pattern: `/api/tools/:tool`. It comes without the scope, and is one of a few whatever the
 * URL holds.
 */
export function routePattern(url: string): string {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  return patternOf(path) ?? patternOf(plain(path)) ?? NO_ROUTE;
}

function patternOf(path: string): string | undefined {
  const fixed = FIXED.get(path);
  if (fixed !== undefined) return fixed;
  for (const { before, behind, pattern } of NAMED) {
    const last = path.length - behind.length;
    const isLike = path.startsWith(before) && last > before.length && path.endsWith(behind);
    if (isLike && path.lastIndexOf('/', last - 1) < before.length) return pattern;
  }
  return undefined;
}

/** Without scopes, and without the slashes that the router does not mind. */
function plain(path: string): string {
  return path
    .replace(/\/{2,}/g, '/')
    .replace(SCOPES, '')
    .replace(/\/$/, '');
}
