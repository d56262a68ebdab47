/** The changed part of a schema as a Mermaid entity-relationship diagram. */
import { displayName } from '../postgres/object-name.ts';
import { cutMiddle } from '../report/visible-text.ts';
import type { ChangeGroup } from './diff-words.ts';
import { isList } from './same.ts';
import type { ObjectChange } from './schema-diff.ts';
import { keyOf, type SchemaObject, type SchemaSnapshot } from './snapshot.ts';

/** More than this is a wall-paper, no diagram. */
const mostTables = 12;
const mostNeighbours = 8;
const mostColumns = 10;

export interface ErDiagram {
  readonly text: string;
  /** Changed tables that did not fit. */
  readonly leftOut: number;
}

interface Sides {
  readonly from: SchemaSnapshot;
  readonly to: SchemaSnapshot;
}

/** Undefined where no table changed. Tables that foreign keys lead to or come from are drawn in grey, without their columns. */
export function erDiagram(groups: readonly ChangeGroup[], sides: Sides): ErDiagram | undefined {
  const tables = groups.filter(({ object }) => object.kind === 'table' || object.kind === 'foreign table');
  if (tables.length === 0) return undefined;
  const drawn = tables.slice(0, mostTables);
  const names = new Map(drawn.map(({ object }) => [placeOf(object), object.name]));
  const keys = foreignKeys(sides);
  const neighbours = neighboursOf(keys, names);
  const ids = new Map([...names.keys(), ...neighbours].map((place, index) => [place, `t${index + 1}`]));
  const columns = columnsByTable(sides);
  const lines = [
    'erDiagram',
    ...drawn.flatMap((group) => entityLines(group, { ids, columns, keys })),
    ...neighbours.map((place) => `  ${ids.get(place)}["${label(place)}"]`),
    ...keys.flatMap((key) => edgeLine(key, ids)),
    ...classLines(drawn, { ids, neighbours }),
  ];
  return { text: lines.join('\n'), leftOut: tables.length - drawn.length };
}

interface ForeignKey {
  readonly child: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly isRemoved: boolean;
}

function placeOf({ schema, name }: { readonly schema: string | null; readonly name: string }): string {
  return `${schema ?? ''}\0${name}`;
}

/** Of the new side, and those of the old one that are gone. */
function foreignKeys({ from, to }: Sides): readonly ForeignKey[] {
  const there = new Set(to.objects.filter(({ kind }) => kind === 'constraint').map(keyOf));
  const read = (object: SchemaObject, isRemoved: boolean): readonly ForeignKey[] => {
    const { references, columns, inheritedFrom }: SchemaObject['attributes'] = object.attributes;
    if (object.kind !== 'constraint' || !isList(references) || isList(inheritedFrom)) return [];
    const [schema = '', name = ''] = references;
    return [
      {
        child: placeOf({ schema: object.schema, name: object.parent ?? '' }),
        parent: placeOf({ schema, name }),
        columns: isList(columns) ? columns : [],
        isRemoved,
      },
    ];
  };
  return [
    ...to.objects.flatMap((object) => read(object, false)),
    ...from.objects.filter((object) => !there.has(keyOf(object))).flatMap((object) => read(object, true)),
  ];
}

function neighboursOf(keys: readonly ForeignKey[], drawn: ReadonlyMap<string, string>): readonly string[] {
  const found = keys
    .filter(({ isRemoved }) => !isRemoved)
    .flatMap(({ child, parent }) => {
      if (drawn.has(child) && !drawn.has(parent)) return [parent];
      return drawn.has(parent) && !drawn.has(child) ? [child] : [];
    });
  return [...new Set(found)].toSorted().slice(0, mostNeighbours);
}

function columnsByTable({ from, to }: Sides): ReadonlyMap<string, ReadonlyMap<string, SchemaObject>> {
  const tables = new Map<string, Map<string, SchemaObject>>();
  // The old side first: what both have is taken from the new one.
  for (const object of [...from.objects, ...to.objects]) {
    if (object.kind !== 'column') continue;
    const place = placeOf({ schema: object.schema, name: object.parent ?? '' });
    const columns = tables.get(place) ?? new Map<string, SchemaObject>();
    tables.set(place, columns.set(object.name, object));
  }
  return tables;
}

interface Drawing {
  readonly ids: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, SchemaObject>>;
  readonly keys: readonly ForeignKey[];
}

