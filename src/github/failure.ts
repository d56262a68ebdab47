import { CancelledError, ExternalError, UserError } from '../errors.ts';
import { isRecord } from '../guard.ts';
import { secondsToWait } from './rate-limit.ts';

/** What failed, as octokit's hooks know it. */
export interface FailedRequest {
  readonly method: string;
  readonly url: string;
}

interface Response {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string | undefined;
}

const service = 'GitHub';

/**
 * What octokit throws, as one of our errors. By status and headers: https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 * - 401 and 403: a UserError that names the permission; rate limits, 404, 422 and everything else: an ExternalError.
 */
export function failureOf(thrown: unknown, request: FailedRequest): Error {
  if (thrown instanceof UserError || thrown instanceof ExternalError || thrown instanceof CancelledError)
    return thrown;
  if (!isRecord(thrown) || typeof thrown.status !== 'number') return noAnswer(thrown, request);
  const response = responseOf(thrown.response);
  if (response === undefined) return noAnswer(thrown, request);
  const { status } = thrown;
  if (status === 401) return badToken();
  if (status !== 503 && secondsToWait(thrown) !== undefined) return rateLimited(status, response, request);
  if (status === 403) return forbidden(response, request);
  return refused(status, response, request);
}

function responseOf(value: unknown): Response | undefined {
  if (!isRecord(value) || !isRecord(value.headers)) return undefined;
  const message = isRecord(value.data) ? value.data.message : undefined;
  const details = isRecord(value.data) ? detailsOf(value.data.errors) : '';
  const text = typeof message === 'string' ? oneLine(`${message}${details}`) : undefined;
  return { headers: value.headers, message: text };
}

/** The reasons of a 422. */
function detailsOf(errors: unknown): string {
  if (!Array.isArray(errors)) return '';
  const messages = errors.map((error: unknown) => (isRecord(error) ? error.message : error));
  const texts = messages.filter((message) => typeof message === 'string');
  return texts.length > 0 ? `: ${texts.join('; ')}` : '';
}

function noAnswer(thrown: unknown, request: FailedRequest): ExternalError {
  return new ExternalError(
    service,
    `GitHub gave no usable answer to ${describe(request)}: ${reasonOf(thrown)}.`,
    {
      retryable: true,
      hint: 'Run the job again. On a self-hosted runner, check `https_proxy` and `no_proxy`.',
    },
  );
}

/** "fetch failed" hides what happened in its cause, and a failure on all addresses of a host has a code but no message. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown error';
  if (thrown.cause instanceof Error) return reasonOf(thrown.cause);
  const code = isRecord(thrown) && typeof thrown.code === 'string' ? thrown.code : thrown.name;
  return oneLine(thrown.message) || code;
}

function badToken(): UserError {
  return new UserError('GitHub does not accept the token (401).', {
    hint: 'Give `github-token` a token that is valid: ${{ github.token }} ends with its job, other tokens expire or are revoked.',
  });
}

function rateLimited(status: number, response: Response, request: FailedRequest): ExternalError {
  const retryAfter = header(response, 'retry-after');
  const isExhausted = header(response, 'x-ratelimit-remaining') === '0';
  const until = retryAfter === undefined ? resetTime(response) : ` for ${retryAfter} s`;
  return new ExternalError(service, `GitHub refused ${describe(request)}: its rate limit holds${until}.`, {
    status,
    code: isExhausted ? 'RATE_LIMIT' : 'SECONDARY_RATE_LIMIT',
    requestId: header(response, 'x-github-request-id'),
    retryable: true,
    hint: 'Run the job again after that. All jobs of a repository share one budget of 1,000 requests an hour with ${{ github.token }}.',
  });
}

function resetTime(response: Response): string {
  const seconds = Number(header(response, 'x-ratelimit-reset'));
  return Number.isInteger(seconds) && seconds > 0 ? ` until ${new Date(seconds * 1000).toISOString()}` : '';
}

function forbidden(response: Response, request: FailedRequest): UserError {
  const permission = neededPermission(response, request);
  const said = response.message === undefined ? '' : ` (${response.message})`;
  const lacks = permission === undefined ? '' : ` The token may lack \`${permission}\`.`;
  return new UserError(`GitHub refused ${describe(request)}: 403${said}.${lacks}`, {
    hint: [
      `Add \`${permission ?? 'pull-requests: write'}\` to the \`permissions:\` of the job: the default token is read-only in many organisations.`,
      'Runs for pull requests of forks and of Dependabot get a read-only token whatever the workflow asks for: publish from a `workflow_run` workflow instead (examples/comment-from-fork.yml).',
    ].join(' '),
    docs: 'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions',
  });
}

function refused(status: number, response: Response, request: FailedRequest): ExternalError {
  const said = response.message === undefined ? '' : ` (${response.message})`;
  return new ExternalError(service, `GitHub answered ${status} to ${describe(request)}${said}.`, {
    status,
    requestId: header(response, 'x-github-request-id'),
    retryable: status >= 500,
    ...(status === 404
      ? { hint: 'It does not exist, or the token may not see it: GitHub answers 404 for both.' }
      : {}),
  });
}

/** Where GitHub does not say what it wants. First match counts. */
const permissionsByPath: readonly (readonly [path: RegExp, permission: string])[] = [
  [/\/issues(\/\d+)?$/, 'issues'],
  [/\/issues\//, 'pull-requests'],
  [/\/pulls(\/|$)/, 'pull-requests'],
  [/\/check-runs(\/|$)/, 'checks'],
  [/\/status(es)?(\/|$)/, 'statuses'],
  [/\/actions\//, 'actions'],
  [/\/releases(\/|$)/, 'contents'],
];

/** `pull-requests: write`, as a workflow writes it. From the header when GitHub sends it: `issues=write; pull_requests=write` lists alternatives. */
function neededPermission(response: Response, request: FailedRequest): string | undefined {
  const accepted = header(response, 'x-accepted-github-permissions')?.split(';') ?? [];
  const alternatives = accepted.map((text) => text.trim()).filter((text) => text !== '');
  const chosen = alternatives.find((text) => text.startsWith('pull_requests')) ?? alternatives[0];
  if (chosen !== undefined)
    return chosen.replaceAll('_', '-').replaceAll('=', ': ').replaceAll(/,\s*/g, ', ');
  const permission = permissionsByPath.find(([path]) => path.test(pathOf(request)))?.[1];
  if (permission === undefined) return undefined;
  return `${permission}: ${request.method === 'GET' ? 'read' : 'write'}`;
}

function describe(request: FailedRequest): string {
  return `${request.method} ${pathOf(request)}`;
}

/** Without host and query. Octokit gives a full URL, or a template with its values beside it. */
function pathOf(request: FailedRequest): string {
  const values: object = request;
  return request.url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?.*$/, '')
    .replaceAll(/\{(\w+)\}/g, (placeholder, name) => String(Reflect.get(values, name) ?? placeholder));
}

function header(response: Response, name: string): string | undefined {
  const value = response.headers[name];
  return value === undefined ? undefined : oneLine(String(value));
}

/** Foreign text, kept short and to one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
