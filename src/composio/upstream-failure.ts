import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';

/** One failed attempt of a request to Composio, as an axios error with what retry and error mapping need to know. */
export class UpstreamFailure extends AxiosError<string> {
  /** The request provably never left this machine. */
  readonly neverSent: boolean;
  /** The total deadline passed. */
  readonly timedOut: boolean;
  /** The answer's `Retry-After`. */
  readonly retryAfter: string | undefined;

  constructor(
    message: string,
    config: InternalAxiosRequestConfig,
    facts: {
      readonly neverSent?: boolean;
      readonly timedOut?: boolean;
      readonly retryAfter?: string | undefined;
      readonly response?: AxiosResponse<string>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, undefined, config, undefined, facts.response);
    this.neverSent = facts.neverSent ?? false;
    this.timedOut = facts.timedOut ?? false;
    this.retryAfter = facts.retryAfter;
    if (facts.cause !== undefined) this.cause = facts.cause as Error;
  }

  /** How it ended, in one of few words. */
  get outcome(): string {
    const status = this.response?.status;
    if (status === 429) return 'rate_limited';
    if (status !== undefined) return `${Math.floor(status / 100)}xx`;
    if (this.timedOut) return 'timeout';
    return this.neverSent ? 'unreachable' : 'lost';
  }
}
