/** What a Prisma client knows of its database: models, fields, enums, under their names there. */

export type Scalar =
  | 'String'
  | 'Boolean'
  | 'Int'
  | 'BigInt'
  | 'Float'
  | 'Decimal'
  | 'DateTime'
  | 'Json'
  | 'Bytes';

export const scalars: readonly string[] = [
  'String',
  'Boolean',
  'Int',
  'BigInt',
  'Float',
  'Decimal',
  'DateTime',
  'Json',
  'Bytes',
] satisfies readonly Scalar[];

export interface ClientEnum {
  readonly name: string;
  readonly schema: string;
  /** Name of the type in the database. */
  readonly type: string;
  /** The values under their names in the database. */
  readonly labels: readonly string[];
}

export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'enum'; readonly enum: ClientEnum };

export interface ClientField {
  readonly name: string;
  readonly column: string;
  readonly type: FieldType;
  readonly isList: boolean;
  /** False: null may be written and is read. */
  readonly isRequired: boolean;
  /**
   * Every create names the column: the field is required and has no default, or the client itself makes the default
   * (`now()`, `cuid()`, a constant) or the time of the update.
   */
  readonly isAlwaysSent: boolean;
  /** A create without it counts on the database: `autoincrement()`, `dbgenerated()`. */
  readonly hasDatabaseDefault: boolean;
  /** Every update names the column. */
  readonly isUpdatedAt: boolean;
}

/** A relation whose foreign key this model holds. */
export interface ClientRelation {
  readonly field: string;
  readonly columns: readonly string[];
  /** Name of the other model. */
  readonly model: string;
  readonly referencedColumns: readonly string[];
}

export interface ClientModel {
  readonly name: string;
  readonly kind: 'model' | 'view';
  readonly schema: string;
  readonly table: string;
  /** Fields that the client reads and writes: without relations, `@ignore` and `Unsupported`. */
  readonly fields: readonly ClientField[];
  /** What `findUnique`, `update`, `delete` and `upsert` search by: columns, the id first. */
  readonly uniques: readonly (readonly string[])[];
  /** False when a required field is none of the client's: it has no `create` then. */
  readonly canCreate: boolean;
  readonly relations: readonly ClientRelation[];
}

/** The table of an implicit many-to-many relation, with its columns `A` and `B`. */
export interface JoinTable {
  /** Such as `Post.tags`. */
  readonly field: string;
  readonly model: string;
  readonly schema: string;
  /** Such as `_PostToTag`. */
  readonly table: string;
  /** The models that `A` and `B` lead to. */
  readonly sides: readonly [string, string];
}

export interface ClientSchema {
  /** In the order of the files, models that are ignored left out. */
  readonly models: readonly ClientModel[];
  readonly joinTables: readonly JoinTable[];
}

/** `schema.table` as one key; neither part is quoted. */
export function tableKey({ schema, table }: { readonly schema: string; readonly table: string }): string {
  return JSON.stringify([schema, table]);
}
