import { STATUS_CODES } from 'node:http';

/**
 * The app behind a tool refused. Composio answers HTTP 200 with `successful: false` and gives the provider's
 * status and words in `data`, so this is an outcome of a call and not an error of the API.
 */
export class ProviderFailure extends Error {
  /** @param resource what was asked for, as the path of the provider's URL: `messages/msg_9`. */
  constructor(
    readonly status: number,
    message: string,
    private readonly resource: string,
  ) {
    super(message);
    this.name = 'ProviderFailure';
  }

  /** The `error` member: one line in the form Composio's tools report a provider's refusal in. */
  line(toolkit: string): string {
    const side = this.status >= 500 ? 'Server' : 'Client';
    const reason = STATUS_CODES[this.status] ?? 'Unknown';
    return `${this.status} ${side} Error: ${reason} for url: https://api.${toolkit}.example/v1/${this.resource}`;
  }

  /** The `data` member: the provider's own answer as text, beside its status. */
  data(): { message: string; status_code: number } {
    const answer = { error: { code: this.status, message: this.message } };
    return { message: JSON.stringify(answer, null, 2), status_code: this.status };
  }
}

/**
 * The arguments do not fit the tool. Composio finds this before it calls the provider, and reports it as a
 * failed call: HTTP 200, `Invalid request data provided - …`.
 */
export class InvalidArguments extends Error {
  constructor(problem: string) {
    super(`Invalid request data provided - ${problem}`);
    this.name = 'InvalidArguments';
  }
}
