/** The repository, the token's own account, the rate limit, and the one GraphQL query that is understood. */
import { authenticatedUserBody, fullRepositoryBody } from './bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { apiError, textField } from './routing.ts';
import { accountOf } from './world.ts';

/** An installation token has no `/user`: https://docs.github.com/rest/users/users */
function getUser(call: Call): Answer {
  if (call.grant.kind === 'installation') return apiError(403, 'Resource not accessible by integration');
  return {
    status: 200,
    body: authenticatedUserBody(call.view, accountOf(call.view.world, call.grant.login)),
  };
}

function rateLimit(call: Call): Answer {
  const { limit, remaining, resetAt } = call.view.world.rateLimit;
  const rate = { limit, remaining, reset: resetAt, used: limit - remaining };
  return { status: 200, body: { resources: { core: rate, search: rate }, rate } };
}

/** Knows `viewer { login }`, alone or with `databaseId`; anything else is an error, as GitHub answers errors: with 200. */
function graphql(call: Call): Answer {
  const query = textField(call.body, 'query')?.replaceAll(/\s+/g, ' ') ?? '';
  const known = /^(query [\w ]*)?\{ ?viewer ?\{ ?(login|databaseId|,| )+\} ?\}$/.test(query.trim());
  if (!known)
    return { status: 200, body: { errors: [{ message: 'The stand-in only knows viewer { login }' }] } };
  const account = accountOf(call.view.world, call.grant.login);
  const viewer = {
    ...(query.includes('login') ? { login: account.login } : {}),
    ...(query.includes('databaseId') ? { databaseId: account.id } : {}),
  };
  return { status: 200, body: { data: { viewer } } };
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    needs: [],
    handle: ({ view }) => ({ status: 200, body: fullRepositoryBody(view) }),
  },
  { method: 'GET', path: '/user', needs: [], handle: getUser },
  { method: 'GET', path: '/rate_limit', needs: [], handle: rateLimit },
  { method: 'POST', path: '/graphql', needs: [], handle: graphql },
];
