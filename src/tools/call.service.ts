import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'lossless-json';
import type { Caller } from '../caller/caller.js';
import { ConnectLinks } from '../catalogue/connect-links.service.js';
import { inTime } from '../catalogue/in-time.js';
import type { Tool } from '../catalogue/tool.js';
import { ToolLookup } from '../catalogue/tool-lookup.service.js';
import { ComposioExecutor, type ExecutionResult } from '../composio/composio.executor.js';
import { jsonMembers } from '../composio/json-members.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Problem } from '../errors/problem.js';
import { adaptSchema } from '../schema/adapt-schema.js';
import { type ArgumentValidator, compileValidator } from '../schema/argument-validator.js';
import { isObject } from '../schema/json-schema.js';
import { type RenamedProperties, restoreNames } from '../schema/property-names.js';

/** A tool's arguments as they came. */
export interface RawArguments {
  /** The text of a JSON object; nothing for no arguments. */
  readonly json: string | undefined;
  /** The same, parsed: numbers beyond 2^53 have lost digits here. */
  readonly value: unknown;
}

const LONGEST_WAIT_FOR_LINK_MS = 10_000;
const NO_ARGUMENTS = '{}';

/** What it takes to check the arguments of a tool. */
interface Checks {
  readonly validate: ArgumentValidator;
  readonly renames: RenamedProperties | undefined;
}

/** Runs tools for callers: allowed? valid? then once to Composio. */
@Injectable()
export class CallService {
  /** Compiled once for each version of a tool that is called. */
  private readonly checks = new WeakMap<Tool, Checks>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly tools: ToolLookup,
    private readonly executor: ComposioExecutor,
    private readonly connectLinks: ConnectLinks,
  ) {}

  /**
   * Runs a tool with the caller's credential, as the caller's user.
   * @throws {Problem} `tool_not_found`, `tool_not_allowed`, `arguments_invalid`, `account_not_connected` with a fresh
   * `connect_url`, or what the executor throws
   */
  async call(caller: Caller, name: string, given: RawArguments): Promise<ExecutionResult> {
    const deadlineAt = performance.now() + this.settings.REQUEST_TIMEOUT * 1_000;
    const tool = await this.tools.find(caller, name);
    const argumentsJson = this.checked(tool, given);
    try {
      return await this.executor.execute(caller.credential, {
        tool: tool.slug,
        toolkit: tool.toolkit,
        userId: caller.userId,
        argumentsJson,
        readOnly: tool.readOnly,
        deadlineAt,
      });
    } catch (error) {
      const missing = error instanceof Problem && error.code === 'account_not_connected';
      throw missing ? await this.withConnectUrl(caller, tool, error) : error;
    }
  }

  /**
   * As `call`, with a body of `{tool, arguments}`.
   * @param body its text: the arguments are passed on as they stand there
   */
  callByName(caller: Caller, name: string, body: string): Promise<ExecutionResult> {
    const json = jsonMembers(body).get('arguments') ?? NO_ARGUMENTS;
    return this.call(caller, name, { json, value: JSON.parse(json) });
  }

  private checked(tool: Tool, given: RawArguments): string {
    if (given.value !== undefined && !isObject(given.value)) {
      throw new Problem('request_invalid', 'The arguments of a tool are a JSON object.', {
        fix: 'Send {} for none.',
      });
    }
    const { validate, renames } = this.checksOf(tool);
    const { json, value } = renames ? renamed(given, renames) : given;
    const errors = validate(value ?? {});
    if (errors.length === 0) return json ?? NO_ARGUMENTS;
    throw new Problem('arguments_invalid', `${tool.slug} was not run: its arguments are not valid.`, {
      fix: 'Correct the arguments and call it again.',
      members: { errors },
    });
  }

  private checksOf(tool: Tool): Checks {
    const known = this.checks.get(tool);
    if (known) return known;
    const schema = tool.inputSchema();
    const checks = { validate: compileValidator(schema), renames: adaptSchema(schema)?.renames };
    this.checks.set(tool, checks);
    return checks;
  }

  private async withConnectUrl(caller: Caller, tool: Tool, problem: Problem): Promise<Problem> {
    try {
      const creating = this.connectLinks.create(caller, tool.toolkit);
      const link = await inTime(LONGEST_WAIT_FOR_LINK_MS, creating, tooLate);
      return new Problem('account_not_connected', problem.detail, {
        fix: 'Ask the user to open connect_url and connect the account, then call the tool again.',
        members: {
          toolkit: tool.toolkit,
          connect_url: link.url,
          ...(link.expiresAt ? { expires_at: link.expiresAt } : {}),
        },
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return new Problem('account_not_connected', problem.detail, {
        fix: `Ask the user to connect ${tool.toolkit} in the Composio dashboard. No link could be made here: ${error.detail}`,
        members: { toolkit: tool.toolkit },
      });
    }
  }
}

/** The caller has waited for the tool already. */
function tooLate(): never {
  throw new Problem('upstream_timeout', 'Composio made no link in time.');
}

/** The arguments under the tool's own names, every digit of every number kept. */
function renamed(given: RawArguments, renames: RenamedProperties): RawArguments {
  if (given.json === undefined) return given;
  const json =
    stringify(
      restoreNames(parse(given.json, null, { onDuplicateKey: ({ newValue }) => newValue }), renames),
    ) ?? NO_ARGUMENTS;
  return { json, value: JSON.parse(json) };
}
