/** Statements that take a name away or give another. */
import { field, items, listedName, type Node, type ObjectName, relationName, texts } from '../parse-tree.ts';
import { textOrUndefined } from '../record.ts';
import type { DropKind, Operation, Rename } from './operation.ts';

const dropped: Readonly<Record<string, DropKind>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_INDEX: 'index',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
  OBJECT_SCHEMA: 'schema',
};

export function drop(node: Node): readonly Operation[] {
  if (node.removeType === 'OBJECT_TRIGGER') return dropTrigger(node);
  const what = dropped[textOrUndefined(node.removeType) ?? ''];
  if (what === undefined) return [];
  return [
    {
      kind: 'drop',
      what,
      names: items(node.objects).flatMap((item) => objectName(item) ?? []),
      isCascade: node.behavior === 'DROP_CASCADE',
      isConcurrent: node.concurrent === true,
    },
  ];
}

/** A list of strings, a type's name, or one string. */
function objectName(item: unknown): ObjectName | undefined {
  const [alone] = texts([item]);
  if (alone !== undefined) return { schema: undefined, name: alone };
  return listedName(field(item, 'List').items) ?? listedName(field(item, 'TypeName').names);
}

/** The list is the table's name with the trigger's behind it. */
function dropTrigger(node: Node): readonly Operation[] {
  const tables = items(node.objects).flatMap((item) => {
    const parts = items(field(item, 'List').items).slice(0, -1);
    return listedName(parts) ?? [];
  });
  return [{ kind: 'drop trigger', tables, isCascade: false, isConcurrent: false }];
}

const renamed: Readonly<Record<string, Rename['what']>> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'table',
  OBJECT_MATVIEW: 'view',
  OBJECT_VIEW: 'view',
  OBJECT_INDEX: 'index',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
};

export function rename(node: Node): readonly Operation[] {
  const newName = textOrUndefined(node.newname);
  const inner = textOrUndefined(node.subname);
  const name = relationName(node.relation) ?? objectName(node.object);
  if (newName === undefined) return [];
  if (node.renameType === 'OBJECT_SCHEMA' && inner !== undefined)
    return [{ kind: 'rename', what: 'schema', name: { schema: undefined, name: inner }, newName }];
  if (name === undefined) return [];
  if (inner !== undefined && node.renameType === 'OBJECT_COLUMN')
    return [{ kind: 'rename column', table: name, name: inner, newName }];
  if (inner !== undefined && node.renameType === 'OBJECT_TABCONSTRAINT')
    return [{ kind: 'rename constraint', table: name, name: inner, newName }];
  const what = renamed[textOrUndefined(node.renameType) ?? ''];
  return what === undefined ? [] : [{ kind: 'rename', what, name, newName }];
}

export function move(node: Node): readonly Operation[] {
  const newSchema = textOrUndefined(node.newschema);
  const name = relationName(node.relation) ?? objectName(node.object);
  if (newSchema === undefined || name === undefined) return [];
  if (node.objectType === 'OBJECT_TABLE') return [{ kind: 'move', what: 'table', name, newSchema }];
  return node.objectType === 'OBJECT_TYPE' ? [{ kind: 'move', what: 'type', name, newSchema }] : [];
}
