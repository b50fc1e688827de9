import type { WireTool } from '../definition/tool.js';
import { words } from '../definition/words.js';
import { json } from '../http/reply.js';
import type { Project } from '../project/project.js';
import { findTool, TOOLS } from '../toolkits/catalogue.js';
import { toolNotFound } from './api-error.js';
import type { Handler } from './handler.js';
import { cursorPage, readPage } from './page.js';
import { Query } from './query.js';

/** `GET /tools`. Deprecated tools are among them unless the caller says otherwise, and the default page is short. */
export const listTools: Handler = ({ exchange, project }) => {
  const query = new Query(exchange.query);
  const page = readPage(query, { fallback: 20, max: 1000 });
  const found = readFilter(query, project);
  const versioned = versionReader(query);
  query.check();
  return json(
    200,
    cursorPage(
      found.map(versioned).filter((tool) => tool !== undefined),
      page,
    ),
  );
};

/** `GET /tools/{slug}` */
export const getTool: Handler = ({ exchange }) => {
  const slug = exchange.params['slug'] ?? '';
  const tool = findTool(slug);
  const query = new Query(exchange.query);
  const version = query.text('version');
  const found = tool && (version === undefined ? versionReader(query)(tool) : inVersion(tool, version));
  if (!found) throw toolNotFound(slug);
  return json(200, found);
};

/** `GET /tools/enum`: every slug and nothing else. */
export const listToolSlugs: Handler = () =>
  json(
    200,
    TOOLS.map((tool) => tool.slug),
  );

/** The tool as it is in a version, or undefined when the version does not have it. */
export function inVersion(tool: WireTool, version: string): WireTool | undefined {
  if (version === 'latest' || version === tool.version) return tool;
  if (!tool.available_versions.includes(version)) return undefined;
  return { ...tool, version, deprecated: { ...tool.deprecated, version } };
}

function readFilter(query: Query, project: Project): readonly WireTool[] {
  const slugs = query.list('tool_slugs');
  const toolkits = query.list('toolkit_slug');
  const authConfigs = query.list('auth_config_ids');
  const important = query.choice('important', ['true', 'false']);
  const tags = query.list('tags');
  const scopes = query.list('scopes');
  const deprecated = query.flag('include_deprecated') ?? true;
  const text = query.text('query') ?? query.text('search') ?? '';
  // Slugs win over every other filter, and those that do not exist are silently absent.
  if (slugs) return TOOLS.filter((tool) => slugs.includes(tool.slug));
  const configured = project.authConfigs.filter((config) => authConfigs?.includes(config.id));
  const found = TOOLS.filter(
    (tool) =>
      (!toolkits || toolkits.includes(tool.toolkit.slug)) &&
      (!authConfigs || configured.some((config) => config.toolkit === tool.toolkit.slug)) &&
      (important !== 'true' || tool.tags.includes('important')) &&
      (!tags || tags.some((tag) => tool.tags.includes(tag))) &&
      (!scopes || scopes.some((scope) => tool.scopes.includes(scope))) &&
      (deprecated || !tool.is_deprecated),
  );
  return text === '' ? found : byRelevance(found, text);
}

/** The tools that contain at least one of the words, those with the most of them first. */
function byRelevance(tools: readonly WireTool[], text: string): readonly WireTool[] {
  const wanted = words(text);
  const scored = tools.map((tool) => {
    const haystack = `${tool.slug} ${tool.name} ${tool.description}`.toLowerCase();
    return { tool, score: wanted.filter((word) => haystack.includes(word)).length };
  });
  const found = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  return found.map(({ tool }) => tool);
}

function versionReader(query: Query): (tool: WireTool) => WireTool | undefined {
  const all = query.text('toolkit_versions');
  const perToolkit = query.group('toolkit_versions');
  return (tool) => inVersion(tool, perToolkit[tool.toolkit.slug] ?? all ?? 'latest');
}
