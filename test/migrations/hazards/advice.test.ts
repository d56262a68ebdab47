import { beforeAll, describe, expect, test } from 'vitest';
import { type AdviceInput, adviceFor } from '../../../src/migrations/hazards/advice.ts';
import { lockFactOf } from '../../../src/migrations/lock-facts/lock-facts.ts';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { createTestDatabase } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import { catalogOf, parser, pendingScripts } from './scene.ts';

let before: RehearsalCatalog;
beforeAll(async () => {
  await using db = await createTestDatabase();
  await db.query(baseSchema);
  before = await catalogOf(db.uri);
});

function advise(texts: readonly string[], options: Partial<AdviceInput> = {}) {
  const findings = adviceFor({
    scripts: pendingScripts(texts),
    before,
    transport: 'statements',
    serverVersion: 180_001,
    searchPath: ['public'],
    parser,
    facts: lockFactOf,
    circumstances: { engine: 'bundled', lockTimeoutMs: 0, statementTimeoutMs: 0 },
    measurement: undefined,
    role: undefined,
    hasPooler: false,
    ...options,
  });
  for (const { fix = '' } of findings) expect(parser.parse(fix)).toMatchObject({ kind: 'parsed' });
  return findings;
}

const add = 'ALTER TABLE users ADD COLUMN a int;';
const rulesOf = (texts: readonly string[], options?: Partial<AdviceInput>) =>
  advise(texts, options).map(({ rule }) => rule);

describe('a missing lock_timeout', () => {
  test('is told once, with the first place and how many there are', () => {
    const findings = advise(['SELECT 1;', `\n${add}`, 'DROP TABLE teams; CREATE INDEX i ON posts (words);']);
    expect(findings).toMatchObject([
      {
        rule: 'lock-timeout-missing',
        severity: 'notice',
        message: expect.stringContaining('3 statements wait'),
        evidence: 'lock_timeout is 0 at m2, line 2 and 2 more.',
        location: { file: 'prisma/migrations/m2/migration.sql', line: 2 },
      },
    ]);
  });

  test.each([
    [
      'the session has one',
      [add],
      { circumstances: { engine: 'bundled', lockTimeoutMs: 1, statementTimeoutMs: 0 } },
    ],
    ['the script sets it', [`SET lock_timeout = '5s'; ${add}`], {}],
    ['a script before set it', ["SELECT set_config('lock_timeout', '5s', false);", add], {}],
    ['the transaction has it', [`BEGIN; SET LOCAL lock_timeout TO 500; ${add} COMMIT;`], {}],
    [
      'the file is one transaction with it',
      [`SET LOCAL lock_timeout = '1min'; ${add}`],
      { transport: 'script' },
    ],
    ['nothing of before is locked', ['CREATE TABLE t (id int); ALTER TABLE t ADD COLUMN a int;'], {}],
    [
      'nobody is blocked',
      ['CREATE INDEX CONCURRENTLY i ON posts (words);', "UPDATE users SET age = 1 WHERE id = 'u1';"],
      {},
    ],
  ] as const)('is not told when %s', (_, texts, options) => {
    expect(rulesOf(texts, options)).toEqual([]);
  });

  test.each([
    ['taken back', [`SET lock_timeout = '5s'; RESET lock_timeout; ${add}`], {}],
    ['set to none', [`SET lock_timeout = 0; ${add}`], {}],
    ['over with the transaction', ["SET LOCAL lock_timeout = '5s'; SELECT 1;", add], { transport: 'script' }],
    ['behind', [`${add} SET lock_timeout = '5s';`], {}],
  ] as const)('is told when it was %s', (_, texts, options) => {
    expect(rulesOf(texts, options)).toContain('lock-timeout-missing');
  });

  test('the advice knows the role, the pooler, the transport and Prisma', () => {
    const [statements] = advise([add], { role: 'mig"rator', hasPooler: true });
    expect(statements?.fix).toContain(`ALTER ROLE "mig""rator" SET lock_timeout = '5s';`);
    expect(statements?.fix).toContain('In the direct URI alone');
    expect(statements?.fix).toContain('what stood before it in the file stays');
    const [script] = advise([add], { transport: 'script' });
    expect(script?.fix).toContain('nothing of the file was applied');
    expect(script?.fix).not.toContain('direct URI alone');
    const [command] = advise([add], {
      circumstances: { engine: 'command', lockTimeoutMs: 0, statementTimeoutMs: 0 },
    });
    expect(command?.fix).not.toContain('prisma');
  });
});

test('SET LOCAL where each statement is a transaction', () => {
  expect(advise([`SET LOCAL lock_timeout = '5s'; ${add}`])).toMatchObject([
    { rule: 'lock-timeout-missing' },
    { rule: 'set-local-without-transaction', severity: 'warning', subject: 'lock_timeout' },
  ]);
});

test('an index CONCURRENTLY under a statement_timeout', () => {
  const build = 'CREATE INDEX CONCURRENTLY i ON posts (words);';
  const circumstances = { engine: 'bundled', lockTimeoutMs: 0, statementTimeoutMs: 60_000 } as const;
  expect(advise([build], { circumstances })).toMatchObject([
    { rule: 'statement-timeout-over-concurrent-index', message: expect.stringContaining('1 min') },
  ]);
  expect(rulesOf([`SET statement_timeout = 0; ${build}`], { circumstances })).toEqual([]);
  expect(rulesOf([`SET statement_timeout = '2h'; ${build}`])).toEqual([
    'statement-timeout-over-concurrent-index',
  ]);
});

test('more than the ten seconds that Prisma waits', () => {
  const ran = (durationMs: number, engine: 'bundled' | 'command') =>
    rulesOf(['SELECT 1'], {
      circumstances: { engine, lockTimeoutMs: 0, statementTimeoutMs: 0 },
      measurement: {
        before: [],
        notes: [],
        circumstances: {
          serverVersion: 180_001,
          databaseBytes: 1,
          computeSize: undefined,
          cache: 'unknown',
          transport: 'statements',
          engine,
          isProductionData: true,
          lockTimeoutMs: 0,
          statementTimeoutMs: 0,
        },
        statements: [
          {
            migration: 'm1',
            file: undefined,
            index: 0,
            line: 1,
            text: 'SELECT 1',
            kind: 'SelectStmt',
            status: 'done',
            startMs: 500,
            durationMs,
            locks: [],
            rewritten: [],
            walBytes: 0,
            transaction: 1,
            source: 'exact',
          },
        ],
      },
    });
  expect(ran(9_501, 'bundled')).toEqual(['longer-than-advisory-lock']);
  expect(ran(9_500, 'bundled')).toEqual([]);
  expect(ran(60_000, 'command')).toEqual([]);
});
