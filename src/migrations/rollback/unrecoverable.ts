/** What no way back of Prisma's brings back: changed rows, dropped content, objects that Prisma does not model. */
import type { Finding, Location } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import { field, items, listedName, type Node, type ObjectName, relationName, texts } from '../parse-tree.ts';
import { textOrUndefined } from '../record.ts';
import type { SqlParser, SqlStatement } from '../sql-parser.ts';
import { rollbackImpossible, rollbackIncomplete } from './rules.ts';

export interface PendingScript {
  /** The migration. */
  readonly name: string;
  /** Path relative to the workspace. */
  readonly file: string | undefined;
  readonly script: string;
}

interface Trace {
  readonly kind: 'rows' | 'content' | 'object';
  /** `UPDATE users` */
  readonly what: string;
  readonly line: number;
}

/** A finding a migration and kind. What is about a table that the same pull request creates is left out: it goes with it. */
export function unrecoverableFindings(
  scripts: readonly PendingScript[],
  parser: SqlParser,
): readonly Finding[] {
  const parsed = scripts.map((script) => ({ script, statements: statementsOf(script.script, parser) }));
  const created = parsed.flatMap(({ statements }) => statements.flatMap(createdTable));
  return parsed.flatMap(({ script, statements }) => {
    const traces = statements.flatMap((statement) => tracesOf(statement, created));
    return (['rows', 'content', 'object'] as const).flatMap((kind) => {
      const ofKind = traces.filter((trace) => trace.kind === kind);
      return ofKind.length === 0 ? [] : [findingFor(script, kind, ofKind)];
    });
  });
}

function statementsOf(script: string, parser: SqlParser): readonly SqlStatement[] {
  const parsed = parser.parse(script);
  return parsed.kind === 'parsed' ? parsed.statements : [];
}

function createdTable({ kind, node }: SqlStatement): readonly ObjectName[] {
  const table = kind === 'CreateStmt' ? relationName(node.relation) : undefined;
  return table === undefined ? [] : [table];
}

function findingFor({ name, file }: PendingScript, kind: Trace['kind'], traces: readonly Trace[]): Finding {
  const [first] = traces;
  const location: Location | undefined =
    file === undefined || first === undefined ? undefined : { file, line: first.line };
  const evidence = traces.map(({ what, line }) => `line ${line}: ${what}`).join('\n');
  const place = { subject: name, evidence, ...(location === undefined ? {} : { location }) };
  if (kind === 'rows')
    return findingOf(rollbackImpossible, {
      ...place,
      message: `${name} changes rows. No script gives back what they were: only a backup, or a branch of the time before, has the old values.`,
    });
  if (kind === 'content')
    return findingOf(rollbackImpossible, {
      ...place,
      message: `${name} drops data. An undo makes the table or column again, empty: only a backup, or a branch of the time before, has the content.`,
    });
  return findingOf(rollbackIncomplete, {
    ...place,
    message: `${name} makes or drops what Prisma does not model. Prisma's way back leaves it as it is.`,
    fix: '-- Undo these by hand, in the opposite order, before Prisma’s script where it drops what they depend on.',
  });
}

const rowChanges: Readonly<Record<string, string>> = {
  UpdateStmt: 'UPDATE',
  DeleteStmt: 'DELETE FROM',
  InsertStmt: 'INSERT INTO',
  MergeStmt: 'MERGE INTO',
};

function tracesOf(statement: SqlStatement, created: readonly ObjectName[]): readonly Trace[] {
  const { kind, node, line } = statement;
  const isCreated = (table: ObjectName | undefined) =>
    table !== undefined && created.some((other) => isSame(other, table));
  const verb = rowChanges[kind];
  const table = relationName(node.relation ?? node.table);
  if (verb !== undefined)
    return isCreated(table) ? [] : [{ kind: 'rows', what: `${verb} ${words(table)}`, line }];
  if (kind === 'TruncateStmt')
    return items(node.relations).flatMap((relation): readonly Trace[] => {
      const name = relationName(field(relation, 'RangeVar'));
      return isCreated(name) ? [] : [{ kind: 'content', what: `TRUNCATE ${words(name)}`, line }];
    });
  if (kind === 'DropStmt') return dropTraces(node, line, isCreated);
  if (kind === 'AlterTableStmt' && !isCreated(table)) return alterTraces(node, line, words(table));
  const object = objectWords(kind, node);
  return object === undefined || isCreated(table) ? [] : [{ kind: object.kind, what: object.what, line }];
}

