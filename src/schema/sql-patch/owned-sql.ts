/** Comment, owner and grants: alike for every kind. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import type { ObjectKind } from '../object-kinds.ts';
import type { SchemaObject } from '../snapshot.ts';
import { type GrantTarget, grantsSql } from './grants-sql.ts';
import { isRoutine, nameSql, parentSql, signatureOf, targetOf } from './names.ts';
import type { Scene } from './scene.ts';
import { listOf, textOf } from './values.ts';

/** After an object was made. */
export function ownedSql(object: SchemaObject, scene: Scene): readonly string[] {
  if (object.kind === 'default privileges') return [];
  const comment = textOf(object, 'comment');
  const owner = scene.ignored.has('owner') ? undefined : textOf(object, 'owner');
  return [
    ...(comment === undefined ? [] : [commentSql(object)]),
    ...(owner === undefined || owner === scene.runner ? [] : [ownerSql(object, owner)]),
    ...(scene.ignored.has('grants')
      ? []
      : grantsSql(givenAtFirst(object, scene), listOf(object, 'grants'), targetOfGrant(object))),
  ];
}

interface Change {
  readonly from: SchemaObject;
  readonly to: SchemaObject;
  readonly changed: ReadonlySet<string>;
}

/** A change of owner turns the old owner's privileges into the new one's: nothing but what holds by default may differ then. */
export function changeOwnedSql({ from, to, changed }: Change, scene: Scene): readonly string[] {
  const isGiven = changed.has('owner') && !scene.ignored.has('owner');
  const isGranted = changed.has('grants') && !scene.ignored.has('grants');
  const [old, now] = [listOf(from, 'grants'), listOf(to, 'grants')];
  const target = isGranted ? targetOfGrant(to) : undefined;
  const former = { ...target, on: target?.on ?? '', owner: textOf(from, 'owner') };
  return [
    ...(changed.has('comment') ? [commentSql(to)] : []),
    ...(target !== undefined && isGiven ? grantsSql(old, [], former) : []),
    ...(isGiven ? [ownerSql(to, textOf(to, 'owner') ?? '')] : []),
    ...(target === undefined ? [] : grantsSql(isGiven ? [] : old, now, target)),
  ];
}

function commentSql(object: SchemaObject): string {
  const comment = textOf(object, 'comment');
  return `COMMENT ON ${targetOf(object)} IS ${comment === undefined ? 'NULL' : quoteLiteral(comment)}`;
}

function ownerSql(object: SchemaObject, owner: string): string {
  return `ALTER ${targetOf(object)} OWNER TO ${quoteIdentifier(owner)}`;
}

const grantWords: Readonly<Partial<Record<ObjectKind, string>>> = {
  schema: 'SCHEMA',
  sequence: 'SEQUENCE',
  table: 'TABLE',
  'foreign table': 'TABLE',
  view: 'TABLE',
  'materialized view': 'TABLE',
  procedure: 'PROCEDURE',
  'foreign server': 'FOREIGN SERVER',
};

function targetOfGrant(object: SchemaObject): GrantTarget {
  if (object.kind === 'column') return { on: `TABLE ${parentSql(object)}`, column: ` (${nameSql(object)})` };
  if (object.kind === 'aggregate') {
    const { name, types } = signatureOf(object);
    return { on: `FUNCTION ${nameSql({ ...object, kind: 'function', name: `${name}(${types})` })}` };
  }
  const word = grantWords[object.kind] ?? (object.kind === 'function' ? 'FUNCTION' : 'TYPE');
  return { on: `${word} ${nameSql(object)}`, owner: textOf(object, 'owner') };
}

/** What default privileges give to whatever the runner makes. */
function givenAtFirst(object: SchemaObject, { from, runner }: Scene): readonly string[] {
  const word = defaultsWord(object.kind);
  if (word === undefined || runner === undefined) return [];
  return from.objects
    .filter(
      ({ kind, schema, name }) =>
        kind === 'default privileges' &&
        name === `${word} of ${runner}` &&
        (schema === null || schema === object.schema),
    )
    .flatMap((defaults) => listOf(defaults, 'grants'));
}

function defaultsWord(kind: ObjectKind): string | undefined {
  if (kind === 'schema') return 'schemas';
  if (kind === 'sequence') return 'sequences';
  if (isRoutine(kind)) return 'functions';
  if (/^(?:table|foreign table|view|materialized view)$/.test(kind)) return 'tables';
  return /^(?:enum|domain|composite type|range type)$/.test(kind) ? 'types' : undefined;
}

/** `ALTER DEFAULT PRIVILEGES`, whose name is `tables of role`. */
export function defaultPrivilegesSql(
  { schema, name }: SchemaObject,
  [from, to]: readonly [readonly string[], readonly string[]],
): readonly string[] {
  const [, type = '', role = ''] = /^([a-z ]+?) of (.*)$/s.exec(name) ?? [];
  const place = schema === null ? '' : ` IN SCHEMA ${quoteIdentifier(schema)}`;
  const before = `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoteIdentifier(role)}${place} `;
  return grantsSql(from, to, { before, on: type.toUpperCase() });
}
