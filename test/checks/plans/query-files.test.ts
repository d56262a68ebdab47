import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQueryFiles } from '../../../src/checks/plans/query-files.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';
import { queriesOf } from './support.ts';

async function textsOf(script: string) {
  return (await queriesOf(script)).queries.map(({ name, text, parameters }) => [name, text, parameters]);
}

test('TypedSQL: the file is the query, its comments say nothing to Postgres', async () => {
  const script =
    '-- Users by e-mail\n-- @param {String} $1:email The address\n-- @param {Int} $2:limit\nSELECT id FROM users WHERE email = $1 LIMIT $2\n';
  const { queries } = await queriesOf(script, 'prisma/sql/userByEmail.sql');
  expect(queries).toMatchObject([
    {
      name: 'prisma/sql/userByEmail.sql',
      text: 'SELECT id FROM users WHERE email = $1 LIMIT $2',
      shown: 'SELECT id FROM users WHERE email = $1 LIMIT $2',
      parameters: 2,
      source: { kind: 'file', file: 'prisma/sql/userByEmail.sql', line: 4 },
    },
  ]);
});

test('sqlc and pgtyped: names from comments, named parameters as numbers', async () => {
  expect(
    await textsOf(`-- name: GetUser :one
SELECT * FROM users WHERE id = @id AND (name = sqlc.narg('name') OR id = @id) AND a @> b;
-- name: ListUsers :many
SELECT * FROM users WHERE id IN (sqlc.slice(ids));`),
  ).toEqual([
    ['GetUser', 'SELECT * FROM users WHERE id = $1 AND (name = $2 OR id = $1) AND a @> b', 2],
    ['ListUsers', 'SELECT * FROM users WHERE id IN ($1)', 1],
  ]);
  expect(
    await textsOf(`/* @name FindBooks */
SELECT * FROM books WHERE name = :bookName! AND rank::int > :rank::int;
/*
  @name ByIds
  @param ids -> (...)
*/
SELECT * FROM books WHERE id IN :ids AND t = '12:30' AND xs[1:2] = '{}';`),
  ).toEqual([
    ['FindBooks', 'SELECT * FROM books WHERE name = $1 AND rank::int > $2::int', 2],
    ['ByIds', "SELECT * FROM books WHERE id IN ($1) AND t = '12:30' AND xs[1:2] = '{}'", 1],
  ]);
});

test('what has no plan is told, dollars in literals are no parameters, literals are not shown', async () => {
  const { queries, leftOut } = await queriesOf(
    `SET x = 1; SELECT '$5', $$ $7 $$, E'\\'', U&'x', 5 /* secret */, $2::int; CREATE TABLE t (); SELECT 1 INTO y;
VALUES (1); TABLE users; (SELECT 1) UNION SELECT 2; DO $$ BEGIN END $$;`,
  );
  expect(queries.map(({ shown, parameters }) => [shown, parameters])).toEqual([
    ["SELECT '…', '…', '…', '…', 5 , $2::int", 2],
    ['VALUES (1)', 0],
    ['TABLE users', 0],
    ['(SELECT 1) UNION SELECT 2', 0],
  ]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'VARIABLE SET has no plan',
    'CREATE has no plan',
    'SELECT has no plan',
    'DO has no plan',
  ]);
});

test.each([
  ['', [], []],
  ['-- nothing\n', [], []],
  ['SELECT FROM WHERE', [], ['cannot be read: syntax error at or near "WHERE"']],
  ["SELECT 'open", [], [expect.stringContaining('unterminated')]],
])('%j', async (script, names, reasons) => {
  const { queries, leftOut } = await queriesOf(script);
  expect(queries.map(({ name }) => name)).toEqual(names);
  expect(leftOut.map(({ reason }) => reason)).toEqual(reasons);
});

test('folders are read to the bottom; links, other files and what lies outside are not', async () => {
  await using folder = await createTemporaryFolder('queries-');
  await using outside = await createTemporaryFolder('outside-');
  const parser = await loadSqlParser();
  await mkdir(join(folder.path, 'q/deep'), { recursive: true });
  await writeFile(join(folder.path, 'q/b.SQL'), '\uFEFFSELECT 2');
  await writeFile(join(folder.path, 'q/deep/a.sql'), 'SELECT 1');
  await writeFile(join(folder.path, 'q/notes.md'), 'SELECT 3');
  await writeFile(join(outside.path, 'c.sql'), 'SELECT 4');
  await symlink(join(outside.path, 'c.sql'), join(folder.path, 'q/link.sql'));
  await symlink(outside.path, join(folder.path, 'out'));
  const read = (...paths: readonly string[]) =>
    readQueryFiles({ paths, directory: folder.path, workspace: folder.path, parser });
  const { queries } = await read('q', 'q/deep/a.sql');
  expect(queries.map(({ name, text }) => [name, text])).toEqual([
    ['q/b.SQL', 'SELECT 2'],
    ['q/deep/a.sql', 'SELECT 1'],
  ]);
  await expect(read('nowhere')).rejects.toThrow('there is no file or folder "nowhere"');
  await expect(read('..')).rejects.toThrow('lies outside the workspace');
  await expect(read('out')).rejects.toThrow('lies outside the workspace');
});
