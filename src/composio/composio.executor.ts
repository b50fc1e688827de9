import { Injectable } from '@nestjs/common';
import type { Credential } from '../caller/credential.js';
import { Problem } from '../errors/problem.js';
import { ComposioTransport, parseJson } from './composio.transport.js';
import { shownWords } from './error-body.js';
import { jsonMembers } from './json-members.js';
import { type Intent, lostAnswer } from './upstream-problem.js';

/** A tool call, ready to be sent. */
export interface Execution {
  readonly tool: string;
  readonly toolkit: string;
  readonly userId: string;
  /** The text of a JSON object, sent as it is. */
  readonly argumentsJson: string;
  /** The tool's tags say that it changes nothing. */
  readonly readOnly: boolean;
  /** When it must be over, on the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

/** What a tool gave back. */
export interface ExecutionResult {
  /** The text of a JSON object: the tool's data as it came. */
  readonly dataJson: string;
  /** Under which Composio keeps a log of this call. */
  readonly logId: string | undefined;
}

interface WireResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly successful?: unknown;
  readonly log_id?: unknown;
}

const DONE = '{"successful":true}';

/** Runs tools, each at most once. */
@Injectable()
export class ComposioExecutor {
  constructor(private readonly transport: ComposioTransport) {}

  /**
   * Runs a tool as a user, in its newest version. Nothing but the arguments comes from the caller's body.
   * @throws {Problem} `tool_failed` with the provider's words, `account_not_connected`, `outcome_unknown` where the answer to
   * a write was lost, and the rest of `upstreamProblem`
   */
  async execute(credential: Credential, execution: Execution): Promise<ExecutionResult> {
    const { tool, toolkit, userId, argumentsJson, readOnly } = execution;
    const intent: Intent = { write: !readOnly, tool, toolkit };
    const body = `{"user_id":${JSON.stringify(userId)},"version":"latest","arguments":${argumentsJson}}`;
    const path = `/tools/execute/${encodeURIComponent(tool)}`;
    const answer = await this.transport.post(credential, intent, path, body, execution.deadlineAt);
    const result = parseJson(answer, intent) as WireResult | null;
    if (typeof result?.successful !== 'boolean')
      throw lostAnswer(intent, 'Composio answered without a result.');
    if (!result.successful)
      throw toolFailed(execution, shownWords(textOf(result.error), credential.reveal()), result);
    return {
      dataJson: dataOf(result.data, answer),
      logId: logIdOf(result),
    };
  }
}

function dataOf(data: unknown, answer: string): string {
  if (data === undefined || data === null) return DONE;
  const json = jsonMembers(answer).get('data') ?? DONE;
  if (typeof data !== 'object' || Array.isArray(data)) {
    return `{"result":${json}}`;
  }
  return Object.keys(data).length === 0 ? DONE : json;
}

/** A log id that can travel in a header; any other is of no use. */
function logIdOf({ log_id: id }: WireResult): string | undefined {
  return typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id) ? id : undefined;
}

/** Composio's `error` is a text; what an app sent instead of one is passed on as JSON, or by its message. */
function textOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  return 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
}

function toolFailed({ tool, readOnly }: Execution, error: string, result: WireResult): Problem {
  const data = (typeof result.data === 'object' ? result.data : null) as Record<string, unknown> | null;
  const status = typeof data?.status_code === 'number' ? data.status_code : undefined;
  const logId = logIdOf(result);
  const mayPass = readOnly && status !== undefined && (status === 429 || status >= 500);
  return new Problem('tool_failed', error || `${tool} failed and gave no reason.`, {
    retryable: mayPass,
    members: {
      ...(status === undefined ? {} : { provider_status: status }),
      ...(logId === undefined ? {} : { log_id: logId }),
    },
  });
}
