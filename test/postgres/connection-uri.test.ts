import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  describeUri,
  formatConnectionUri,
  parseConnectionUri,
  secretsOf,
  withDatabase,
  withParameter,
} from '../../src/postgres/connection-uri.ts';

describe('reading a connection URI', () => {
  test('every part is decoded', () => {
    expect(
      parseConnectionUri(
        'postgres://ro%40le:p%2F%25%27w@db.example.com:6543/my%20db?sslmode=require&options=a%3Db+c',
      ),
    ).toEqual({
      host: 'db.example.com',
      port: 6543,
      database: 'my db',
      user: 'ro@le',
      password: "p/%'w",
      parameters: new Map([
        ['sslmode', 'require'],
        ['options', 'a=b+c'],
      ]),
    });
  });

  test.each([
    ['postgresql://me@h', { host: 'h', port: 5432, database: 'me', user: 'me', password: '' }],
    ['postgresql://me@h/', { database: 'me' }],
    ['postgresql://me:x@[::1]:5433/db', { host: '::1', port: 5433 }],
    ['postgresql://me:x@%2Fvar%2Frun/db', { host: '/var/run' }],
    [
      'postgresql:///db?host=/var/run/postgresql&user=me',
      { host: '/var/run/postgresql', user: 'me', database: 'db' },
    ],
    ['postgresql://me:x@/db?host=/tmp', { host: '/tmp' }],
    [
      'postgresql://a:b@h/db?user=me&password=s%3Dcret&port=1&dbname=other',
      { user: 'me', password: 's=cret', port: 1, database: 'other' },
    ],
    [' postgresql://me:x@h/db\n', { host: 'h', database: 'db' }],
  ])('%s', (uri, expected) => {
    expect(parseConnectionUri(uri)).toMatchObject(expected);
  });

  test('parts given in the query do not stay among the parameters', () => {
    expect([
      ...parseConnectionUri('postgresql:///db?host=/tmp&user=me&password=pw&sslmode=disable').parameters,
    ]).toEqual([['sslmode', 'disable']]);
  });

  test.each([
    ['several hosts', 'postgresql://me:hunter2222@one,two/db'],
    ['several hosts', 'postgresql://me:hunter2222@one:5432,two:5433/db'],
    ['several hosts', 'postgresql://me:hunter2222@/db?host=one,two'],
    ['cannot be read', 'mysql://me:hunter2222@h/db'],
    ['cannot be read', 'postgresql://me:hunter2222@x@h/db'],
    ['cannot be read', 'postgresql://me:hunter2222#x@h/db'],
    ['cannot be read', 'hunter2222'],
    ['cannot be read', ''],
    ['starts no percent-encoding', 'postgresql://me:hunter2222%@h/db'],
    ['starts no percent-encoding', 'postgresql://me:hunter2222%00@h/db'],
    ['no host', 'postgresql://me:hunter2222@/db'],
    ['no role', 'postgresql://h:1/hunter2222'],
    ['no number from 1', 'postgresql://me:hunter2222/x@h/db'],
    ['no number from 1', 'postgresql://me:hunter2222@h:0/db'],
    ['no number from 1', 'postgresql://me:hunter2222@h:70000/db'],
  ])('%s: refused without repeating it', (message, uri) => {
    const parse = () => parseConnectionUri(uri);
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(message);
    try {
      parse();
    } catch (thrown) {
      expect(thrown instanceof UserError ? `${thrown.message}${thrown.hint}` : '').not.toContain(
        'hunter2222',
      );
    }
  });
});

const hostile = `p%41/w@:#?&='"!*() +ü\\`;

test.each(['h', '::1', '/var/run/postgresql'])(
  'formatting and reading are inverse, also for pg (%s)',
  (host) => {
    const parts = {
      host,
      port: 5433,
      database: 'a/b %c?',
      user: 'r:o@le',
      password: hostile,
      parameters: new Map([['options', '-c a=b&c']]),
    };
    const uri = formatConnectionUri(parts);
    expect(parseConnectionUri(uri)).toEqual(parts);
    const client = new pg.Client({ connectionString: uri });
    expect({ host: client.host, port: client.port, user: client.user, password: client.password }).toEqual({
      host,
      port: 5433,
      user: 'r:o@le',
      password: hostile,
    });
  },
);

test('another database and another parameter leave the rest alone', () => {
  const uri = 'postgresql://me:x%2Fy@h:5432/db?sslmode=require';
  expect(withDatabase(uri, 'a b')).toBe('postgresql://me:x%2Fy@h:5432/a%20b?sslmode=require');
  expect(withParameter(uri, 'pgbouncer', 'true')).toBe(`${uri}&pgbouncer=true`);
  expect(withParameter(uri, 'sslmode', 'disable')).toBe('postgresql://me:x%2Fy@h:5432/db?sslmode=disable');
  expect(withParameter(uri, 'sslmode', undefined)).toBe('postgresql://me:x%2Fy@h:5432/db');
});

test('a description names neither role nor password', () => {
  expect(describeUri(parseConnectionUri('postgresql://me:hunter2222@[::1]/db?application_name=x'))).toBe(
    '[::1]:5432/db',
  );
});

describe('secrets of a URI', () => {
  test('every form that some encoder would write is there', () => {
    const uri = "postgres://me:se'cret%2f!*(word)~@h/db";
    const secrets = secretsOf(uri);
    expect(secrets).toEqual(
      expect.arrayContaining([
        uri,
        "se'cret/!*(word)~",
        "se'cret%2f!*(word)~",
        encodeURIComponent("se'cret/!*(word)~"),
        'se%27cret%2F%21%2A%28word%29~',
        'se%27cret%2f%21%2a%28word%29~',
        'postgresql://me:se%27cret%2F%21%2A%28word%29~@h:5432/db',
        'postgres://me:se%27cret%2F%21%2A%28word%29~@h:5432/db',
      ]),
    );
    const url = new URL('postgresql://h');
    url.username = 'me';
    url.password = "se'cret/!*(word)~";
    expect(secrets).toContain(url.password);
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  test.each(['postgres', 'Password', 'short', ''])('"%s" is no secret by itself, the URI is', (password) => {
    const secrets = secretsOf(`postgresql://me:${password}@h/db`);
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.every((secret) => secret.startsWith('postgres'))).toBe(true);
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
  });

  test('a password in the query is one too', () => {
    expect(secretsOf('postgresql://h/db?user=me&password=in+query%2F')).toContain('in+query/');
  });

  test('what cannot be read is masked whole', () => {
    expect(secretsOf('postgresql://me:pass%@word@h')).toEqual(['postgresql://me:pass%@word@h']);
  });
});
