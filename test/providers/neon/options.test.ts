import { expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { checkOptions, type NeonProviderOptions } from '../../../src/providers/neon/options.ts';
import { testKey, testProject } from './neon-setup.ts';

const now = new Date('2026-11-22T10:00:00Z');
const rule = {
  database_name: 'neondb',
  schema_name: 'public',
  table_name: 'users',
  column_name: 'email',
  masking_function: 'anon.fake_email()',
};

function check(options: Partial<NeonProviderOptions> = {}) {
  return checkOptions({ apiKey: testKey, projectId: testProject, fetch, userAgent: 'test', ...options }, now);
}

function refusal(options: Partial<NeonProviderOptions>): UserError {
  try {
    check(options);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('The options were accepted.');
}

test("defaults to Neon's own address and a plain branch", () => {
  expect(check()).toMatchObject({
    apiUrl: 'https://console.neon.tech/api/v2',
    kind: 'default',
    computeSize: undefined,
    suspendTimeoutSeconds: undefined,
    requestTimeoutMs: 30_000,
  });
});

test.each([
  'http://127.0.0.1:4000/api/v2',
  'http://localhost:4000/api/v2/',
  'http://[::1]:4000/api/v2',
  'https://neon.example.com/api/v2',
])('accepts the API address %s', (apiUrl) => {
  expect(check({ apiUrl }).apiUrl).toBe(apiUrl.replace(/\/$/, ''));
});

test.each([
  'http://console.neon.tech/api/v2',
  'http://127.0.0.1.evil.example/api/v2',
  'ftp://localhost/api',
  'console.neon.tech',
  'https://console.neon.tech/api/v2?x=1',
  '',
])('refuses the API address %j, since the key would travel there', (apiUrl) => {
  expect(refusal({ apiUrl }).hint).toContain('https://console.neon.tech/api/v2');
});

test('does not repeat credentials in a refused API address', () => {
  const error = refusal({ apiUrl: 'https://me:hunter2secret@console.neon.tech/api/v2' });
  expect(`${error.message} ${error.hint}`).not.toContain('hunter2secret');
});

test('trims the key, and never shows a refused one', () => {
  expect(check({ apiKey: ` ${testKey}\n` }).apiKey).toBe(testKey);
  const error = refusal({ apiKey: `${testKey}\nsecond-line-of-the-secret` });
  expect(`${error.message} ${error.hint}`).not.toMatch(/napi_|second-line/);
  expect(refusal({ apiKey: '  ' }).hint).toContain('fork');
});

test.each(['My Project', 'spring/../other', '', 'a'.repeat(61)])('refuses the project id %j', (projectId) => {
  expect(refusal({ projectId }).message).toContain(projectId);
});

test.each([
  ['0.25', 0.25, 0.25],
  ['0.25-2', 0.25, 2],
  [' 1 - 4 ', 1, 4],
])('reads the compute size %j', (computeSize, minimum, maximum) => {
  expect(check({ computeSize }).computeSize).toEqual({ minimum, maximum });
});

test.each(['0.1', '2-1', 'small', '1-2-3', '', '-1'])('refuses the compute size %j', (computeSize) => {
  expect(refusal({ computeSize }).message).toContain(`"${computeSize}"`);
});

test.each([
  ['never', -1],
  ['60s', 60],
  ['5m', 300],
  ['7d', 604_800],
])('reads the suspend timeout %j', (suspendTimeout, seconds) => {
  expect(check({ suspendTimeout }).suspendTimeoutSeconds).toBe(seconds);
});

test.each(['59s', '8d', '0s', '300'])('refuses the suspend timeout %j', (suspendTimeout) => {
  expect(refusal({ suspendTimeout }).message).toContain(suspendTimeout);
});

test.each(['2026-11-22T09:00:00', 'yesterday', '2026-13-01T00:00:00Z', '2026-11-23T00:00:00Z'])(
  'refuses the parent timestamp %j',
  (parentTimestamp) => {
    expect(refusal({ parentTimestamp }).message).toContain(parentTimestamp);
  },
);

test('takes one point of the parent, not two', () => {
  expect(check({ parentTimestamp: '2026-11-22T10:30:00+01:00' }).parentTimestamp).toBe(
    '2026-11-22T10:30:00+01:00',
  );
  expect(check({ parentLsn: '0/1DE2850' }).parentLsn).toBe('0/1DE2850');
  expect(refusal({ parentLsn: '42' }).message).toContain('"42"');
  refusal({ parentLsn: '0/1DE2850', parentTimestamp: '2026-11-22T09:00:00Z' });
});

test('masking rules make an anonymised branch, and exclude a schema-only one', () => {
  const maskingRules = JSON.stringify([rule]);
  expect(check({ maskingRules })).toMatchObject({ kind: 'anonymized', maskingRules: [rule] });
  refusal({ maskingRules, branchType: 'schema-only' });
});

test.each([
  ['not json', /not JSON/],
  ['{}', /not a list/],
  ['[]', /nothing would be masked/],
  ['[1]', /place 1/],
  [JSON.stringify([rule, { ...rule, column: 'x' }]), /"column" at place 2/],
  [JSON.stringify([{ ...rule, table_name: undefined }]), /"table_name"/],
  [JSON.stringify([{ ...rule, masking_function: undefined }]), /masking_function/],
  [JSON.stringify([{ ...rule, masking_value: 'x' }]), /either/],
  [JSON.stringify([{ ...rule, schema_name: 1 }]), /"schema_name"/],
])('refuses the masking rules %s', (maskingRules, expected) => {
  expect(refusal({ maskingRules }).message).toMatch(expected);
});

test('an empty masking value is a value', () => {
  const { masking_function: _, ...blank } = { ...rule, masking_value: '' };
  expect(check({ maskingRules: JSON.stringify([blank]) }).maskingRules).toEqual([blank]);
});
