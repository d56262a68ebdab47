import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogColumn, CatalogRelation } from './catalog.ts';
import { prismaNote, type SchemaFacts, type SchemaRule, sizeText, topTables } from './facts.ts';

const timestampInfo: RuleInfo = {
  id: 'timestamp-without-time-zone',
  title: 'A column holds a time without its zone',
  severity: 'warning',
  levels: { recommended: 'off', supabase: 'off' },
  why: 'What it means depends on who reads it: two sessions with different `TimeZone` see different moments, and nothing says which. It is what Prisma makes of `DateTime` unless `@db.Timestamptz` is said, hence only in `strict`.',
  docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This#Don.27t_use_timestamp_.28without_time_zone.29',
};

const discouragedInfo: RuleInfo = {
  id: 'discouraged-type',
  title: 'A column has a type that Postgres advises against',
  severity: 'notice',
  levels: { strict: 'warning' },
  why: '`char(n)` pads with blanks and saves nothing, `money` depends on `lc_monetary` and has no currency, a `time` cannot carry a zone without its day. `char` of one length for fixed codes is found too; ignore it by its subject.',
  docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This',
};

const jsonInfo: RuleInfo = {
  id: 'json-column',
  title: 'A column is json, not jsonb',
  severity: 'notice',
  levels: { recommended: 'off', supabase: 'off' },
  why: '`json` keeps the text as it came: it is parsed for every read, cannot be compared or indexed. It is right where the very text matters.',
  docs: 'https://www.postgresql.org/docs/current/datatype-json.html',
};

const serialInfo: RuleInfo = {
  id: 'serial-column',
  title: 'A column is serial, not an identity',
  severity: 'notice',
  levels: { recommended: 'off', supabase: 'off' },
  why: 'A serial is a default that an insert can bypass by accident, and its sequence has owners and grants of its own. Prisma makes serials, hence only in `strict`.',
  docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This#Don.27t_use_serial',
};

/** One finding a table: a schema of forty such tables is forty lines, not four hundred. */
function perTable(
  facts: SchemaFacts,
  isMeant: (column: CatalogColumn) => boolean,
  describe: (table: CatalogRelation, columns: readonly CatalogColumn[]) => Finding,
): readonly Finding[] {
  return topTables(facts).flatMap((table) => {
    const columns = (facts.columns.get(table.oid) ?? []).filter(isMeant);
    return columns.length === 0 ? [] : [describe(table, columns)];
  });
}

function typesText(columns: readonly CatalogColumn[]): string {
  return columns.map(({ name, type }) => `${displayIdentifier(name)} ${type}`).join(', ');
}

function findTimestamps(facts: SchemaFacts) {
  return perTable(
    facts,
    ({ baseType }) => baseType === 'timestamp',
    (table, columns) =>
      findingOf(timestampInfo, {
        subject: displayName(table),
        message: `${columns.length === 1 ? 'A column holds' : `${columns.length} columns hold`} a time without its zone.`,
        evidence: `${typesText(columns)}; ${sizeText(table)}`,
        fix: `-- Where the values are UTC. Rewrites the table under an ACCESS EXCLUSIVE lock unless the session's TimeZone is UTC.\nSET timezone = 'UTC';\n${alterTypes(table, columns, (column) => withZone(column))}${prismaNote(facts, 'with @db.Timestamptz in')}`,
      }),
  );
}

function withZone({ type }: CatalogColumn): string {
  const precision = /^timestamp(\(\d\))/.exec(type)?.[1] ?? '';
  return `timestamptz${precision}`;
}

function alterTypes(
  table: CatalogRelation,
  columns: readonly CatalogColumn[],
  typeOf: (column: CatalogColumn) => string,
): string {
  const changes = columns.map(
    (column) => `ALTER COLUMN ${quoteIdentifier(column.name)} TYPE ${typeOf(column)}`,
  );
  return `ALTER TABLE ${qualifiedName(table)}\n  ${changes.join(',\n  ')};`;
}

const betterTypes: Readonly<Record<string, string>> = {
  bpchar: 'text',
  money: 'numeric',
  timetz: 'timestamptz',
};

function findDiscouraged(facts: SchemaFacts) {
  return perTable(
    facts,
    // A single char is a flag more often than a mistake, and blanks cannot come in.
    ({ baseType, type }) => Object.hasOwn(betterTypes, baseType) && type !== 'character(1)',
    (table, columns) => {
      const convertible = columns.filter(({ baseType }) => baseType !== 'timetz');
      return findingOf(discouragedInfo, {
        subject: displayName(table),
        message: `${columns.map(({ name, baseType }) => `${displayIdentifier(name)} would better be ${betterTypes[baseType]}`).join(', ')}.`,
        evidence: `${typesText(columns)}; ${sizeText(table)}`,
        ...(convertible.length === 0
          ? {}
          : {
              fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\n${alterTypes(table, convertible, ({ baseType }) => betterTypes[baseType] ?? 'text')}${prismaNote(facts, 'with the new type in')}`,
            }),
      });
    },
  );
}

function findJson(facts: SchemaFacts) {
  return perTable(
    facts,
    ({ baseType }) => baseType === 'json',
    (table, columns) =>
      findingOf(jsonInfo, {
        subject: displayName(table),
        message: `${columns.map(({ name }) => displayIdentifier(name)).join(', ')}: json, which is parsed again by every read.`,
        evidence: `${typesText(columns)}; ${sizeText(table)}`,
        fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\n${alterTypes(table, columns, () => 'jsonb')}${prismaNote(facts, 'with @db.JsonB in')}`,
      }),
  );
}

function findSerials({ catalog }: SchemaFacts) {
  return catalog.sequences.flatMap((sequence) => {
    const { tableSchema, table, column } = sequence;
    if (sequence.feeds !== 'serial' || tableSchema === null || table === null || column === null) return [];
    const owner = { schema: tableSchema, name: table };
    return findingOf(serialInfo, {
      subject: `${displayName(owner)}.${displayIdentifier(column)}`,
      message: `This column takes its values from the sequence ${displayName(sequence)} by a default.`,
      fix: identityFix(qualifiedName(owner), column, qualifiedName(sequence)),
    });
  });
}

/** The numbers go on above those that are there, where it is run: production has others than a branch. */
function identityFix(table: string, column: string, sequence: string): string {
  const at = quoteIdentifier(column);
  return [
    'BEGIN',
    `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
    `ALTER TABLE ${table} ALTER COLUMN ${at} DROP DEFAULT`,
    `DROP SEQUENCE ${sequence}`,
    `ALTER TABLE ${table} ALTER COLUMN ${at} ADD GENERATED BY DEFAULT AS IDENTITY`,
    `SELECT setval(pg_get_serial_sequence(${quoteLiteral(table)}, ${quoteLiteral(column)}), (SELECT coalesce(max(${at}), 0) + 1 FROM ${table}), false)`,
    'COMMIT;',
  ].join(';\n');
}

export const timestampWithoutTimeZone: SchemaRule = { info: timestampInfo, find: findTimestamps };
export const discouragedType: SchemaRule = { info: discouragedInfo, find: findDiscouraged };
export const jsonColumn: SchemaRule = { info: jsonInfo, find: findJson };
export const serialColumn: SchemaRule = { info: serialInfo, find: findSerials };
