import { ExternalError, UserError } from '../errors.ts';
import { isRecord } from '../guard.ts';
import type { GitHubClient } from './octokit.ts';

/** Whom `GITHUB_TOKEN` belongs to on github.com and on enterprise servers. */
const actionsBot = 'github-actions[bot]';

/** Knows as whom the token comments. */
export interface OwnLogin {
  get(): Promise<string>;
  /** The author of a comment that this token has just made: certain, whatever was assumed before. */
  learn(login: string): void;
}

/**
 * Asked once, and only when somebody has to know. GraphQL's `viewer` is the only question that an installation token
 * (such as `GITHUB_TOKEN`) may ask about itself; `GET /user` answers for personal tokens where GraphQL is closed off.
 * When neither answers, it is taken for the Actions bot: at worst our own comment of another token is not found, a
 * second one is made, and its author is then learned.
 */
export function ownLoginOf(octokit: GitHubClient): OwnLogin {
  let login: Promise<string> | undefined;
  return {
    get() {
      login ??= askLogin(octokit);
      return login;
    },
    learn(known) {
      login = Promise.resolve(known);
    },
  };
}

async function askLogin(octokit: GitHubClient): Promise<string> {
  const viewer = await orUndefined(async () => loginIn(await viewerOf(octokit), 'viewer'));
  if (viewer !== undefined) return viewer;
  const user = await orUndefined(async () => loginIn(await octokit.rest.users.getAuthenticated(), 'data'));
  return user ?? actionsBot;
}

function viewerOf(octokit: GitHubClient): Promise<unknown> {
  return octokit.graphql('{ viewer { login } }');
}

function loginIn(answer: unknown, name: string): string | undefined {
  const account = isRecord(answer) ? answer[name] : undefined;
  const login = isRecord(account) ? account.login : undefined;
  return typeof login === 'string' && login !== '' ? login : undefined;
}

/** A refusal or an outage; a cancelled run still ends here, by its own error. */
async function orUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof UserError || thrown instanceof ExternalError || isGraphqlError(thrown))
      return undefined;
    throw thrown;
  }
}

function isGraphqlError(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'GraphqlResponseError';
}