function dropTraces(
  node: Node,
  line: number,
  isCreated: (table: ObjectName | undefined) => boolean,
): readonly Trace[] {
  const unseen: Readonly<Record<string, string>> = {
    OBJECT_VIEW: 'VIEW',
    OBJECT_MATVIEW: 'MATERIALIZED VIEW',
    OBJECT_FUNCTION: 'FUNCTION',
    OBJECT_PROCEDURE: 'PROCEDURE',
    OBJECT_TRIGGER: 'TRIGGER',
    OBJECT_POLICY: 'POLICY',
    OBJECT_RULE: 'RULE',
    OBJECT_DOMAIN: 'DOMAIN',
  };
  return items(node.objects).flatMap((object): readonly Trace[] => {
    const list =
      field(object, 'List').items ??
      field(object, 'ObjectWithArgs').objname ??
      field(object, 'TypeName').names;
    const name = listedName(list);
    if (node.removeType === 'OBJECT_TABLE')
      return isCreated(name) ? [] : [{ kind: 'content', what: `DROP TABLE ${words(name)}`, line }];
    const type = unseen[String(node.removeType)];
    return type === undefined
      ? []
      : [{ kind: 'object', what: `DROP ${type} ${texts(list).join('.')}`, line }];
  });
}

function alterTraces(node: Node, line: number, table: string): readonly Trace[] {
  return items(node.cmds).flatMap((item): readonly Trace[] => {
    const command = field(item, 'AlterTableCmd');
    const name = textOrUndefined(command.name) ?? '';
    const constraint = field(command.def, 'Constraint');
    const unseen: Readonly<Record<string, string>> = {
      CONSTR_CHECK: 'CHECK',
      CONSTR_EXCLUSION: 'EXCLUDE',
    };
    const rule = unseen[String(constraint.contype)];
    if (command.subtype === 'AT_DropColumn')
      return [{ kind: 'content', what: `DROP COLUMN ${table}.${name}`, line }];
    if (command.subtype === 'AT_AddConstraint' && rule !== undefined)
      return [
        { kind: 'object', what: `${rule} ${textOrUndefined(constraint.conname) ?? ''} on ${table}`, line },
      ];
    if (/^AT_(Enable|Disable|Force)/.test(String(command.subtype)))
      return [{ kind: 'object', what: `ALTER TABLE ${table}: ${String(command.subtype).slice(3)}`, line }];
    return [];
  });
}

/** Statements that Prisma's comparison of schemas does not see. */
const unseenObjects: Readonly<Record<string, string>> = {
  CreateFunctionStmt: 'FUNCTION',
  CreateTrigStmt: 'TRIGGER',
  CreatePolicyStmt: 'POLICY',
  ViewStmt: 'VIEW',
  CreateTableAsStmt: 'MATERIALIZED VIEW',
  RuleStmt: 'RULE',
  CreateDomainStmt: 'DOMAIN',
  CompositeTypeStmt: 'TYPE',
  CreateEventTrigStmt: 'EVENT TRIGGER',
  GrantStmt: 'GRANT',
  GrantRoleStmt: 'GRANT',
};

function objectWords(
  kind: string,
  node: Node,
): { readonly kind: Trace['kind']; readonly what: string } | undefined {
  if (kind === 'DoStmt') return { kind: 'rows', what: 'DO block, which may change anything' };
  if (kind === 'CallStmt') return { kind: 'rows', what: 'CALL, which may change anything' };
  if (kind === 'IndexStmt' && (node.whereClause !== undefined || hasExpression(node)))
    return { kind: 'object', what: `INDEX ${textOrUndefined(node.idxname) ?? ''}` };
  const type = unseenObjects[kind];
  if (type === undefined) return undefined;
  const own = textOrUndefined(node.trigname ?? node.policy_name ?? node.rulename);
  const listed = texts(node.funcname ?? node.domainname).join('.');
  const relation = relationName(node.view ?? node.typevar ?? field(node, 'into').rel)?.name ?? '';
  const name = own ?? (listed === '' ? relation : listed);
  return { kind: 'object', what: `${type} ${name}`.trim() };
}

function hasExpression(node: Node): boolean {
  return items(node.indexParams).some((item) => field(item, 'IndexElem').expr !== undefined);
}

function isSame(left: ObjectName, right: ObjectName): boolean {
  return left.name === right.name && (left.schema ?? 'public') === (right.schema ?? 'public');
}

function words(table: ObjectName | undefined): string {
  if (table === undefined) return '';
  return table.schema === undefined || table.schema === 'public'
    ? table.name
    : `${table.schema}.${table.name}`;
}
