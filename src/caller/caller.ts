import type { Credential } from './credential.js';
import type { Scope } from './scope.js';

/** Who is asking, and for which part of the catalogue. */
export interface Caller {
  readonly credential: Credential;
  /** The Composio user a call runs as. */
  readonly userId: string;
  /** What the URL's prefix restricts this request to. */
  readonly scope: Scope;
}
