import type { Logger } from '../log.ts';
import { type Finding, sortFindings } from '../report/finding.ts';
import type { Ruled } from '../report/rule-policy.ts';
import type { ConnectionFacts } from './connection/input.ts';
import { serverOf } from './connection/input.ts';
import { connectionRuleList } from './connection/rules.ts';
import { examineTarget, type Target } from './connection/target.ts';

export { connectionRules } from './connection/rules.ts';

export interface ConnectionCheckRequest {
  readonly directUri: string;
  /** Left away, or the same as `directUri`: there is no pooler to check. */
  readonly pooledUri?: string;
  /** A major version; default 15. */
  readonly minimumPostgresVersion?: number;
  /** How many round trips the latency is the median of; default 5. */
  readonly latencySamples?: number;
  /** Default: no limit. */
  readonly maxLatencyMs?: number;
  /** Default: required, unless the host is this machine. */
  readonly requireTls?: boolean;
}

export interface ConnectionCheckContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Milliseconds for connecting, waking up included; each URI has them for itself. */
  readonly timeoutMs: number;
}

export interface ConnectionCheck {
  /** Median of the direct connection (of the pooled one where the direct one fails); undefined when neither connects. */
  readonly latencyMs: number | undefined;
  readonly serverVersion: ServerVersion | undefined;
  readonly direct: Target;
  readonly pooled: Target | undefined;
  /** When the check was made: days until a certificate ends are counted from it. */
  readonly checkedAt: Date;
  readonly findings: readonly Finding[];
  /** What the configuration accepts, where it was asked. */
  readonly accepted?: Ruled['accepted'];
}

export interface ServerVersion {
  /** `server_version`, such as `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly text: string;
  /** `server_version_num`, such as 150018. */
  readonly number: number;
}

/**
 * Looks at both ways to the database at the same time. A URI that gives no connection is a finding, and hides nothing
 * of the other one. Changes nothing.
 * @throws only the signal's reason, or what is a mistake of ours
 */
export async function checkConnection(
  request: ConnectionCheckRequest,
  context: ConnectionCheckContext,
): Promise<ConnectionCheck> {
  const latencySamples = request.latencySamples ?? 5;
  const pooledUri = request.pooledUri === request.directUri ? undefined : request.pooledUri;
  const [direct, pooled] = await Promise.all([
    examineTarget({ name: 'direct', uri: request.directUri, latencySamples }, context),
    pooledUri === undefined
      ? undefined
      : examineTarget({ name: 'pooled', uri: pooledUri, latencySamples }, context),
  ]);
  const facts = factsOf(request, pooled === undefined ? [direct] : [direct, pooled], context.now());
  const server = serverOf(facts)?.facts;
  return {
    latencyMs: server?.latency.median,
    serverVersion:
      server === undefined ? undefined : { text: server.server.version, number: server.serverVersion },
    direct,
    pooled,
    checkedAt: facts.now,
    findings: sortFindings(connectionRuleList.flatMap((rule) => rule.find(facts))),
  };
}

function factsOf(request: ConnectionCheckRequest, targets: readonly Target[], now: Date): ConnectionFacts {
  return {
    targets,
    now,
    limits: {
      minimumPostgresVersion: request.minimumPostgresVersion ?? 15,
      maxLatencyMs: request.maxLatencyMs,
      requireTls: request.requireTls,
    },
  };
}
