/** Who may do what: tokens, permissions and the rate limit, as GitHub answers them. */
import type { Answer, Need, Route } from './routing.ts';
import { apiError } from './routing.ts';
import type { TokenGrant, World } from './world.ts';

export function grantOf(world: World, authorization: string | undefined): TokenGrant | Answer {
  if (authorization === undefined) return apiError(401, 'Requires authentication');
  const [, token] = /^(?:token|bearer) (.+)$/i.exec(authorization) ?? [];
  const grant = world.tokens.find((known) => known.token === token);
  return grant ?? apiError(401, 'Bad credentials');
}

function holds(grant: TokenGrant, need: Need): boolean {
  const level = grant.permissions[need.name];
  return level === 'write' || (level !== undefined && level === need.level);
}

/** A public repository is readable with any token. The accepted permissions are named in a header, as on GitHub. */
export function whyForbidden(world: World, grant: TokenGrant, route: Route): Answer | undefined {
  const reading = route.needs.every(({ level }) => level === 'read');
  if (route.needs.length === 0 || (reading && !world.repository.isPrivate)) return undefined;
  if (route.needs.some((need) => holds(grant, need))) return undefined;
  const accessor = grant.kind === 'installation' ? 'integration' : 'personal access token';
  const accepted = route.needs.map(({ name, level }) => `${name}=${level}`).join('; ');
  return {
    ...apiError(403, `Resource not accessible by ${accessor}`),
    headers: { 'x-accepted-github-permissions': accepted },
  };
}

/** Takes one request off the hour's budget; an answer means that nothing was left. */
export function spendRateLimit(world: World): Answer | undefined {
  const { rateLimit } = world;
  const now = Date.now() / 1000;
  if (now >= rateLimit.resetAt) {
    rateLimit.remaining = rateLimit.limit;
    rateLimit.resetAt = Math.floor(now) + 3600;
  }
  if (rateLimit.remaining === 0) return apiError(403, 'API rate limit exceeded for installation ID 1.');
  rateLimit.remaining -= 1;
  return undefined;
}

export function rateLimitHeaders(world: World): Readonly<Record<string, string>> {
  const { limit, remaining, resetAt } = world.rateLimit;
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-reset': String(resetAt),
    'x-ratelimit-resource': 'core',
  };
}
