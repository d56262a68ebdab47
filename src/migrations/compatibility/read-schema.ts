/** From the blocks of a Prisma schema to what its client knows. */
import type { SchemaFile } from '../prisma-project.ts';
import {
  type ClientEnum,
  type ClientField,
  type ClientModel,
  type ClientRelation,
  type ClientSchema,
  type FieldType,
  type JoinTable,
  type Scalar,
  scalars,
} from './client-schema.ts';
import {
  type Argument,
  type Attribute,
  type Block,
  blocksOf,
  type Member,
  type Value,
} from './prisma-blocks.ts';

/** What the files declare, ignored models and columns too: to compare with what Prisma itself makes of them. */
export interface DeclaredTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export interface ReadSchema {
  readonly client: ClientSchema;
  readonly tables: readonly DeclaredTable[];
}

/**
 * @param files of one schema, valid
 * @param defaultSchema where tables without `@@schema` are
 * @throws UnreadableSchema
 */
export function readSchema(files: readonly SchemaFile[], defaultSchema: string): ReadSchema {
  const blocks = files.flatMap(({ content }) => blocksOf(content));
  const source: Source = {
    defaultSchema,
    models: blocks.filter(({ keyword }) => keyword === 'model' || keyword === 'view'),
    enums: new Map(
      blocks
        .filter(({ keyword }) => keyword === 'enum')
        .map((block) => [block.name, enumOf(block, defaultSchema)]),
    ),
  };
  const shown = source.models.filter((block) => !has(block.attributes, 'ignore'));
  const joinTables = joinTablesOf(source);
  const tables = source.models
    .filter(({ keyword }) => keyword === 'model')
    .map((block) => declared(source, block));
  return {
    client: {
      models: shown.map((block) => modelOf(source, block)),
      joinTables: joinTables.filter(({ sides }) =>
        sides.every((side) => shown.some(({ name }) => name === side)),
      ),
    },
    tables: [...tables, ...joinTables.map(({ schema, table }) => ({ schema, table, columns: ['A', 'B'] }))],
  };
}

interface Source {
  readonly defaultSchema: string;
  readonly models: readonly Block[];
  readonly enums: ReadonlyMap<string, ClientEnum>;
}

function enumOf(block: Block, defaultSchema: string): ClientEnum {
  return {
    name: block.name,
    schema: argumentText(block.attributes, 'schema') ?? defaultSchema,
    type: argumentText(block.attributes, 'map') ?? block.name,
    labels: block.members.map(mappedName),
  };
}

function declared(source: Source, block: Block): DeclaredTable {
  const columns = block.members.filter((member) => !isRelation(source, member));
  return { ...placeOf(source, block), columns: columns.map(mappedName) };
}

function placeOf(
  { defaultSchema }: Source,
  block: Block,
): { readonly schema: string; readonly table: string } {
  return {
    schema: argumentText(block.attributes, 'schema') ?? defaultSchema,
    table: argumentText(block.attributes, 'map') ?? block.name,
  };
}

function modelOf(source: Source, block: Block): ClientModel {
  const columns = block.members.filter((member) => !isRelation(source, member));
  const fields = columns.flatMap((member) => fieldOf(source, member));
  const missing = columns.filter(({ name }) => !fields.some((field) => field.name === name));
  return {
    name: block.name,
    kind: block.keyword === 'view' ? 'view' : 'model',
    ...placeOf(source, block),
    fields,
    uniques: uniquesOf(block),
    canCreate: missing.every(
      (member) => member.type?.isOptional === true || has(member.attributes, 'default'),
    ),
    relations: block.members.flatMap((member) => relationOf(source, block, member)),
  };
}

/** Nothing for what the client does not see. */
function fieldOf(source: Source, member: Member): readonly ClientField[] {
  const type = member.type === undefined ? undefined : fieldType(source, member.type.name);
  if (member.type === undefined || type === undefined || has(member.attributes, 'ignore')) return [];
  const { isList, isOptional } = member.type;
  const initial = find(member.attributes, 'default')?.arguments[0]?.value;
  const hasDatabaseDefault = initial?.kind === 'call' && databaseDefaults.includes(initial.name);
  const isUpdatedAt = has(member.attributes, 'updatedAt');
  const isDemanded = !isOptional && !isList && initial === undefined;
  return [
    {
      name: member.name,
      column: mappedName(member),
      type,
      isList,
      isRequired: !isOptional,
      isAlwaysSent: isUpdatedAt || isDemanded || (initial !== undefined && !hasDatabaseDefault),
      hasDatabaseDefault,
      isUpdatedAt,
    },
  ];
}

