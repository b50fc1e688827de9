import type { WireTool } from './odd-tools.js';

/** A toolkit in Composio's list of them. */
export interface ListedToolkit {
  slug: string;
  name: string;
  no_auth: boolean;
  auth_schemes: string[];
  composio_managed_auth_schemes: string[];
  meta: Record<string, unknown>;
}

/** An MCP server in Composio's list of them. */
export interface ListedServer {
  id: string;
  name: string;
  toolkits: string[];
  allowed_tools: string[];
}

/** A user's account; whatever else is given is answered too. */
export interface Account extends Record<string, unknown> {
  id: string;
  user_id: string;
  toolkit: { slug: string };
  status: string;
}

/** A way to connect to a toolkit. */
export interface AuthConfig {
  id: string;
  toolkit: { slug: string };
  status: string;
  is_composio_managed: boolean;
}

/**
 * What one API key sees. Tests change it while the server runs. Wherever its texts say `%KEY%`, the answers say the
 * project's marker, so that one catalogue serves several keys and every byte tells whose it is.
 */
export interface Project {
  marker: string;
  tools: WireTool[];
  /** The most used first. */
  toolkits: ListedToolkit[];
  servers: ListedServer[];
  accounts: Account[];
  authConfigs: AuthConfig[];
  /** Toolkits whose tools need an ACTIVE account of the user. */
  needsAccount: Set<string>;
  /** Toolkits that Composio has no credentials of its own for. */
  unmanaged: Set<string>;
  /** Whether Composio still accepts the key. */
  revoked: boolean;
}

/** How lists are paged, where that differs from Composio at its best. */
export interface Paging {
  /** base64: of page and limit, as documented. opaque: they tell nothing. */
  cursors: 'base64' | 'opaque';
  /** At most so many items on a page, whatever the limit asks for. */
  largestPage: number;
  /** What `total_items` claims. */
  total: (count: number) => number;
  /** Every page but the first names its own cursor as the next one. */
  loops: boolean;
  /** No page names a next cursor. */
  silent: boolean;
}

/** A project with one toolkit for each that its tools name. */
export function project(given: Partial<Project> = {}): Project {
  const { tools = [] } = given;
  const slugs = [...new Set(tools.map((tool) => tool.toolkit.slug))];
  return {
    marker: 'unmarked',
    tools,
    toolkits: slugs.map((slug) =>
      toolkit(
        slug,
        tools.filter((tool) => tool.toolkit.slug === slug),
      ),
    ),
    servers: [],
    accounts: [],
    authConfigs: [],
    needsAccount: new Set(),
    unmanaged: new Set(),
    revoked: false,
    ...given,
  };
}

/** A toolkit as Composio lists it; it needs no account where none of its tools does. */
export function toolkit(slug: string, tools: readonly WireTool[] = []): ListedToolkit {
  const noAuth = tools.length > 0 && tools.every(({ no_auth }) => no_auth);
  return {
    slug,
    name: slug,
    no_auth: noAuth,
    auth_schemes: noAuth ? [] : ['OAUTH2'],
    composio_managed_auth_schemes: noAuth ? [] : ['OAUTH2'],
    meta: {
      description: `All about ${slug}, for %KEY%`,
      logo: `https://logos.example/${slug}`,
      categories: [{ id: 'work', name: 'Work' }],
      tools_count: tools.length,
      version: '20260501_00',
    },
  };
}

/** An account of a user; ACTIVE, and with the credentials that Composio holds for it. */
export function account(user_id: string, slug: string, given: Partial<Account> = {}): Account {
  return {
    id: `ca_${slug}_${user_id}`,
    user_id,
    toolkit: { slug },
    status: 'ACTIVE',
    alias: 'of %KEY%',
    created_at: '2026-05-01T00:00:00Z',
    state: { authScheme: 'OAUTH2', val: { access_token: 'account-secret' } },
    data: { refresh_token: 'account-secret' },
    ...given,
  };
}
