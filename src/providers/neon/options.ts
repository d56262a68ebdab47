import { isIP } from 'node:net';
import { parseDuration } from '../../duration.ts';
import { UserError } from '../../errors.ts';
import { type MaskingRule, parseMaskingRules } from './masking-rules.ts';

export const defaultNeonApiUrl = 'https://console.neon.tech/api/v2';

/** How a branch is made, as a user writes it; checked by {@link checkOptions}. Undefined: Neon's or the project's default. */
export interface NeonBranchOptions {
  /** `schema-only`: a root branch with the parent's schema and no rows. Default `default`: schema and data. */
  readonly branchType?: 'default' | 'schema-only' | undefined;
  /** JSON list of Neon's masking rules. When given, the branch is anonymised before anyone gets its URI. */
  readonly maskingRules?: string | undefined;
  /** RFC 3339 with a zone: the branch holds the parent's state at that time. */
  readonly parentTimestamp?: string | undefined;
  /** A log sequence number such as `0/1DE2850`: the branch holds the parent's state at that point. */
  readonly parentLsn?: string | undefined;
  /** Compute units: `0.25`, or smallest-largest as in `0.25-2`. */
  readonly computeSize?: string | undefined;
  /** Idle time after which the compute is suspended: a duration of `60s` to `7d`, or `never`. */
  readonly suspendTimeout?: string | undefined;
}

export interface NeonProviderOptions extends NeonBranchOptions {
  readonly apiKey: string;
  readonly projectId: string;
  /** Default {@link defaultNeonApiUrl}. Plain http only for a loopback host. */
  readonly apiUrl?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Sent as User-Agent and written on the branch as the tool that made it, such as `neonhub-database-actions/1.2.0`. */
  readonly userAgent: string;
  /** Milliseconds allowed for one HTTP attempt. Default 30 000. */
  readonly requestTimeoutMs?: number | undefined;
}

/** What kind of branch is made; written on it, so that a later run can tell what it adopts. */
export type BranchKind = 'default' | 'schema-only' | 'anonymized';

export interface ComputeSize {
  readonly minimum: number;
  readonly maximum: number;
}

/** {@link NeonProviderOptions}, checked and complete. Holds the API key: never log it whole. */
export interface NeonSettings {
  readonly apiKey: string;
  readonly projectId: string;
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly userAgent: string;
  readonly kind: BranchKind;
  readonly maskingRules: readonly MaskingRule[];
  readonly parentTimestamp: string | undefined;
  readonly parentLsn: string | undefined;
  readonly computeSize: ComputeSize | undefined;
  /** -1 = never. */
  readonly suspendTimeoutSeconds: number | undefined;
  readonly requestTimeoutMs: number;
}

/** @throws UserError naming the value seen (never the key's) and what is allowed. */
export function checkOptions(options: NeonProviderOptions, now: Date): NeonSettings {
  const maskingRules = options.maskingRules === undefined ? [] : parseMaskingRules(options.maskingRules);
  if (maskingRules.length > 0 && options.branchType === 'schema-only')
    throw new UserError('Masking rules were given for a schema-only branch, which has no rows to mask.', {
      hint: 'Leave out the masking rules, or leave out the branch type.',
    });
  if (options.parentTimestamp !== undefined && options.parentLsn !== undefined)
    throw new UserError('Both a parent timestamp and a parent LSN were given.', {
      hint: 'Give one of them.',
    });
  return {
    apiKey: checkKey(options.apiKey),
    projectId: checkProjectId(options.projectId),
    apiUrl: checkApiUrl(options.apiUrl ?? defaultNeonApiUrl),
    fetch: options.fetch,
    userAgent: options.userAgent,
    kind: maskingRules.length > 0 ? 'anonymized' : (options.branchType ?? 'default'),
    maskingRules,
    parentTimestamp: options.parentTimestamp && checkTimestamp(options.parentTimestamp, now),
    parentLsn: options.parentLsn && checkLsn(options.parentLsn),
    computeSize: options.computeSize === undefined ? undefined : parseComputeSize(options.computeSize),
    suspendTimeoutSeconds: parseSuspendTimeout(options.suspendTimeout),
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
  };
}

function checkKey(key: string): string {
  const trimmed = key.trim();
  if (trimmed === '')
    throw new UserError('The Neon API key is empty.', {
      hint: 'Create one at https://console.neon.tech/app/settings/api-keys and pass it from a secret. Pull requests from forks get no secrets: use the `postgres` provider for them.',
    });
  if (!/^[\x21-\x7e]+$/.test(trimmed))
    throw new UserError('The Neon API key holds a space, a line break or a character outside ASCII.', {
      hint: 'Copy the key again; a secret often catches a second line.',
    });
  return trimmed;
}

function checkProjectId(projectId: string): string {
  if (/^[a-z0-9-]{1,60}$/.test(projectId)) return projectId;
  throw new UserError(`"${projectId}" is not a Neon project id.`, {
    hint: "The id, not the name: lower-case letters, digits and dashes such as `spring-example-302709`, shown in the project's settings.",
  });
}

function checkApiUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const isPlain =
    url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
    throw new UserError(`"${isPlain ? apiUrl : 'The value given'}" cannot be Neon's API address.`, {
      hint: `It is ${defaultNeonApiUrl} unless you were told otherwise. Without credentials, query or fragment; plain http only for a loopback host, since the API key travels with every call.`,
    });
  return url.href.replace(/\/+$/, '');
}

/** `localhost`, 127.0.0.0/8 or ::1, as `URL.hostname` or a connection URI writes them. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

function checkTimestamp(timestamp: string, now: Date): string {
  const hasZone = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(timestamp);
  const moment = new Date(timestamp);
  if (!hasZone || Number.isNaN(moment.getTime()))
    throw new UserError(`The parent timestamp "${timestamp}" is not a time.`, {
      hint: 'Write it as 2026-02-26T12:00:00Z, with a zone.',
    });
  if (moment.getTime() > now.getTime())
    throw new UserError(`The parent timestamp ${timestamp} is in the future.`, {
      hint: 'Give a time within the restore window of your plan, or none for the present state.',
    });
  return timestamp;
}

function checkLsn(lsn: string): string {
  if (/^[0-9A-Fa-f]{1,8}\/[0-9A-Fa-f]{1,8}$/.test(lsn)) return lsn;
  throw new UserError(`The parent LSN "${lsn}" is not a log sequence number.`, {
    hint: 'It looks like 0/1DE2850, as `SELECT pg_current_wal_lsn()` shows it.',
  });
}

function parseComputeSize(text: string): ComputeSize {
  const [, smallest, largest] = /^(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?$/.exec(text.trim()) ?? [];
  const minimum = Number(smallest ?? Number.NaN);
  const maximum = Number(largest ?? smallest ?? Number.NaN);
  if (minimum >= 0.25 && maximum >= minimum) return { minimum, maximum };
  throw new UserError(`"${text}" is not a compute size.`, {
    hint: 'Give compute units, at least 0.25: one number for a fixed size, or smallest-largest such as 0.25-2.',
  });
}

function parseSuspendTimeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.trim() === 'never') return -1;
  const seconds = parseDuration(text);
  if (seconds >= 60 && seconds <= 604_800) return seconds;
  throw new UserError(`A suspend timeout of ${text} is not possible.`, {
    hint: 'Neon takes 60s to 7d, or `never`. Leave it out for the default (5m). 0 does not mean never.',
  });
}