function entityLines({ object, parts, change }: ChangeGroup, drawing: Drawing): readonly string[] {
  const place = placeOf(object);
  const columns = drawing.columns.get(place) ?? new Map<string, SchemaObject>();
  const keys = new Set(drawing.keys.filter(({ child }) => child === place).flatMap((key) => key.columns));
  const whole = change === 'added' || change === 'removed';
  const changed = parts.filter((part) => part.object.kind === 'column');
  const shown = whole ? [...columns.keys()] : changed.map((part) => part.object.name);
  const lines = shown.slice(0, mostColumns).map((name) => {
    const part = changed.find((candidate) => candidate.object.name === name);
    const word = whole || part === undefined ? '' : ` "${columnWord(part)}"`;
    return `    ${typeWord(columns.get(name))} ${identifier(name)}${keys.has(name) ? ' FK' : ''}${word}`;
  });
  const rest = shown.length - mostColumns;
  const more = rest > 0 ? [`    and more "${rest} more"`] : [];
  const head = `  ${drawing.ids.get(place)}["${label(place)}"]`;
  return lines.length === 0 ? [head] : [`${head} {`, ...lines, ...more, '  }'];
}

function columnWord(change: ObjectChange): string {
  switch (change.change) {
    case 'added':
      return 'added';
    case 'removed':
      return 'dropped';
    case 'renamed':
      return plainText(`${change.isCertain ? 'was' : 'perhaps was'} ${change.from.name}`);
    case 'changed':
      return 'changed';
  }
}

/** Short names of types with long ones. */
const shortTypes: readonly (readonly [RegExp, string])[] = [
  [/^character varying/, 'varchar'],
  [/^character\b/, 'char'],
  [/^timestamp(\(\d\))? with time zone/, 'timestamptz'],
  [/^timestamp(\(\d\))? without time zone/, 'timestamp'],
  [/^time(\(\d\))? with time zone/, 'timetz'],
  [/^time(\(\d\))? without time zone/, 'time'],
  [/^double precision/, 'float8'],
];

function typeWord(column: SchemaObject | undefined): string {
  const type = column?.attributes.type;
  const text = typeof type === 'string' ? type : 'unknown';
  const short = shortTypes.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
  return identifier(short.replace(/^[\w$]+\./, ''));
}

/** What Mermaid takes as a word of an attribute: anything else becomes an underscore; its key words are kept apart. */
function identifier(name: string): string {
  const word = cutMiddle(name, 40).replace(/[^A-Za-z0-9_()]/g, '_');
  const started = /^[A-Za-z]/.test(word) ? word : `c${word}`;
  return /^(pk|fk|uk)$/i.test(started) ? `${started}_` : started;
}

function label(place: string): string {
  const [schema = '', name = ''] = place.split('\0');
  return plainText(displayName({ schema, name }));
}

/** Text between Mermaid's quotes: letters, digits and harmless signs. */
function plainText(text: string): string {
  return cutMiddle(text, 60).replace(/[^\p{L}\p{N}_.$ -]/gu, '_') || '_';
}

function edgeLine(
  { child, parent, columns, isRemoved }: ForeignKey,
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  const [from, to] = [ids.get(parent), ids.get(child)];
  if (from === undefined || to === undefined) return [];
  const text = plainText(columns.join(' '));
  return [`  ${from} ||--o{ ${to} : "${isRemoved ? `${text} - dropped` : text}"`];
}

/** Colours that let the background through and leave the text to the theme: they are drawn in light and in dark. */
const classes = {
  added: 'fill:#2da44e40,stroke:#2da44e,stroke-width:2px',
  removed: 'fill:#cf222e40,stroke:#cf222e,stroke-width:2px',
  changed: 'fill:#d4a72c40,stroke:#bf8700,stroke-width:2px',
  neighbour: 'fill:#818b9826,stroke:#818b98',
} as const;

function classLines(
  drawn: readonly ChangeGroup[],
  { ids, neighbours }: { readonly ids: ReadonlyMap<string, string>; readonly neighbours: readonly string[] },
): readonly string[] {
  const members = (name: keyof typeof classes) =>
    name === 'neighbour'
      ? neighbours
      : drawn
          .filter(({ change }) => (change === 'renamed' ? 'changed' : change) === name)
          .map(({ object }) => placeOf(object));
  return (['added', 'removed', 'changed', 'neighbour'] as const).flatMap((name) => {
    const list = members(name).flatMap((place) => ids.get(place) ?? []);
    return list.length === 0
      ? []
      : [`  classDef ${name} ${classes[name]}`, `  class ${list.join(',')} ${name}`];
  });
}
