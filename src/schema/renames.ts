import { isList } from './same.ts';
import type { AttributeValue, ObjectName } from './snapshot.ts';

/** One thing that is called otherwise now; `from` and `to` differ in their name alone. */
export interface Rename {
  readonly from: ObjectName;
  readonly to: ObjectName;
}

/** Texts of the old side as they would read if only names had changed; `object` is whose text it is, by its new names. */
export type Follow = (value: AttributeValue, object: ObjectName) => AttributeValue;

/**
 * Postgres rewrites every definition that mentions a renamed thing: a view, a foreign key, a default. What differs from
 * the old definition by that alone has not changed.
 */
export function following(renames: readonly Rename[]): Follow {
  // Tables first: whether a text is about a column's table is asked by the table's new name.
  const steps = renames
    .toSorted((left, right) => Number(left.from.kind === 'column') - Number(right.from.kind === 'column'))
    .flatMap(replacements);
  if (steps.length === 0) return (value) => value;
  return (value, object) => {
    const rewrite = (text: string) =>
      steps.reduce(
        (done, step) => (step.isAbout(done, object) ? done.replace(step.pattern, step.text) : done),
        text,
      );
    if (typeof value === 'string') return rewrite(value);
    return isList(value) ? value.map(rewrite) : value;
  };
}

interface Replacement {
  readonly pattern: RegExp;
  readonly text: () => string;
  isAbout(text: string, object: ObjectName): boolean;
}

function replacements({ from, to }: Rename): readonly Replacement[] {
  const { schema } = to;
  if (schema === null) return [];
  const [old, now] = [withoutArguments(from.name), withoutArguments(to.name)];
  if (from.kind !== 'column')
    return [
      {
        pattern: mention(qualifiedForms(schema, old)),
        text: () => `${written(schema)}.${written(now)}`,
        isAbout: () => true,
      },
    ];
  const table = mention(qualifiedForms(schema, to.parent ?? ''));
  return [
    {
      pattern: mention(forms(old)),
      text: () => written(now),
      isAbout: (text, object) =>
        (object.schema === schema && object.parent === to.parent) || text.search(table) >= 0,
    },
  ];
}

function withoutArguments(name: string): string {
  const end = name.indexOf('(');
  return end <= 0 ? name : name.slice(0, end);
}

function mention(texts: readonly string[]): RegExp {
  const source = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\w$"])(?:${source})(?![\\w$"])`, 'g');
}

function qualifiedForms(schema: string, name: string): readonly string[] {
  return forms(schema).flatMap((left) => forms(name).map((right) => `${left}.${right}`));
}

/** Postgres quotes a name where it must; a keyword is quoted too, so both forms are looked for. */
function forms(name: string): readonly string[] {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  return isPlain(name) ? [name, quoted] : [quoted];
}

function written(name: string): string {
  return isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function isPlain(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(name);
}
