/** Constraints and indexes, with what the index behind a constraint has of its own. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { nameSql, parentSql, targetOf } from './names.ts';
import { setOptions } from './options-sql.ts';
import type { Alteration, KindSql, Scene } from './scene.ts';
import { has, listOf, NotWritten, needed, textOf } from './values.ts';

export const constraintSql: KindSql = {
  create(constraint, scene) {
    if (isGiven(constraint)) return [];
    refuseInvalid(constraint);
    const definition = needed(constraint, 'definition');
    return [
      `ALTER TABLE ${parentSql(constraint)} ADD CONSTRAINT ${nameSql(constraint)} ${definition}`,
      ...indexAfter({ from: undefined, to: constraint }, scene),
    ];
  },
  alter(change, scene) {
    const { from, to, changed } = change;
    if (changed.has('local')) throw new NotWritten('a constraint becomes the child’s own, or stops being so');
    if (changed.has('invalid') && !has(from, 'invalid')) refuseInvalid(to);
    if (changed.has('type')) return 'again';
    if (changed.has('definition')) {
      const [old, now] = [needed(from, 'definition'), needed(to, 'definition')];
      if (old !== `${now} NOT VALID`) return 'again';
      if (isGiven(to)) return [];
      const validated = `ALTER TABLE ${parentSql(to)} VALIDATE CONSTRAINT ${nameSql(to)}`;
      return [validated, ...indexAfter({ from, to, changed }, scene)];
    }
    return indexAfter({ from, to, changed }, scene);
  },
};

export const indexSql: KindSql = {
  create(index, scene) {
    if (isGiven(index)) return [];
    refuseInvalid(index);
    const unique = has(index, 'unique') ? 'UNIQUE ' : '';
    return [
      `CREATE ${unique}INDEX ${quoteIdentifier(index.name)} ON ${parentSql(index)} ${needed(index, 'definition')}`,
      ...indexAfter({ from: undefined, to: index }, scene),
    ];
  },
  alter(change, scene) {
    const { from, to, changed } = change;
    if (changed.has('invalid') && !has(from, 'invalid')) refuseInvalid(to);
    if (changed.has('definition') || changed.has('unique') || changed.has('invalid')) return 'again';
    return indexAfter(change, scene);
  },
};

/** It comes and goes with the parent's. */
export function isGiven(object: SchemaObject): boolean {
  return has(object, 'inheritedFrom') && !has(object, 'local');
}

function refuseInvalid(object: SchemaObject): void {
  if (has(object, 'invalid')) throw new NotWritten('its index is invalid on the new side');
}

interface IndexChange {
  readonly from: SchemaObject | undefined;
  readonly to: SchemaObject;
  readonly changed?: Alteration['changed'];
}

function indexAfter({ from, to, changed }: IndexChange, scene: Scene): readonly string[] {
  const isChanged = (name: string) => (changed === undefined ? has(to, name) : changed.has(name));
  const alter = `ALTER ${targetOf({ ...to, kind: 'index' })}`;
  const tablespace = textOf(to, 'tablespace') ?? 'pg_default';
  const old = from === undefined ? [] : listOf(from, 'indexOptions');
  return [
    ...(isChanged('indexOptions')
      ? setOptions(old, listOf(to, 'indexOptions')).map((part) => `${alter} ${part}`)
      : []),
    ...(isChanged('tablespace') ? [`${alter} SET TABLESPACE ${quoteIdentifier(tablespace)}`] : []),
    ...(isChanged('statistics') ? statistics(from, to).map((part) => `${alter} ${part}`) : []),
    ...(isChanged('clustered') ? clustered(to, scene) : []),
    ...(isChanged('replicaIdentity') ? replicaIdentity(to, scene) : []),
  ];
}

/** `1: 300`: number of the column, target. */
function statistics(from: SchemaObject | undefined, to: SchemaObject): readonly string[] {
  const now = listOf(to, 'statistics');
  const columns = now.map((line) => line.split(':')[0]);
  const gone = (from === undefined ? [] : listOf(from, 'statistics'))
    .map((line) => line.split(':')[0])
    .filter((column) => !columns.includes(column));
  return [
    ...gone.map((column) => `ALTER COLUMN ${column} SET STATISTICS -1`),
    ...now.map((line) => `ALTER COLUMN ${line.replace(':', ' SET STATISTICS')}`),
  ];
}

/** One index of a table has it: where another takes it, it need not be taken away. */
function isTakenOver(object: SchemaObject, { to }: Scene, attribute: string): boolean {
  return to.partsOf({ ...object, name: object.parent ?? '' }).some((part) => has(part, attribute));
}

function clustered(object: SchemaObject, scene: Scene): readonly string[] {
  const table = `ALTER TABLE ${parentSql(object)}`;
  if (has(object, 'clustered')) return [`${table} CLUSTER ON ${quoteIdentifier(object.name)}`];
  return isTakenOver(object, scene, 'clustered') ? [] : [`${table} SET WITHOUT CLUSTER`];
}

function replicaIdentity(object: SchemaObject, scene: Scene): readonly string[] {
  const table = `ALTER TABLE ${parentSql(object)} REPLICA IDENTITY`;
  if (has(object, 'replicaIdentity')) return [`${table} USING INDEX ${quoteIdentifier(object.name)}`];
  const relation = scene.to.relation(object.schema, object.parent);
  const isTaken = isTakenOver(object, scene, 'replicaIdentity');
  return isTaken || (relation !== undefined && has(relation, 'replicaIdentity')) ? [] : [`${table} DEFAULT`];
}
