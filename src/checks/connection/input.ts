import type { Finding } from '../../report/finding.ts';
import type { RuleInfo } from '../../report/rule.ts';
import type { Target, TargetFacts, TargetName } from './target.ts';

/** What the connection rules decide on. */
export interface ConnectionFacts {
  /** Direct first. */
  readonly targets: readonly Target[];
  readonly limits: ConnectionLimits;
  readonly now: Date;
}

export interface ConnectionLimits {
  readonly minimumPostgresVersion: number;
  readonly maxLatencyMs: number | undefined;
  /** Undefined = required, unless the host is local. */
  readonly requireTls: boolean | undefined;
}

export interface ConnectionRule {
  readonly info: RuleInfo;
  readonly find: (facts: ConnectionFacts) => readonly Finding[];
}

export interface Connected {
  readonly name: TargetName;
  readonly facts: TargetFacts;
}

export function connectedTargets({ targets }: ConnectionFacts): readonly Connected[] {
  return targets.flatMap((target) => (target.kind === 'connected' ? [target] : []));
}

/** What holds for the server, whichever way leads to it: read over the direct URI, else over the pooled one. */
export function serverOf(facts: ConnectionFacts): Connected | undefined {
  return connectedTargets(facts)[0];
}

/** `direct host:port/database` */
export function subjectOf({ name, facts }: Connected): string {
  return `${name} ${facts.address}`;
}

export function needsTls({ facts }: Connected, { requireTls }: ConnectionLimits): boolean {
  return requireTls ?? !facts.isLocal;
}
