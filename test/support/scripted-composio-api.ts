import { cursorPage, numberedPage } from './scripted-composio-pages.js';
import { account, type Paging, type Project } from './scripted-composio-project.js';

/** An answer as bytes. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as it arrived. */
export interface RecordedRequest {
  /** Method and path, without the tool in it: `GET /tools`, `POST /tools/execute`. */
  readonly route: string;
  /** The tool in the path of an execution. */
  readonly tool: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The value of `x-api-key`. */
  readonly key: string;
}

/** A tool that was run: whatever became of the answer. */
export interface RecordedExecution {
  readonly tool: string;
  readonly key: string;
  readonly userId: string;
  /** The whole body, as it came. */
  readonly body: string;
}

/** What answering needs beside the request. */
export interface Surroundings {
  readonly url: string;
  readonly paging: Paging;
  readonly executions: RecordedExecution[];
}

type Handler = (request: RecordedRequest, project: Project, around: Surroundings) => Answer;

/** The answer of Composio at its best. Asking for it does what the request asks for. */
export function answerTo(
  request: RecordedRequest,
  project: Project | undefined,
  around: Surroundings,
): Answer {
  if (!project || project.revoked) {
    return problem(401, 801, 'APIKey_InvalidAPIKey', `Invalid API key: ${request.key.slice(0, 4)}*****`);
  }
  const handler = HANDLERS[request.route];
  const answer = handler?.(request, project, around) ?? problem(404, 10404, 'HTTP_NotFound', 'Not found');
  return { ...answer, text: answer.text.replaceAll('%KEY%', project.marker) };
}

/** An error in Composio's envelope. */
export function problem(status: number, code: number, slug: string, message: string): Answer {
  return json(status, {
    error: { message, code, slug, status, request_id: 'req_1', suggested_fix: 'Look again.' },
  });
}

/** Any JSON answer. */
export function json(status: number, body: unknown): Answer {
  return { status, text: JSON.stringify(body) };
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /toolkits': ({ query }, { toolkits }, { paging }) => json(200, cursorPage(toolkits, query, paging)),
  'GET /toolkits/categories': () => json(200, { items: [] }),
  'GET /tools': listTools,
  'GET /mcp/servers': ({ query }, { servers }) => json(200, numberedPage(servers, query)),
  'GET /connected_accounts': ({ query }, { accounts }, { paging }) => {
    const users = query.get('user_ids')?.split(',');
    return json(
      200,
      cursorPage(
        accounts.filter(({ user_id }) => users?.includes(user_id)),
        query,
        paging,
        50,
      ),
    );
  },
  'POST /connected_accounts/link': createLink,
  'GET /auth_configs': ({ query }, { authConfigs }, { paging }) => {
    const slugs = query.get('toolkit_slug')?.split(',');
    return json(
      200,
      cursorPage(
        authConfigs.filter((config) => slugs?.includes(config.toolkit.slug)),
        query,
        paging,
        50,
      ),
    );
  },
  'POST /auth_configs': createAuthConfig,
  'POST /tools/execute': execute,
};

function listTools({ query }: RecordedRequest, { tools }: Project, { paging }: Surroundings): Answer {
  const names = query.get('tool_slugs')?.split(',');
  const toolkits = query.get('toolkit_slug')?.split(',');
  const words = query.get('query')?.toLowerCase().split(/\W+/);
  const found = tools.filter(({ slug, description, toolkit, is_deprecated }) => {
    if (names) return names.includes(slug);
    const text = `${slug} ${description}`.toLowerCase();
    return (
      (toolkits?.includes(toolkit.slug) ?? true) &&
      (words?.some((word) => text.includes(word)) ?? true) &&
      !(query.get('include_deprecated') === 'false' && is_deprecated)
    );
  });
  return json(200, cursorPage(found, query, paging));
}

function execute(
  { tool: slug, body, key }: RecordedRequest,
  project: Project,
  { executions }: Surroundings,
): Answer {
  const { user_id: userId = '', arguments: given } = JSON.parse(body) as {
    user_id?: string;
    arguments?: unknown;
  };
  const tool = project.tools.find((candidate) => candidate.slug === slug);
  if (!tool) return problem(404, 2401, 'Tool_ToolNotFound', `Tool ${slug} not found`);
  const app = tool.toolkit.slug;
  const isConnected = project.accounts.some(
    ({ user_id, toolkit, status }) => user_id === userId && toolkit.slug === app && status === 'ACTIVE',
  );
  if (project.needsAccount.has(app) && !isConnected) {
    return problem(404, 1810, 'ActionExecute_ConnectedAccountNotFound', `No connected account for ${app}`);
  }
  executions.push({ tool: slug, key, userId, body });
  const data = { ran: slug, user: userId, given, marker: '%KEY%' };
  return json(200, { data, error: null, successful: true, log_id: `log_${executions.length}` });
}

function createLink(
  { body }: RecordedRequest,
  { accounts, authConfigs }: Project,
  { url }: Surroundings,
): Answer {
  const { auth_config_id, user_id } = JSON.parse(body) as { auth_config_id: string; user_id: string };
  const config = authConfigs.find(({ id }) => id === auth_config_id);
  if (!config) return problem(404, 607, 'Auth_Config_NotFound', 'Auth config not found');
  const id = `ca_${accounts.length + 1}`;
  accounts.push(account(user_id, config.toolkit.slug, { id, status: 'INITIATED' }));
  const redirect_url = `${url}/connect/${id}-%KEY%`;
  return json(201, {
    link_token: id,
    redirect_url,
    expires_at: '2026-05-01T00:10:00Z',
    connected_account_id: id,
  });
}

function createAuthConfig({ body }: RecordedRequest, { authConfigs, unmanaged }: Project): Answer {
  const { toolkit } = JSON.parse(body) as { toolkit: { slug: string } };
  if (unmanaged.has(toolkit.slug)) {
    const message = `Default auth config not found for toolkit "${toolkit.slug}".`;
    return problem(400, 306, 'Auth_Config_DefaultAuthConfigNotFound', message);
  }
  const id = `ac_${authConfigs.length + 1}`;
  authConfigs.push({ id, toolkit, status: 'ENABLED', is_composio_managed: true });
  return json(201, { toolkit, auth_config: { id, auth_scheme: 'OAUTH2', is_composio_managed: true } });
}
