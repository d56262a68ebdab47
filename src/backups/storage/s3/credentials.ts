import { UserError } from '../../../errors.ts';
import type { StoreContext } from '../store.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/**
 * From the variables that `aws-actions/configure-aws-credentials` and AWS's own tools use, and from nowhere else; with a
 * prefix, from variables that start with it, so that a second copy can go to another account. Masked before they are used.
 * @throws UserError naming the variables that are missing
 */
export function readCredentials(
  { environment, mask }: Pick<StoreContext, 'environment' | 'mask'>,
  prefix: string | undefined,
): Credentials {
  const name = (variable: string) => (prefix === undefined ? variable : `${prefix}_${variable}`);
  const read = (variable: string) => environment[name(variable)]?.trim() ?? '';
  const accessKeyId = read('AWS_ACCESS_KEY_ID');
  const secretAccessKey = read('AWS_SECRET_ACCESS_KEY');
  const sessionToken = read('AWS_SESSION_TOKEN');
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) if (secret !== '') mask(secret);
  const missing = [
    ...(accessKeyId === '' ? [name('AWS_ACCESS_KEY_ID')] : []),
    ...(secretAccessKey === '' ? [name('AWS_SECRET_ACCESS_KEY')] : []),
  ];
  if (missing.length > 0)
    throw new UserError(`There are no credentials for the bucket: ${missing.join(' and ')} not set.`, {
      hint: 'Run aws-actions/configure-aws-credentials before this step, or set the variables in the `env:` of the step.',
    });
  return { accessKeyId, secretAccessKey, sessionToken: sessionToken === '' ? undefined : sessionToken };
}

/** The destination's own, else the environment's, else what fits the endpoint. */
export function regionOf(
  environment: StoreContext['environment'],
  destination: { readonly region: string | undefined; readonly endpoint: string | undefined },
): string {
  const { region, endpoint } = destination;
  const named = [region, environment.AWS_REGION?.trim(), environment.AWS_DEFAULT_REGION?.trim()];
  // A region of AWS says nothing about another service, whose name for its own is part of the host, if any.
  if (endpoint !== undefined) return region ?? regionInHost(endpoint) ?? 'us-east-1';
  return named.find((name) => name !== undefined && name !== '') ?? 'us-east-1';
}

/** `s3.eu-central-003.backblazeb2.com`; Cloudflare's R2 and Google's XML API take `auto`. */
function regionInHost(endpoint: string): string | undefined {
  const host = new URL(endpoint).hostname;
  if (host.endsWith('.r2.cloudflarestorage.com') || host === 'storage.googleapis.com') return 'auto';
  return /^s3[.-]([a-z0-9-]+)\.(?:backblazeb2|amazonaws|wasabisys)\.com$/.exec(host)?.[1];
}
