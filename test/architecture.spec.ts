import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

const BASE = ['config', 'errors'];
const LEANED_ON = [
  'http',
  'cache',
  'caller',
  'allowlist',
  'composio',
  'schema',
  'search',
  'workers',
  'metrics',
];
const BELOW_RESOURCES = [...BASE, ...LEANED_ON, 'catalogue'];

/** Which folders of src/ the files of a folder may import. Files right in src/ put the server together and may import all. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  config: [],
  errors: [],
  http: ['errors'],
  workers: ['config'],
  metrics: [...BASE, 'workers'],
  schema: [],
  search: [],
  caller: BASE,
  allowlist: BASE,
  cache: [...BASE, 'caller', 'metrics'],
  composio: [...BASE, 'caller', 'workers', 'metrics'],
  catalogue: [...BASE, ...LEANED_ON],
  document: BELOW_RESOURCES,
  tools: BELOW_RESOURCES,
  toolkits: BELOW_RESOURCES,
  servers: BELOW_RESOURCES,
  connections: BELOW_RESOURCES,
  health: BELOW_RESOURCES,
  sandbox: [],
};

/** Packages that one folder alone knows; the root of src/ is `.`. */
const OWNED_BY: Readonly<Record<string, string>> = {
  axios: 'composio',
  'axios-retry': 'composio',
  agentkeepalive: 'composio',
  '@cacheable/memory': 'cache',
  '@nestjs/cache-manager': 'cache',
  'cache-manager': 'cache',
  keyv: 'cache',
  ajv: 'schema',
  re2js: 'schema',
  'lossless-json': 'tools',
  'prom-client': 'metrics',
  '@nestjs/platform-fastify': '.',
};

/** Packages that every folder may use. */
const SHARED = [
  '@fastify/static',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/swagger',
  'reflect-metadata',
  'rxjs',
  'zod',
];

/** Folders that use no package but their own, so that they can be read, tested and reused alone. */
const PURE = new Set(['schema', 'search', 'sandbox']);

const files = sourceFiles('src').filter((file) => !file.endsWith('.spec.ts'));

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** The first folder below src/ that a file is in. */
function folderOf(file: string): string {
  const [folder = '', ...rest] = relative('src', file).split(sep);
  return rest.length === 0 ? '.' : folder;
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'/gms)].map(
    ([, name]) => name as string,
  );
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Whether its name says what kind of file it is, as `tools.controller.ts` does. Files right in src/ put the server together. */
function hasKind(file: string): boolean {
  return folderOf(file) === '.' || /\.[a-z]+\.ts$/.test(file);
}

/** What a file may not import: each names the file and the rule. */
function forbidden(file: string): string[] {
  const from = folderOf(file);
  return importsOf(file).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const owner = OWNED_BY[packageOf(specifier)];
      if (owner !== undefined && owner !== from)
        return `${file} imports ${specifier}, which only ${owner}/ may`;
      const isForeign = owner === undefined && !specifier.startsWith('node:');
      if (isForeign && PURE.has(from)) return `${file} imports ${specifier}, but ${from}/ is pure`;
      return specifier.startsWith('@nestjs/') && !hasKind(file)
        ? `${file} imports ${specifier}, but a file without a kind knows no Nest`
        : [];
    }
    const to = folderOf(normalize(join(dirname(file), specifier)));
    const allowed = from === '.' || from === to || MAY_IMPORT[from]?.includes(to);
    return allowed ? [] : `${file} imports from ${to}/, which ${from}/ may not`;
  });
}

describe('the architecture', () => {
  it.each(files)('%s imports only what its folder may', (file) => {
    expect(forbidden(file)).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== '.'));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('knows of every runtime dependency whose it is', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect([...Object.keys(OWNED_BY), ...SHARED].toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config/process-settings.ts']);
  });

  it.each([...files, ...sourceFiles('test'), ...sourceFiles('bench')])('%s has at most 300 lines', (file) => {
    const lines = file.endsWith('.d.ts') ? 0 : readFileSync(file, 'utf8').trimEnd().split('\n').length;
    expect(lines).toBeLessThanOrEqual(300);
  });
});
