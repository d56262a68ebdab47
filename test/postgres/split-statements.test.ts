import { expect, test } from 'vitest';
import { splitStatements } from '../../src/postgres/split-statements.ts';
import { createTestDatabase } from '../support/database.ts';

test.each([
  ['', []],
  [' ; ;; -- nothing\n /* ; */ ;', []],
  ['SELECT 1', ['SELECT 1']],
  ["SELECT ';' ; SELECT '''';", ["SELECT ';'", "SELECT ''''"]],
  ["SELECT E'\\';' ; SELECT 2", ["SELECT E'\\';'", 'SELECT 2']],
  ["SELECT '\\' ; SELECT 2", ["SELECT '\\'", 'SELECT 2']],
  ['SELECT ";" ; SELECT """;"', ['SELECT ";"', 'SELECT """;"']],
  ['SELECT $$;$$ ; SELECT $a$;$$;$a$', ['SELECT $$;$$', 'SELECT $a$;$$;$a$']],
  ['SELECT a$b$ ; SELECT 2', ['SELECT a$b$', 'SELECT 2']],
  ['SELECT $1 ; SELECT 2', ['SELECT $1', 'SELECT 2']],
  ['SELECT 1 /* ; /* ; */ ; */ + 1; SELECT 2 -- ;', ['SELECT 1 /* ; /* ; */ ; */ + 1', 'SELECT 2 -- ;']],
  ['SELECT 1 -- a\r\n; SELECT 2', ['SELECT 1 -- a', 'SELECT 2']],
  ["SELECT 'open ; SELECT 2", ["SELECT 'open ; SELECT 2"]],
  ['SELECT $x$ open ; SELECT 2', ['SELECT $x$ open ; SELECT 2']],
])('%j', (script, statements) => {
  expect(splitStatements(script)).toEqual(statements);
});

test('as the server itself takes them apart', async () => {
  await using database = await createTestDatabase();
  const parts = [
    "SELECT 'a;''b' AS x",
    "SELECT E'a\\';b'",
    'SELECT $q$ ; $q$',
    'SELECT 1 /* a ; /* b ; */ c ; */',
    'SELECT "x;y" FROM (SELECT 1 AS "x;y") z',
    "SELECT U&'\\0441;'",
  ];
  expect(splitStatements(parts.join(';\n'))).toEqual(parts);
  for (const part of parts) expect(await database.query(part)).toHaveLength(1);
});
