/** What an error answer of Composio says beside its message. */
export interface ErrorFacts {
  readonly status: number;
  readonly code: number;
  readonly slug: string;
  readonly suggestedFix?: string;
  readonly errors?: readonly string[];
}

/**
 * An error answer of the API. Codes, slugs and statuses are those that Composio answers with, unless noted otherwise;
 * callers branch on code and slug, so those matter more than the words.
 */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly facts: ErrorFacts,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The body of the answer: one `error` member that holds it all. */
  body(requestId: string): { error: Record<string, unknown> } {
    const { status, code, slug, suggestedFix, errors } = this.facts;
    const base = { message: this.message, code, slug, status, request_id: requestId };
    return {
      error: { ...base, suggested_fix: suggestedFix ?? 'Check your input.', ...(errors && { errors }) },
    };
  }
}

/** The request does not fit the contract; each problem names the place. */
export function invalidRequest(problems: readonly string[]): ApiError {
  return new ApiError('Validation error while processing request', {
    status: 400,
    code: 10400,
    slug: 'HTTP_BadRequest',
    suggestedFix: 'Please check the payload.',
    errors: problems,
  });
}

/** There is nothing at this address, or no such thing in a collection. Code and slug are the sandbox's own. */
export function notFound(what: string): ApiError {
  return new ApiError(`${what} not found`, { status: 404, code: 10404, slug: 'HTTP_NotFound' });
}

/** No tool of this slug, or not in the version asked for. */
export function toolNotFound(slug: string): ApiError {
  return new ApiError(`Tool ${slug} not found`, { status: 404, code: 2401, slug: 'Tool_ToolNotFound' });
}

/** The user has no ACTIVE account of the toolkit. v3.1 answers 404 here; v3 answered 400. */
export function notConnected(userId: string, toolkit: string): ApiError {
  return new ApiError(`No connected account found for user ID ${userId} for toolkit ${toolkit}`, {
    status: 404,
    code: 1810,
    slug: 'ActionExecute_ConnectedAccountNotFound',
    suggestedFix: 'Connect an account of this toolkit for the user first.',
  });
}

/** The account named in the call belongs to somebody else. */
export function accountOfOther(): ApiError {
  return new ApiError('Connected account user ID does not match the provided user ID.', {
    status: 400,
    code: 1812,
    slug: 'ActionExecute_ConnectedAccountEntityIdMismatch',
    suggestedFix: 'Send the user_id that the connected account was made for.',
  });
}

/** No connected account of this id in the project. */
export function accountNotFound(id: string): ApiError {
  const facts = { status: 404, code: 606, slug: 'ConnectedAccount_ResourceNotFound' };
  return new ApiError(`Connected account "${id}" not found`, facts);
}

/** No auth config of this id in the project. Composio answers 404 here, and used to answer 400. */
export function authConfigNotFound(): ApiError {
  return new ApiError('Auth config not found', { status: 404, code: 607, slug: 'Auth_Config_NotFound' });
}

/** The toolkit needs no account, so there is nothing to configure. */
export function noAuthToolkit(toolkit: string): ApiError {
  const message = `Cannot create an auth config for toolkit "${toolkit}": it does not require authentication.`;
  return new ApiError(message, { status: 400, code: 303, slug: 'Auth_Config_NoAuthApp' });
}

/** Composio has no credentials of its own for the toolkit. */
export function noManagedAuth(toolkit: string): ApiError {
  const message =
    `Default auth config not found for toolkit "${toolkit}". ` +
    'Composio does not have managed credentials for this toolkit.';
  return new ApiError(message, {
    status: 400,
    code: 306,
    slug: 'Auth_Config_DefaultAuthConfigNotFound',
    suggestedFix: 'Use type "use_custom_auth" with credentials of your own.',
  });
}

/** The body is longer than Composio takes. Composio documents the status; code and slug are the sandbox's own. */
export function bodyTooLarge(): ApiError {
  return new ApiError('Request body is too large', {
    status: 413,
    code: 10413,
    slug: 'HTTP_PayloadTooLarge',
  });
}

/** Something Composio does and the sandbox does not. */
export function notInSandbox(what: string): ApiError {
  const facts = { status: 501, code: 10501, slug: 'HTTP_NotImplemented' };
  return new ApiError(`The sandbox does not ${what}.`, facts);
}

/** A defect of the sandbox itself. */
export function internalError(): ApiError {
  return new ApiError('Internal server error', {
    status: 500,
    code: 10500,
    slug: 'HTTP_InternalServerError',
  });
}