/** Every other default (constants, `now()`, `cuid()`, `uuid()`, `nanoid()`, `ulid()`) is made by the client. */
const databaseDefaults: readonly string[] = ['autoincrement', 'dbgenerated', 'sequence'];

function fieldType({ enums }: Source, name: string): FieldType | undefined {
  const found = enums.get(name);
  if (found !== undefined) return { kind: 'enum', enum: found };
  return isScalar(name) ? { kind: 'scalar', scalar: name } : undefined;
}

function isScalar(name: string): name is Scalar {
  return scalars.includes(name);
}

function isRelation({ models }: Source, { type }: Member): boolean {
  return models.some(({ name }) => name === type?.name);
}

/** The id first, then the others in their order. */
function uniquesOf(block: Block): readonly (readonly string[])[] {
  const column = columnNames(block);
  const kinds = ['id', 'unique'].flatMap((name) => [
    ...block.members.filter(({ attributes }) => has(attributes, name)).map((member) => [mappedName(member)]),
    ...block.attributes
      .filter((attribute) => attribute.name === name)
      .map((attribute) => names(argument(attribute, 'fields')).map(column)),
  ]);
  return kinds.filter((columns, index) => kinds.findIndex((other) => sameNames(other, columns)) === index);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, index) => name === right[index]);
}

function relationOf(source: Source, block: Block, member: Member): readonly ClientRelation[] {
  const relation = find(member.attributes, 'relation');
  const other = source.models.find(({ name }) => name === member.type?.name);
  const fields = names(named(relation, 'fields'));
  if (other === undefined || fields.length === 0 || has(other.attributes, 'ignore')) return [];
  return [
    {
      field: member.name,
      columns: fields.map(columnNames(block)),
      model: other.name,
      referencedColumns: names(named(relation, 'references')).map(columnNames(other)),
    },
  ];
}

/** Lists on both sides and a foreign key on none: Prisma keeps the pairs in a table of its own. */
function joinTablesOf(source: Source): readonly JoinTable[] {
  const sides = source.models.flatMap((block) =>
    block.members
      .filter((member) => member.type?.isList === true && isRelation(source, member))
      .map((member) => ({ block, member, relation: relationName(block, member) })),
  );
  return sides.flatMap(({ block, member, relation }, index) => {
    const back = sides.findIndex(
      (other, place) =>
        place > index &&
        other.relation === relation &&
        other.block.name === member.type?.name &&
        other.member.type?.name === block.name,
    );
    const other = sides[back];
    if (other === undefined) return [];
    const [first = block, second = block] = [block, other.block].toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    return [
      {
        field: `${block.name}.${member.name}`,
        model: block.name,
        schema: placeOf(source, first).schema,
        table: `_${relation}`,
        sides: [first.name, second.name],
      },
    ];
  });
}

/** https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations */
function relationName(block: Block, { type, attributes }: Member): string {
  const relation = find(attributes, 'relation');
  const given = relation === undefined ? undefined : argument(relation, 'name');
  if (given?.kind === 'text') return given.text;
  return [block.name, type?.name ?? ''].toSorted((a, b) => (a < b ? -1 : 1)).join('To');
}

function columnNames(block: Block): (field: string) => string {
  return (field) => {
    const member = block.members.find(({ name }) => name === field);
    return member === undefined ? field : mappedName(member);
  };
}

function mappedName({ name, attributes }: Member): string {
  return argumentText(attributes, 'map') ?? name;
}

function has(attributes: readonly Attribute[], name: string): boolean {
  return find(attributes, name) !== undefined;
}

function find(attributes: readonly Attribute[], name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}

/** The text of `@map("…")`, `@map(name: "…")`, `@@schema("…")`. */
function argumentText(attributes: readonly Attribute[], name: string): string | undefined {
  const attribute = find(attributes, name);
  const value = attribute === undefined ? undefined : argument(attribute, name === 'map' ? 'name' : 'map');
  return value?.kind === 'text' ? value.text : undefined;
}

/** The argument of that name, or the first one that has none: `@@id([a, b])` and `@@id(fields: [a, b])` are the same. */
function argument(attribute: Attribute, name: string): Value | undefined {
  const positional = attribute.arguments.find((given: Argument) => given.name === undefined);
  return named(attribute, name) ?? positional?.value;
}

function named(attribute: Attribute | undefined, name: string): Value | undefined {
  return attribute?.arguments.find((given) => given.name === name)?.value;
}

/** `[a, b(sort: Desc)]` */
function names(value: Value | undefined): readonly string[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) =>
    item.kind === 'word' ? [item.text] : item.kind === 'call' ? [item.name] : [],
  );
}
