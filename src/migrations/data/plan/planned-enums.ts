/** Enums as the pending migrations leave them: a cast to one of them can be judged before it exists. */
import { field, items, listedName, type ObjectName } from '../../parse-tree.ts';
import type { RehearsalCatalog } from '../../rehearsal/catalog.ts';
import { nameKey } from './plan-state.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface PlannedEnums {
  /** Labels of an enum that a statement before made, changed or renamed; undefined for any other type. */
  labels(type: ObjectName | undefined, searchPath: readonly string[]): readonly string[] | undefined;
  create(node: Fields, searchPath: readonly string[]): void;
  /** ALTER TYPE … ADD VALUE, RENAME VALUE. */
  alter(node: Fields, searchPath: readonly string[]): void;
  rename(type: ObjectName | undefined, to: ObjectName, searchPath: readonly string[]): void;
  drop(type: ObjectName | undefined, searchPath: readonly string[]): void;
}

export function createPlannedEnums({ enums }: RehearsalCatalog): PlannedEnums {
  const touched = new Map<string, readonly string[]>();
  const gone = new Set<string>();
  const before = new Map(enums.map((type) => [nameKey(type), type.labels]));
  const find = (type: ObjectName | undefined, searchPath: readonly string[]) => {
    if (type === undefined) return undefined;
    const schemas = type.schema === undefined ? searchPath : [type.schema];
    const candidates = schemas.map((schema) => ({ schema, key: nameKey({ schema, name: type.name }) }));
    return candidates.find(({ key }) => touched.has(key) || (before.has(key) && !gone.has(key)));
  };
  const labelsOf = (key: string) => touched.get(key) ?? before.get(key) ?? [];
  const set = (key: string, labels: readonly string[]) => {
    touched.set(key, labels);
    gone.delete(key);
  };
  const remove = (key: string) => {
    touched.delete(key);
    gone.add(key);
  };
  return {
    labels(type, searchPath) {
      const found = find(type, searchPath);
      return found === undefined ? undefined : touched.get(found.key);
    },
    create(node, searchPath) {
      const name = listedName(node.typeName);
      const schema = name?.schema ?? searchPath[0] ?? 'public';
      if (name !== undefined) set(nameKey({ schema, name: name.name }), items(node.vals).map(labelOf));
    },
    alter(node, searchPath) {
      const found = find(listedName(node.typeName), searchPath);
      if (found === undefined) return;
      const { oldVal } = node;
      const newVal = typeof node.newVal === 'string' ? node.newVal : '';
      const labels = labelsOf(found.key);
      const renamed = labels.map((label) => (label === oldVal ? newVal : label));
      set(found.key, renamed.includes(newVal) ? renamed : [...renamed, newVal]);
    },
    rename(type, to, searchPath) {
      const found = find(type, searchPath);
      if (found === undefined) return;
      const labels = labelsOf(found.key);
      remove(found.key);
      set(nameKey({ schema: to.schema ?? found.schema, name: to.name }), labels);
    },
    drop(type, searchPath) {
      const found = find(type, searchPath);
      if (found !== undefined) remove(found.key);
    },
  };
}

/** The tree leaves an empty text away, which is a label like any other. */
function labelOf(value: unknown): string {
  const { sval } = field(value, 'String');
  return typeof sval === 'string' ? sval : '';
}
