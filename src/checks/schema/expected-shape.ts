/** What the configuration says that a table holds, and what it does hold. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, parseTableName, qualifiedName } from '../../postgres/object-name.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { DeclaredColumn, DeclaredTable } from '../configuration/expectation-shape.ts';
import type { CatalogColumn, CatalogRelation } from './catalog.ts';
import { isSameType } from './column-type-name.ts';
import { expectedForeignKeys, expectedIndexes, expectedUniques } from './expected-keys.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const missingColumnInfo: RuleInfo = {
  id: 'missing-column',
  title: 'An expected column is not there',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The configuration (`expect`) declares it: what counts on it fails (SQLSTATE 42703).',
};

const differentColumnInfo: RuleInfo = {
  id: 'different-column',
  title: 'A column is not as expected',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The configuration (`expect`) declares another type, NOT NULL or default.',
};

const differentTableInfo: RuleInfo = {
  id: 'different-table',
  title: 'A table is not as expected',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The configuration (`expect`) declares whether it is partitioned, and whether row-level security is on.',
};

const missingKeyInfo: RuleInfo = {
  id: 'missing-key',
  title: 'An expected key is not there',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The configuration (`expect`) declares it: without a unique index duplicates come in and an upsert on it fails (SQLSTATE 42P10), without a foreign key rows refer to nothing.',
};

const missingShapeInfo: RuleInfo = {
  id: 'missing-index-shape',
  title: 'No index serves an expected search',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The configuration (`expect`) declares an index by its columns, method and condition, whatever its name; no valid one has them.',
};

interface Declared {
  readonly table: CatalogRelation;
  readonly holds: DeclaredTable;
}

/** Tables that are not there are `missing-table`. */
function declared({ expected, relations }: SchemaFacts): readonly Declared[] {
  return expected.shapes.flatMap(({ table: text, holds }) => {
    const name = parseTableName(text, expected.defaultSchema);
    const table = [...relations.values()].find(
      (relation) => relation.schema === name.schema && relation.name === name.name && isTable(relation),
    );
    return table === undefined ? [] : [{ table, holds }];
  });
}

function isTable({ kind }: CatalogRelation): boolean {
  return ['r', 'p', 'f'].includes(kind);
}

function columnsOf(facts: SchemaFacts, { oid }: CatalogRelation): readonly CatalogColumn[] {
  return facts.columns.get(oid) ?? [];
}

function findMissingColumns(facts: SchemaFacts) {
  return declared(facts).flatMap(({ table, holds: { columns = [] } }) => {
    const there = columnsOf(facts, table);
    return columns
      .filter(([name]) => !there.some((column) => column.name === name))
      .map(([name, wanted]) =>
        findingOf(missingColumnInfo, {
          subject: `${displayName(table)}.${displayIdentifier(name)}`,
          message: 'This column is expected and is not in the table.',
          evidence: `Columns of the table: ${there.map((column) => displayIdentifier(column.name)).join(', ')}.`,
          ...fixOf(typeOf(wanted), (type) => addColumn(table, name, type)),
        }),
      );
  });
}

function typeOf(wanted: DeclaredColumn): string | undefined {
  return typeof wanted === 'string' ? wanted : wanted.type;
}

function fixOf(type: string | undefined, sql: (type: string) => string): { readonly fix?: string } {
  return type === undefined ? {} : { fix: sql(type) };
}

function addColumn(table: CatalogRelation, name: string, type: string): string {
  return `ALTER TABLE ${qualifiedName(table)} ADD COLUMN ${quoteIdentifier(name)} ${type};`;
}

