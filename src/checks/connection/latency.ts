import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, connectedTargets, subjectOf } from './input.ts';

const info: RuleInfo = {
  id: 'latency-above-limit',
  title: 'A round trip takes longer than allowed',
  severity: 'error',
  why: '`max-latency` says what is allowed, and the median of several round trips is above it. From a hosted runner the distance between regions is most of it.',
};

function find(facts: ConnectionFacts) {
  const limit = facts.limits.maxLatencyMs;
  if (limit === undefined) return [];
  return connectedTargets(facts)
    .filter((target) => target.facts.latency.median > limit)
    .map((target) => {
      const { median, min, max, samples } = target.facts.latency;
      return findingOf(info, {
        subject: subjectOf(target),
        message: `The median round trip takes ${millisecondsText(median)}, ${millisecondsText(limit)} are allowed.`,
        evidence: `${samples} × select 1: ${millisecondsText(min)} to ${millisecondsText(max)}.`,
      });
    });
}

/** "0.42 ms", "6.2 ms", "38 ms", "1.4 s" */
export function millisecondsText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const digits = milliseconds < 1 ? 2 : milliseconds < 10 ? 1 : 0;
  return `${Number(milliseconds.toFixed(digits))} ms`;
}

export const latencyAboveLimit: ConnectionRule = { info, find };
