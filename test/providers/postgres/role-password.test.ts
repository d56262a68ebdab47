import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import {
  createPasswordSource,
  newSalt,
  scramVerifier,
} from '../../../src/providers/postgres/role-password.ts';
import { queryOnce, serverUri } from '../../support/database.ts';

const admin = { user: 'postgres', password: 'secret' };

test('the same secret gives the same password; another secret, database or salt another', async () => {
  const [source, again] = [createPasswordSource(admin), createPasswordSource(admin)];
  const password = await source('db', 'salt');
  expect(password).toMatch(/^[\w-]{43}$/);
  expect(await again('db', 'salt')).toBe(password);
  const others = await Promise.all([
    source('db', 'other'),
    source('other', 'salt'),
    source('d', 'bsalt'),
    createPasswordSource({ ...admin, password: 'Secret' })('db', 'salt'),
    createPasswordSource({ ...admin, user: 'other' })('db', 'salt'),
  ]);
  expect(new Set([password, ...others]).size).toBe(6);
  expect(newSalt()).not.toBe(newSalt());
});

test('without a secret there is nothing to derive from', () => {
  expect(() => createPasswordSource({ user: 'postgres', password: '' })).toThrow('no password');
});

test('the server takes the verifier for the password, and never sees that one', async () => {
  const role = `role_${randomUUID().slice(0, 8)}`;
  const password = await createPasswordSource(admin)(role, newSalt());
  await queryOnce(serverUri(), `CREATE ROLE "${role}" LOGIN PASSWORD '${await scramVerifier(password)}'`);
  try {
    const parts = { ...parseConnectionUri(serverUri()), user: role };
    const uri = formatConnectionUri({ ...parts, password });
    expect(await queryOnce(uri, 'SELECT current_user::text AS me')).toEqual([{ me: role }]);
    const wrong = formatConnectionUri({ ...parts, password: `${password}x` });
    await expect(queryOnce(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  } finally {
    await queryOnce(serverUri(), `DROP ROLE "${role}"`);
  }
});
