import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { comment, lines, objectNameOf, outsideTransaction, partSubject } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { CreateIndex, Operation, Reindex } from './operation.ts';
import type { SchemaView, TableModel } from './schema-model.ts';
import { withoutComments } from './script-source.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

const create: HazardInfo = {
  id: 'create-index-not-concurrent',
  title: 'An index is built while writes are blocked',
  severity: 'error',
  why: 'CREATE INDEX takes SHARE for as long as it reads the table: every INSERT, UPDATE and DELETE waits. CONCURRENTLY takes longer and blocks nobody, but cannot run in a transaction.',
  docs: links.indexConcurrently,
  danger: 'scan',
};

const drop: HazardInfo = {
  id: 'drop-index-not-concurrent',
  title: 'An index is dropped under ACCESS EXCLUSIVE',
  severity: 'warning',
  why: 'Dropping takes no time, but the lock has to wait for every query on the table that runs, and every new one waits behind it. DROP INDEX CONCURRENTLY waits without blocking.',
  docs: 'https://www.postgresql.org/docs/current/sql-dropindex.html',
  danger: 'lock',
};

const rebuild: HazardInfo = {
  id: 'reindex-not-concurrent',
  title: 'An index is rebuilt while the table is blocked',
  severity: 'error',
  why: 'REINDEX blocks writes to the table, and every query that would use the index, until the index is built. CONCURRENTLY builds a second one beside it first.',
  docs: 'https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY',
  danger: 'scan',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'create index') return created(operation, context);
  if (operation.kind === 'reindex') return rebuilt(operation, context);
  if (operation.kind !== 'drop' || operation.what !== 'index' || operation.isConcurrent) return [];
  return operation.names.flatMap((name) => {
    const found = context.model.indexed(name);
    return found === undefined || found.table.oid === undefined ? [] : [dropped(found, context)];
  });
}

function created(operation: CreateIndex, context: RuleContext): readonly Detection[] {
  const { model } = context;
  const table = model.existing(operation.table);
  if (table === undefined || operation.isConcurrent || (operation.isOnly && isPartitioned(table))) return [];
  const { name } = operation;
  if (operation.ifNotExists && name !== undefined && isThere(name, table, model)) return [];
  return [
    {
      rule: create,
      subject:
        name === undefined ? `${displayName(table)} · ${columnsText(operation)}` : partSubject(table, name),
      message: 'The whole table is read to build the index; writes wait until it is built.',
      fix: isPartitioned(table)
        ? partitionedFix(operation, table, context)
        : concurrentFix(operation, context),
      table,
    },
  ];
}

function isThere(name: string, { schema }: TableModel, model: SchemaView): boolean {
  return model.indexed({ schema, name }) !== undefined;
}

function isPartitioned({ kind }: TableModel): boolean {
  return kind === 'partitioned table';
}

function columnsText({ columns }: CreateIndex): string {
  return `(${columns.map((column) => (column === undefined ? 'expression' : displayIdentifier(column))).join(', ')})`;
}

function concurrentFix({ ifNotExists }: CreateIndex, context: RuleContext): string {
  const { text } = context.step.statement;
  return lines(
    outsideTransaction(context),
    `${withoutComments(insertAfter(text, 'index', 'CONCURRENTLY'))};`,
    '-- If it fails half way it leaves an invalid index: drop that before the next try.',
    ifNotExists ? '-- (IF NOT EXISTS would take the invalid one for what was wanted.)' : [],
  );
}

/** The statement with a word put in after its first `word`. */
function insertAfter(text: string, word: string, inserted: string): string {
  const token = firstWord(text, word);
  return token === undefined ? text : `${text.slice(0, token.end)} ${inserted}${text.slice(token.end)}`;
}

function firstWord(text: string, word: string): SqlToken | undefined {
  return [...sqlTokens(text)].find(
    ({ kind, start, end }) => kind === 'word' && text.slice(start, end).toLowerCase() === word,
  );
}

