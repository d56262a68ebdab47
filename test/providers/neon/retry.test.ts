import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../src/http-exchange.ts';
import { type FailedAttempt, pauseBeforeRetry } from '../../../src/providers/neon/retry.ts';

const now = new Date('2026-11-22T10:00:00Z');

function refused(status: number, retryAfter: string | null = null): FailedAttempt {
  return { kind: 'refused', status, retryAfter };
}

function pause(failed: FailedAttempt, rule: { tries?: number; repeatable?: boolean; random?: number } = {}) {
  return pauseBeforeRetry(failed, {
    tries: rule.tries ?? 1,
    repeatable: rule.repeatable ?? false,
    now,
    random: () => rule.random ?? 1,
  });
}

test.each([423, 429, 503])(
  '%i is tried again whatever was asked, as often as the deadline allows',
  (status) => {
    expect(pause(refused(status), { tries: 100 })).toBeGreaterThan(0);
  },
);

test.each([500, 502, 504, 524, 408])('%i is tried again only when asking twice does no harm', (status) => {
  expect(pause(refused(status), { repeatable: true })).toBeGreaterThan(0);
  expect(pause(refused(status), { repeatable: false })).toBeUndefined();
  expect(pause(refused(status), { repeatable: true, tries: 8 })).toBeUndefined();
});

test.each([400, 401, 403, 404, 409, 412, 422])('%i is final', (status) => {
  expect(pause(refused(status), { repeatable: true })).toBeUndefined();
});

test('without an answer, only what cannot have arrived or may be repeated is tried again', () => {
  expect(pause({ kind: 'no-answer', mayHaveArrived: true })).toBeUndefined();
  expect(pause({ kind: 'no-answer', mayHaveArrived: true }, { repeatable: true })).toBeGreaterThan(0);
  expect(pause({ kind: 'no-answer', mayHaveArrived: false })).toBeGreaterThan(0);
});

test('the pause grows, is jittered over its whole length and has an upper bound', () => {
  expect(pause(refused(423), { tries: 1 })).toBe(250);
  expect(pause(refused(423), { tries: 3 })).toBe(1000);
  expect(pause(refused(423), { tries: 30 })).toBe(10_000);
  expect(pause(refused(423), { tries: 3, random: 0 })).toBe(0);
});

test('Retry-After is a minimum, however long', () => {
  expect(pause(refused(429, '60'), { random: 0 })).toBe(60_000);
  expect(pause(refused(429, '60'), { random: 1, tries: 9 })).toBe(60_250);
});

test.each([
  ['7', 7000],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %j is %j ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