function findDifferentColumns(facts: SchemaFacts) {
  return declared(facts).flatMap(({ table, holds: { columns = [] } }) =>
    columns.flatMap(([name, wanted]) => {
      const column = columnsOf(facts, table).find((candidate) => candidate.name === name);
      if (column === undefined) return [];
      const differences = differencesOf(column, typeof wanted === 'string' ? { type: wanted } : wanted);
      if (differences.length === 0) return [];
      return findingOf(differentColumnInfo, {
        subject: `${displayName(table)}.${displayIdentifier(name)}`,
        message: `${differences.map(({ text }) => text).join(', ')}.`,
        evidence: columnText(column),
        fix: differences
          .map(
            ({ change }) =>
              `ALTER TABLE ${qualifiedName(table)} ALTER COLUMN ${quoteIdentifier(name)} ${change};`,
          )
          .join('\n'),
      });
    }),
  );
}

interface Difference {
  readonly text: string;
  readonly change: string;
}

function differencesOf(
  column: CatalogColumn,
  wanted: Exclude<DeclaredColumn, string>,
): readonly Difference[] {
  const { type, nullable, default: hasDefault } = wanted;
  return [
    ...(type === undefined || isSameType(type, column.type)
      ? []
      : [{ text: `expected ${type}, is ${column.type}`, change: `TYPE ${type}` }]),
    ...(nullable === undefined || nullable === !column.notNull ? [] : [nullText(nullable)]),
    ...(hasDefault === undefined || hasDefault === column.hasDefault ? [] : [defaultText(hasDefault)]),
  ];
}

function nullText(nullable: boolean): Difference {
  return nullable
    ? { text: 'expected to allow NULL, is NOT NULL', change: 'DROP NOT NULL' }
    : { text: 'expected NOT NULL, allows NULL', change: 'SET NOT NULL' };
}

function defaultText(hasDefault: boolean): Difference {
  return hasDefault
    ? { text: 'expected a default, has none', change: 'SET DEFAULT …' }
    : { text: 'expected no default, has one', change: 'DROP DEFAULT' };
}

function columnText({ name, type, notNull, hasDefault }: CatalogColumn): string {
  return `${displayIdentifier(name)} ${type}${notNull ? ' NOT NULL' : ''}${hasDefault ? ', with a default' : ''}`;
}

function findDifferentTables(facts: SchemaFacts) {
  return declared(facts).flatMap(({ table, holds }): readonly Finding[] => {
    const { partitioned, 'row-level-security': rowSecurity } = holds;
    const isPartitioned = table.kind === 'p';
    return [
      ...(partitioned === undefined || partitioned === isPartitioned
        ? []
        : [
            findingOf(differentTableInfo, {
              subject: displayName(table),
              message: isPartitioned
                ? 'This table is partitioned, and is expected not to be.'
                : 'This table is expected to be partitioned, and is not.',
            }),
          ]),
      ...(rowSecurity === undefined || rowSecurity === table.rowSecurity
        ? []
        : [
            findingOf(differentTableInfo, {
              subject: displayName(table),
              message: `Row-level security is expected to be ${rowSecurity ? 'on' : 'off'}, and is not.`,
              fix: `ALTER TABLE ${qualifiedName(table)} ${rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY;`,
            }),
          ]),
    ];
  });
}

function findMissingKeys(facts: SchemaFacts) {
  return declared(facts).flatMap(({ table, holds }) =>
    [...expectedUniques(facts, table, holds), ...expectedForeignKeys(facts, table, holds)].map((missing) =>
      findingOf(missingKeyInfo, missing),
    ),
  );
}

function findMissingShapes(facts: SchemaFacts) {
  return declared(facts).flatMap(({ table, holds }) =>
    expectedIndexes(facts, table, holds).map((missing) => findingOf(missingShapeInfo, missing)),
  );
}

export const missingColumn: SchemaRule = { info: missingColumnInfo, find: findMissingColumns };
export const differentColumn: SchemaRule = { info: differentColumnInfo, find: findDifferentColumns };
export const differentTable: SchemaRule = { info: differentTableInfo, find: findDifferentTables };
export const missingKey: SchemaRule = { info: missingKeyInfo, find: findMissingKeys };
export const missingIndexShape: SchemaRule = { info: missingShapeInfo, find: findMissingShapes };
