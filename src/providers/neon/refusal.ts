import { ExternalError } from '../../errors.ts';

/** What the API answered instead of doing what was asked, already cleared of the key. */
export interface Refusal {
  readonly status: number;
  /** Neon's own code, often empty. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** What was asked, in words: `create the branch "preview/pr-7"`. */
  readonly purpose: string;
  readonly projectId: string;
  /** How often it was asked. */
  readonly tries: number;
}

interface Explanation {
  readonly when: (refusal: Refusal) => boolean;
  readonly hint: (refusal: Refusal) => string;
}

const limitCodes: ReadonlySet<string> = new Set(['BRANCHES_LIMIT_EXCEEDED', 'ROOT_BRANCHES_LIMIT_EXCEEDED']);

/**
 * The first that fits is shown. Status and code decide wherever Neon documents them; the message is read only to add
 * advice to a refusal whose code is empty, never to decide what happens next.
 */
const explanations: readonly Explanation[] = [
  {
    when: ({ status }) => status === 401,
    hint: () =>
      'The API key is wrong, revoked or cut short. Create one at https://console.neon.tech/app/settings/api-keys and store it again as the secret behind `neon-api-key`.',
  },
  {
    when: ({ status, message }) => status === 403 && !/limit|plan|allowed for your account/i.test(message),
    hint: ({ projectId }) =>
      `The API key may not do this in the project "${projectId}". A project-scoped key works in its own project only, an organisation's key in that organisation only.`,
  },
  {
    when: ({ status }) => status === 404,
    hint: ({ projectId }) =>
      `Check \`neon-project-id\` (seen: "${projectId}"; it is the id, not the name) and that the API key belongs to the account, organisation or project that owns it. If the branch itself was deleted meanwhile, run again.`,
  },
  {
    when: ({ status }) => status === 412,
    hint: () =>
      "The project does not store passwords (`store_passwords` is off), so Neon cannot tell the password of a role. Turn it on in the project's settings, or reset the role's password after that.",
  },
  {
    when: ({ status }) => status === 409,
    hint: () =>
      'The name is taken by a branch that the list does not show, such as one deleted within the last days that can still be recovered. Choose another `branch` name, or recover or finally delete that one in the console.',
  },
  {
    when: ({ status }) => status === 423,
    hint: () =>
      "Neon runs one set of operations a project at a time. Look at the project's Operations page for one that hangs, run again, or raise `timeout`.",
  },
  {
    when: ({ status }) => status === 429,
    hint: () =>
      'Neon allows about 700 calls a minute for an account; other jobs share them. Run again later, or raise `timeout`.',
  },
  {
    when: ({ code }) => limitCodes.has(code),
    hint: () =>
      'Delete branches that are no longer needed, with the `sweep-branches` action or by hand, or raise the limit of the plan.',
  },
  {
    when: ({ message }) => /suspend/i.test(message) && /not allowed|plan|interval/i.test(message),
    hint: () =>
      'The plan fixes the time after which a compute is suspended (Free does). Leave out the suspend timeout.',
  },
  {
    when: ({ message }) =>
      /compute|autoscaling|\bCU\b/i.test(message) && /limit|plan|allowed|exceed/i.test(message),
    hint: () =>
      'The plan does not have this compute size. Leave out the compute size, or choose a smaller one.',
  },
  {
    when: ({ message }) => /expir|ttl/i.test(message),
    hint: () =>
      'Neon sets an expiry of at most 30 days, never on a protected, default or parent branch or one with the Data API, and makes no branch from one that expires. Leave out `expires-in`, or change what stands in its way.',
  },
  {
    when: ({ message }) => /protected/i.test(message),
    hint: () =>
      'A protected branch is never deleted, archived or reset. Take the protection off in the console if that was meant.',
  },
  {
    when: ({ message }) => /child|children/i.test(message),
    hint: () => 'Other branches were made from it. Delete those first.',
  },
  {
    when: ({ message }) => /lsn|timestamp|history|retention|restore window/i.test(message),
    hint: () =>
      'The point in time must lie within the restore window of the plan and after the parent branch was made.',
  },
  {
    when: ({ status }) => status >= 500,
    hint: () => 'Neon itself failed. See https://neonstatus.com, and run again.',
  },
];

/** An error that says what was asked, what Neon answered and what to do. */
export function refusalError(refusal: Refusal): ExternalError {
  const { status, code, message, purpose, tries } = refusal;
  const hint = explanations.find(({ when }) => when(refusal))?.hint(refusal);
  const answer = [code, message].filter((text) => text !== '').join(': ');
  return new ExternalError(
    'Neon',
    `Neon refused to ${purpose} with HTTP ${status}${answer === '' ? '' : ` (${answer})`}${tries > 1 ? `, after ${tries} tries` : ''}.`,
    {
      status,
      code: code === '' ? undefined : code,
      requestId: refusal.requestId,
      retryable: status === 408 || status === 423 || status === 429 || status >= 500,
      ...(hint !== undefined && { hint }),
    },
  );
}

export function isBranchLimit(error: ExternalError): boolean {
  return error.code !== undefined && limitCodes.has(error.code);
}