/** On the parent alone, then on each partition, then joined: CONCURRENTLY cannot be used on the whole. */
function partitionedFix(operation: CreateIndex, table: TableModel, { model, step }: RuleContext): string {
  const { text } = step.statement;
  const definition = definitionPart(text);
  const name = operation.name ?? objectNameOf(table.name, 'idx');
  const partitions = [...model.tables()].filter(({ parent }) => parent === table.id);
  const unique = operation.isUnique ? 'UNIQUE ' : '';
  const index = `${quoteIdentifier(table.schema)}.${quoteIdentifier(name)}`;
  return lines(
    `CREATE ${unique}INDEX ${quoteIdentifier(name)} ON ONLY ${qualifiedName(table)} ${definition};`,
    '-- For each partition, CONCURRENTLY and outside of a transaction:',
    partitions.slice(0, 3).flatMap((partition) => {
      const part = objectNameOf(partition.name, name);
      return [
        `CREATE ${unique}INDEX CONCURRENTLY ${quoteIdentifier(part)} ON ${qualifiedName(partition)} ${definition};`,
        `ALTER INDEX ${index} ATTACH PARTITION ${quoteIdentifier(partition.schema)}.${quoteIdentifier(part)};`,
      ];
    }),
    partitions.length > 3 ? comment(`and so on for ${partitions.length - 3} more`) : [],
  );
}

/** What stands behind the table's name: `USING gin (a) WHERE b`. */
function definitionPart(text: string): string {
  const tokens = [...sqlTokens(text)].filter(({ kind }) => kind !== 'comment');
  const textOf = ({ start, end }: SqlToken) => text.slice(start, end).toLowerCase();
  const on = tokens.findIndex((token) => token.kind === 'word' && textOf(token) === 'on');
  const begin = tokens
    .slice(on + 1)
    .find((token) => textOf(token) === '(' || (token.kind === 'word' && textOf(token) === 'using'));
  return withoutComments(text.slice(begin?.start ?? text.length));
}

function dropped(
  { table, index }: NonNullable<ReturnType<SchemaView['indexed']>>,
  context: RuleContext,
): Detection {
  const name = `${quoteIdentifier(table.schema)}.${quoteIdentifier(index.name)}`;
  return {
    rule: drop,
    subject: partSubject(table, index.name),
    message:
      'The lock waits for every query on the table that runs, and all new reads and writes wait behind it.',
    fix: isPartitioned(table)
      ? lines(
          '-- An index of a partitioned table cannot be dropped CONCURRENTLY. So that nobody waits for long:',
          "SET lock_timeout = '5s';",
          `DROP INDEX ${name};`,
        )
      : lines(outsideTransaction(context, false), `DROP INDEX CONCURRENTLY ${name};`),
    table,
  };
}

function rebuilt(operation: Reindex, context: RuleContext): readonly Detection[] {
  if (operation.isConcurrent) return [];
  const { what, name } = operation;
  if (what === 'schema' || what === 'database')
    return [rebuiltMany(name.name === '' ? 'the whole database' : displayIdentifier(name.name), context)];
  const found = what === 'index' ? context.model.indexed(name) : undefined;
  const table = what === 'index' ? found?.table : context.model.table(name);
  if (table?.oid === undefined) return [];
  const quoted =
    found === undefined
      ? qualifiedName(table)
      : `${quoteIdentifier(table.schema)}.${quoteIdentifier(found.index.name)}`;
  return [
    {
      rule: rebuild,
      subject: found === undefined ? displayName(table) : partSubject(table, found.index.name),
      message: 'Writes, and every query that would use the index, wait until it is built.',
      fix: lines(outsideTransaction(context, false), `REINDEX ${what.toUpperCase()} CONCURRENTLY ${quoted};`),
      table,
    },
  ];
}

function rebuiltMany(subject: string, context: RuleContext): Detection {
  const { text } = context.step.statement;
  const what = /^reindex\s*(\([^)]*\)\s*)?(schema|database|system)/i.exec(text)?.[2]?.toLowerCase();
  return {
    rule: rebuild,
    subject,
    message:
      'Every table is blocked in its turn: writes, and the queries that would use an index, wait until it is built.',
    fix: lines(
      outsideTransaction(context, false),
      `${withoutComments(insertAfter(text, what ?? 'schema', 'CONCURRENTLY'))};`,
    ),
  };
}

export const indexes: HazardFamily = { rules: [create, drop, rebuild], find };
