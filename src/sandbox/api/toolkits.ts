import type { Access, Toolkit } from '../definition/toolkit.js';
import { hasWords } from '../definition/words.js';
import { json } from '../http/reply.js';
import { findToolkit, TOOLKITS } from '../toolkits/catalogue.js';
import { notFound } from './api-error.js';
import type { Handler } from './handler.js';
import { cursorPage, readPage } from './page.js';
import { Query } from './query.js';

const SCHEMES: Readonly<
  Record<Access, { readonly all: readonly string[]; readonly managed: readonly string[] }>
> = {
  none: { all: ['NO_AUTH'], managed: [] },
  connected: { all: ['OAUTH2'], managed: ['OAUTH2'] },
  configured: { all: ['OAUTH2'], managed: ['OAUTH2'] },
  managed: { all: ['OAUTH2'], managed: ['OAUTH2'] },
  custom: { all: ['API_KEY'], managed: [] },
};

/** `GET /toolkits` */
export const listToolkits: Handler = ({ exchange }) => {
  const query = new Query(exchange.query);
  const page = readPage(query, { fallback: 1000, max: 1000 });
  const category = query.text('category')?.toLowerCase();
  const managedBy = query.choice('managed_by', ['composio', 'all', 'project']) ?? 'all';
  const type = query.choice('type', ['native', 'custom', 'all']) ?? 'all';
  const order = query.choice('sort_by', ['usage', 'alphabetically']) ?? 'usage';
  query.flag('include_deprecated');
  const search = query.text('search') ?? '';
  if (search !== '' && search.length < 3) query.fail('search', 'Expected at least 3 characters');
  query.check();
  const found = TOOLKITS.filter(
    (toolkit) =>
      (category === undefined || toolkit.categories.some((entry) => fits(category, entry.id, entry.name))) &&
      (managedBy === 'all' || (managedBy === 'composio') === SCHEMES[toolkit.access].managed.length > 0) &&
      type !== 'custom' &&
      hasWords(search, toolkit.slug, toolkit.name, toolkit.description),
  );
  const sorted = found.toSorted((a, b) =>
    order === 'usage' ? a.usageRank - b.usageRank : a.name.localeCompare(b.name, 'en'),
  );
  return json(200, cursorPage(sorted.map(listItem), page));
};

/** `GET /toolkits/{slug}` */
export const getToolkit: Handler = ({ exchange }) => {
  const slug = exchange.params['slug'] ?? '';
  const toolkit = findToolkit(slug);
  const version = exchange.query.get('version') ?? 'latest';
  if (!toolkit || (version !== 'latest' && !toolkit.versions.includes(version)))
    throw notFound(`Toolkit ${slug}`);
  return json(200, details(toolkit, version === 'latest' ? toolkit.version : version));
};

/** `GET /toolkits/categories` */
export const listCategories: Handler = () => {
  const all = TOOLKITS.flatMap((toolkit) => toolkit.categories);
  const categories = [...new Map(all.map((category) => [category.id, category])).values()];
  const sorted = categories.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return json(200, cursorPage(sorted, { page: 1, limit: 1000 }));
};

/** `GET /toolkits/changelog`: one call that gives the newest version of every toolkit. */
export const listChangelog: Handler = () => {
  const items = TOOLKITS.map((toolkit) => ({
    slug: toolkit.slug,
    name: toolkit.slug,
    display_name: toolkit.name,
    versions: toolkit.versions.toReversed().map((version) => ({
      version,
      changelog:
        version === toolkit.versions[0] ? 'First version.' : 'Tools were added and described more clearly.',
    })),
  }));
  return json(200, { items });
};

function fits(wanted: string, ...names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === wanted);
}

function summary(toolkit: Toolkit): Record<string, unknown> {
  const schemes = SCHEMES[toolkit.access];
  return {
    slug: toolkit.slug,
    name: toolkit.name,
    type: 'native',
    auth_schemes: schemes.all,
    composio_managed_auth_schemes: schemes.managed,
    is_local_toolkit: false,
    no_auth: toolkit.access === 'none',
    auth_guide_url: null,
  };
}

function meta(toolkit: Toolkit, version: string): Record<string, unknown> {
  return {
    created_at: '2026-04-01T08:00:00.000Z',
    updated_at: `${version.slice(0, 4)}-${version.slice(4, 6)}-${version.slice(6, 8)}T08:00:00.000Z`,
    description: toolkit.description,
    logo: toolkit.logo,
    app_url: `https://${toolkit.slug}.sandbox.example`,
    triggers_count: 0,
    tools_count: toolkit.tools.filter((tool) => tool.available_versions.includes(version)).length,
    version,
  };
}

function listItem(toolkit: Toolkit): Record<string, unknown> {
  return {
    ...summary(toolkit),
    deprecated: { toolkitId: `sandbox-${toolkit.slug}` },
    meta: { ...meta(toolkit, toolkit.version), categories: toolkit.categories },
  };
}

function details(toolkit: Toolkit, version: string): Record<string, unknown> {
  const { all, managed } = SCHEMES[toolkit.access];
  const scopes = [...new Set(toolkit.tools.flatMap((tool) => tool.scopes))];
  const none = { required: [], optional: [] };
  return {
    ...summary(toolkit),
    enabled: true,
    composio_managed_auth: managed.map((mode) => ({ mode, scopes: { available: scopes } })),
    auth_config_details: all.map((mode) => ({
      mode,
      name: mode.toLowerCase(),
      fields: { auth_config_creation: none, connected_account_initiation: none },
    })),
    base_url: `https://api.${toolkit.slug}.example/v1`,
    deprecated: { toolkitId: `sandbox-${toolkit.slug}`, rawProxyInfoByAuthSchemes: [] },
    meta: {
      ...meta(toolkit, version),
      // The list names a category by id, and this answer by slug.
      categories: toolkit.categories.map(({ id, name }) => ({ slug: id, name })),
      available_versions: toolkit.versions,
    },
  };
}
