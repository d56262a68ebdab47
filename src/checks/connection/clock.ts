import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { type ConnectionFacts, type ConnectionRule, serverOf, subjectOf } from './input.ts';
import type { ClockSkew } from './measure.ts';

const info: RuleInfo = {
  id: 'clock-skew',
  title: "The server's clock differs from this machine's",
  severity: 'warning',
  why: 'Sessions and tokens whose end one side writes and the other reads live too long or not at all, and times in logs cannot be put in order. More than 2 seconds beyond what the round trip explains is reported; which of the two clocks is wrong cannot be seen from here.',
};

const toleratedMs = 2000;

function find(facts: ConnectionFacts) {
  const server = serverOf(facts);
  if (server === undefined) return [];
  const { clock } = server.facts;
  if (!isSkewed(clock)) return [];
  return [
    findingOf(info, {
      subject: subjectOf(server),
      message: `The server's clock is ${skewText(clock)} this machine's.`,
      evidence:
        'Compared with clock_timestamp(), half of the round trip taken off, on the fastest of three round trips.',
    }),
  ];
}

/** The error of the measurement is given to the clock's favour. */
export function isSkewed({ offsetMs, uncertaintyMs }: ClockSkew): boolean {
  return Math.abs(offsetMs) - uncertaintyMs > toleratedMs;
}

/** "3.2 s ahead of" */
export function skewText({ offsetMs }: ClockSkew): string {
  const seconds = (Math.abs(offsetMs) / 1000).toFixed(1);
  return `${seconds} s ${offsetMs < 0 ? 'behind' : 'ahead of'}`;
}

export const clockSkew: ConnectionRule = { info, find };
