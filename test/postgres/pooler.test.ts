import { expect, test } from 'vitest';
import { assertDirectUri, directUriOf, isPooledUri, poolerEvidence } from '../../src/postgres/pooler.ts';

const neon = 'postgresql://me:hunter2222@ep-cool-rain-123-pooler.us-east-2.aws.neon.tech/db?sslmode=require';

test('Neon: the first label ends in -pooler, and the direct host is certain', () => {
  expect(poolerEvidence(neon)).toContain('ep-cool-rain-123-pooler.us-east-2.aws.neon.tech');
  expect(directUriOf(`${neon}&pgbouncer=true`)).toBe(
    'postgresql://me:hunter2222@ep-cool-rain-123.us-east-2.aws.neon.tech:5432/db?sslmode=require',
  );
});

test('Supabase: transaction mode is port 6543, session mode is fit for migrations', () => {
  const pooled =
    'postgresql://postgres.ref:hunter2222@aws-0-eu-west-1.pooler.supabase.com:6543/postgres?pgbouncer=true';
  expect(isPooledUri(pooled)).toBe(true);
  expect(directUriOf(pooled)).toBe(
    'postgresql://postgres.ref:hunter2222@aws-0-eu-west-1.pooler.supabase.com:5432/postgres',
  );
  expect(isPooledUri('postgresql://postgres.ref:x@aws-0-eu-west-1.pooler.supabase.com:5432/postgres')).toBe(
    false,
  );
});

test.each([
  ['postgresql://me:x@h:6432/db?pgbouncer=true', true],
  ['postgresql://me:x@acid-cluster-pooler.default.svc/db', true],
  ['postgresql://me:x@h/db?pgbouncer=false', false],
  ['postgresql://me:x@ep-x.pooler-region.neon.tech/db', false],
  ['postgresql://me:x@h:6543/db', false],
  ['postgresql://me-pooler:x@h/db-pooler', false],
])('%s pooled: %s', (uri, expected) => {
  expect(isPooledUri(uri)).toBe(expected);
  expect(directUriOf(uri)).toBe(expected ? undefined : uri);
});

test('a pooled URI is refused with both hosts named and no password', () => {
  const refuse = () => assertDirectUri(neon);
  expect(refuse).toThrow('ep-cool-rain-123-pooler.us-east-2.aws.neon.tech');
  expect(refuse).toThrow(
    expect.objectContaining({
      hint: expect.stringContaining('direct host ep-cool-rain-123.us-east-2.aws.neon.tech:'),
    }),
  );
  expect(refuse).not.toThrow('hunter2222');
  expect(() => assertDirectUri('postgresql://me:x@h/db')).not.toThrow();
});
