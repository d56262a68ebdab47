/** Errors that every room may throw. Anything else that reaches the top is our bug and is reported as one. */

interface UserErrorOptions {
  /** What to do next, one or more sentences. */
  readonly hint?: string;
  readonly docs?: string;
  readonly cause?: unknown;
}

/** The user can mend this: the message says what happened and the value seen, `hint` what to do. Never holds a secret. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;
  readonly docs: string | undefined;

  constructor(message: string, options: UserErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
    this.docs = options.docs;
  }
}

interface ExternalErrorOptions {
  /** HTTP status, or undefined when no answer came. */
  readonly status?: number | undefined;
  /** The service's own error code, such as `BRANCHES_LIMIT_EXCEEDED`. */
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  /** True when the same call may succeed later without a change. */
  readonly retryable?: boolean;
  readonly hint?: string;
  readonly cause?: unknown;
}

/** A service that we depend on failed or refused. Never holds a secret. */
export class ExternalError extends Error {
  override readonly name = 'ExternalError';
  readonly service: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly hint: string | undefined;

  constructor(service: string, message: string, options: ExternalErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.service = service;
    this.status = options.status;
    this.code = options.code;
    this.requestId = options.requestId;
    this.retryable = options.retryable ?? false;
    this.hint = options.hint;
  }
}

/** The run was cancelled (SIGINT, SIGTERM). Leaves exit code 130. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor(reason: string) {
    super(`Cancelled (${reason})`);
  }
}

/** The text of anything thrown, without its stack and without inspecting it (objects may carry URIs). */
export function errorMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'unknown error';
}

/** For exhaustive switches: a case that the types rule out. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
