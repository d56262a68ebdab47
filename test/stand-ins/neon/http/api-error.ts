/** An answer other than success, in the API's form `{request_id, code, message}`. */
export class ApiError extends Error {
  readonly status: number;
  /** Often empty in Neon's answers. */
  readonly code: string;

  constructor(status: number, message: string, code = '') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function notFound(what: string): ApiError {
  return new ApiError(404, `${what} not found`);
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, message);
}
