import { InvalidArguments, ProviderFailure } from '../definition/provider-failure.js';
import type { WireTool } from '../definition/tool.js';
import type { Toolkit } from '../definition/toolkit.js';
import { json } from '../http/reply.js';
import { DEFAULT_USER, type Project } from '../project/project.js';
import { findTool, findToolkit } from '../toolkits/catalogue.js';
import { accountOfOther, notConnected, notInSandbox, toolNotFound } from './api-error.js';
import type { Call, Handler } from './handler.js';
import { Payload } from './payload.js';
import { inVersion } from './tools.js';

interface ExecuteRequest {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly userId: string | undefined;
  readonly accountId: string | undefined;
  readonly version: string;
}

/** The body of a call that ran: `error` is null exactly when it was successful. */
interface Outcome {
  readonly data: Record<string, unknown>;
  readonly error: string | null;
  readonly successful: boolean;
}

/**
 * `POST /tools/execute/{slug}`. Once a tool has run, the answer is HTTP 200 even when the app refused: only
 * `successful` tells the two apart. Each call runs the tool; nothing makes a repeated one harmless.
 */
export const executeTool: Handler = async (call) => {
  const request = readRequest(call.exchange.text);
  const slug = call.exchange.params['slug'] ?? '';
  const tool = findTool(slug);
  const toolkit = tool && findToolkit(tool.toolkit.slug);
  if (!toolkit || !inVersion(tool, request.version)) throw toolNotFound(slug);
  const userId = resolveUser(call, toolkit, request);
  const outcome = await run(call, tool, toolkit, userId, request);
  call.world.record({ tool: slug, userId, apiKey: call.apiKey, successful: outcome.successful });
  return json(200, { ...outcome, log_id: `log_${call.world.next()}` });
};

function readRequest(text: string): ExecuteRequest {
  const payload = Payload.parse(text);
  const args = payload.record('arguments');
  const prose = payload.text('text');
  if (payload.has('arguments') === payload.has('text')) {
    const problem = payload.has('text')
      ? "Only one of 'text' or 'arguments'"
      : "One of 'text' or 'arguments'";
    payload.fail('text.arguments', `${problem} must be provided`);
  }
  const userId = payload.text('user_id') ?? payload.text('entity_id');
  const accountId = payload.text('connected_account_id');
  const version = payload.text('version') ?? 'latest';
  payload.check();
  if (prose !== undefined) throw notInSandbox('turn text into arguments');
  return { arguments: args ?? {}, userId, accountId, version };
}

/** Whose app to run the tool in. */
function resolveUser({ project, exchange }: Call, toolkit: Toolkit, request: ExecuteRequest): string {
  const userId = request.userId ?? DEFAULT_USER;
  if (toolkit.access === 'none') return userId;
  project.meet(userId, exchange.now);
  if (request.accountId !== undefined)
    return userOfAccount(project, toolkit, request.accountId, request.userId);
  if (!project.isConnected(userId, toolkit.slug)) throw notConnected(userId, toolkit.slug);
  return userId;
}

function userOfAccount(project: Project, toolkit: Toolkit, id: string, userId: string | undefined): string {
  const account = project.accounts.find((entry) => entry.id === id);
  if (account && userId !== undefined && account.userId !== userId) throw accountOfOther();
  // An account that is gone, not active or of another toolkit is no connection to Composio (1810).
  if (account?.toolkit !== toolkit.slug || account.status !== 'ACTIVE') {
    throw notConnected(userId ?? DEFAULT_USER, toolkit.slug);
  }
  return account.userId;
}

async function run(
  { project, exchange }: Call,
  tool: WireTool,
  toolkit: Toolkit,
  userId: string,
  request: ExecuteRequest,
): Promise<Outcome> {
  try {
    const app = project.app(userId, toolkit, exchange.now);
    const data = await app.run(tool.slug, request.arguments, { userId, now: exchange.now });
    return { data, error: null, successful: true };
  } catch (error) {
    if (error instanceof ProviderFailure) {
      return { data: error.data(), error: error.line(toolkit.slug), successful: false };
    }
    if (error instanceof InvalidArguments) return { data: {}, error: error.message, successful: false };
    throw error;
  }
}
