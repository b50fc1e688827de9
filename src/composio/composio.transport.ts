import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Credential } from '../caller/credential.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import type { HeaderList } from '../errors/answer-headers.js';
import { PeersService } from '../workers/peers.service.js';
import { attemptFailureOf, COMPOSIO_HTTP, type ComposioHttp, KEEP_ALIVE_AGENTS } from './composio.http.js';
import { ComposioMetrics } from './composio.metrics.js';
import { ACCEPTED_ENCODINGS } from './decode-body.js';
import { readErrorBody } from './error-body.js';
import { FairShare } from './fair-share.js';
import type { KeepAliveAgents } from './keep-alive-agents.js';
import { encodeQuery, type Query } from './query.js';
import { ownTurn } from './turns.js';
import { UpstreamFailure } from './upstream-failure.js';
import { type Intent, lostAnswer, upstreamProblem } from './upstream-problem.js';

const PREFIX = '/api/v3.1';
/** Parsing so many characters takes a millisecond. */
const LARGE_ANSWER = 100_000;

/** What is the same whoever of this server asks; connections are looked up because they may just have changed. */
const CATALOGUE = new Set(['/tools', '/toolkits', '/mcp/servers']);
/** Workers are given what another loaded a moment ago, in parts of the time that it counts as fresh. */
const SHARED_PART = 0.1;

/** What reading is for. */
export const READ: Intent = { write: false };
/** What creating something is for. */
export const WRITE: Intent = { write: true };

/** Sends requests to Composio's API v3.1 with a caller's credential, and turns its failures into problems. */
@Injectable()
export class ComposioTransport implements OnApplicationShutdown {
  private readonly sharedMs: number;

  constructor(
    @Inject(COMPOSIO_HTTP) private readonly http: ComposioHttp,
    @Inject(KEEP_ALIVE_AGENTS) private readonly agents: KeepAliveAgents,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly peers: PeersService,
    private readonly share: FairShare,
    private readonly metrics: ComposioMetrics,
  ) {
    const { TOOLS_CACHE_TTL_SECONDS: tools, SERVERS_CACHE_TTL_SECONDS: servers } = settings;
    this.sharedMs = Math.min(tools, servers) * 1_000 * SHARED_PART;
  }

  /** Not before: calls in flight finish first. */
  onApplicationShutdown(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }

  /**
   * Reads JSON. Repeated where that may help.
   * @param path of the API, starting with a slash, its segments encoded
   * @throws {Problem} credential_*, not_found or upstream_*
   */
  async read(credential: Credential, path: string, query: Query): Promise<unknown> {
    const text = await this.readText(credential, path, query);
    if (text.length > LARGE_ANSWER) await ownTurn();
    return parseJson(text, READ);
  }

  /** As `read`, but for the text of the answer as it came. */
  readText(credential: Credential, path: string, query: Query): Promise<string> {
    const url = path + encodeQuery(query);
    const load = () =>
      this.send(credential, READ, {
        method: 'GET',
        url,
        headers: ['accept-encoding', ACCEPTED_ENCODINGS],
        deadlineAt: this.deadline(),
      });
    return CATALOGUE.has(path)
      ? this.peers.once(`${credential.fingerprint}:${url}`, this.sharedMs, load)
      : load();
  }

  /**
   * Creates something, at most once.
   * @throws {Problem} credential_*, not_found, upstream_* or outcome_unknown
   */
  async create(credential: Credential, path: string, body: unknown): Promise<unknown> {
    return parseJson(await this.post(credential, WRITE, path, JSON.stringify(body)), WRITE);
  }

  /**
   * Posts JSON text, at most once, and returns the answer's text.
   * @param deadlineAt when it must be over, on the clock of `performance.now()`
   * @throws {Problem} as `upstreamProblem` says for the intent
   */
  post(
    credential: Credential,
    intent: Intent,
    path: string,
    json: string,
    deadlineAt = this.deadline(),
  ): Promise<string> {
    return this.send(credential, intent, {
      method: 'POST',
      url: path,
      data: json,
      headers: ['content-type', 'application/json', 'content-length', String(Buffer.byteLength(json))],
      deadlineAt,
    });
  }

  private deadline(): number {
    return performance.now() + this.settings.REQUEST_TIMEOUT * 1_000;
  }

  private async send(credential: Credential, intent: Intent, request: WireRequest): Promise<string> {
    const { method, url, data, headers, deadlineAt } = request;
    const { fingerprint } = credential;
    if (!this.share.take(fingerprint)) await this.share.wait(fingerprint, deadlineAt);
    const startedAt = performance.now();
    try {
      const answer = await this.http.request({
        method,
        url: PREFIX + url,
        data,
        write: data !== undefined,
        deadlineAt,
        wireHeaders: [
          ...headers,
          'accept',
          'application/json',
          // The only credential header: with a second one Composio rejects the request.
          'x-api-key',
          credential.reveal(),
          'x-request-id',
          randomUUID(),
        ],
      });
      this.metrics.ended(url, '2xx', startedAt, answer.config['axios-retry']?.retryCount);
      return answer.data;
    } catch (error) {
      if (!(error instanceof UpstreamFailure)) throw error;
      this.metrics.ended(url, error.outcome, startedAt, error.config?.['axios-retry']?.retryCount);
      // The key is on the failed request: no cause is attached, so that it cannot reach a log.
      throw upstreamProblem(intent, {
        ...attemptFailureOf(error),
        timedOut: error.timedOut,
        body: readErrorBody(error.response?.data, credential.reveal()),
      });
    } finally {
      this.share.giveBack(fingerprint);
    }
  }
}

interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** Below the API's prefix. */
  readonly url: string;
  /** JSON. What has some does something: it may never happen twice. */
  readonly data?: string;
  readonly headers: HeaderList;
  /** On the clock of `performance.now()`. */
  readonly deadlineAt: number;
}

/**
 * Parses an answer.
 * @throws {Problem} for what is not JSON: `outcome_unknown` behind a write
 */
export function parseJson(text: string, intent: Intent): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw lostAnswer(intent, 'Composio answered something else than JSON.');
  }
}
