import { type ProblemCode, problemCodes } from './problem-codes.js';

/** What a `Problem` may say beside its code and detail. */
export interface ProblemExtras {
  /** What the caller can do about it, in one sentence. */
  readonly fix?: string;
  /** Whether the very same request may succeed later. Default: false. */
  readonly retryable?: boolean;
  /** When to try again, in seconds: sent as `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Further members of the body, one level deep. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The only error this server throws on purpose: it becomes one `application/problem+json` answer (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly fix: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly members: Readonly<Record<string, unknown>>;

  /**
   * @param code decides the HTTP status
   * @param detail one sentence a model can act on: never a secret, never the inside of this server
   */
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    extras: ProblemExtras = {},
  ) {
    super(detail, { cause: extras.cause });
    this.status = problemCodes[code].status;
    this.fix = extras.fix;
    this.retryable = extras.retryable ?? false;
    this.retryAfterSeconds = extras.retryAfterSeconds;
    this.members = extras.members ?? {};
  }
}
