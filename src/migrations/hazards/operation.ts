/** What a statement does, in words of SQL rather than of the parse tree. ALTER TABLE does one thing a command. */
import type { Node, ObjectName } from '../parse-tree.ts';
import type { LockMode } from '../rehearsal/lock-mode.ts';
import type { SqlType } from './sql-type.ts';

export interface Expression {
  readonly node: Node;
  /** As written. */
  readonly text: string;
}

export type ConstraintForm = 'primary key' | 'unique' | 'foreign key' | 'check' | 'exclusion' | 'not null';

export interface ConstraintDefinition {
  readonly form: ConstraintForm;
  readonly name: string | undefined;
  readonly columns: readonly string[];
  /** NOT VALID, or NOT ENFORCED: rows that are there are not looked at. */
  readonly skipsRows: boolean;
  readonly usingIndex: string | undefined;
  /** Of a unique constraint or primary key: columns of INCLUDE. */
  readonly including: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: 'immediate' | 'deferred' | undefined;
  readonly references: ObjectName | undefined;
  /** Empty: the primary key. */
  readonly referencedColumns: readonly string[];
  /** Of a check. */
  readonly expression: Node | undefined;
  /** As written, from `CONSTRAINT` or the first word on. */
  readonly text: string;
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: SqlType;
  readonly isNotNull: boolean;
  /** Undefined for `DEFAULT NULL` too. */
  readonly default: Expression | undefined;
  readonly generated: 'stored' | 'virtual' | undefined;
  /** GENERATED … AS IDENTITY, or one of the serial types. */
  readonly numbered: 'identity' | 'serial' | undefined;
  readonly constraints: readonly ConstraintDefinition[];
}

export interface CreateTable {
  readonly kind: 'create table';
  readonly name: ObjectName;
  readonly isTemporary: boolean;
  readonly ifNotExists: boolean;
  readonly columns: readonly ColumnDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
  readonly isPartitioned: boolean;
  readonly partitionOf: ObjectName | undefined;
  readonly isDefaultPartition: boolean;
}

/** CREATE TABLE AS, SELECT INTO, CREATE MATERIALIZED VIEW, CREATE VIEW. */
export interface CreateFromQuery {
  readonly kind: 'create from query';
  readonly result: 'table' | 'materialized view' | 'view';
  readonly name: ObjectName;
  readonly isTemporary: boolean;
  readonly reads: readonly ObjectName[];
}

export type DropKind = 'table' | 'view' | 'materialized view' | 'index' | 'type' | 'domain' | 'schema';

export interface Drop {
  readonly kind: 'drop';
  readonly what: DropKind;
  readonly names: readonly ObjectName[];
  readonly isCascade: boolean;
  readonly isConcurrent: boolean;
}

export interface Rename {
  readonly kind: 'rename';
  readonly what: 'table' | 'view' | 'index' | 'type' | 'schema';
  readonly name: ObjectName;
  readonly newName: string;
}

/** ALTER TABLE … SET SCHEMA, ALTER TYPE … SET SCHEMA. */
export interface Move {
  readonly kind: 'move';
  readonly what: 'table' | 'type';
  readonly name: ObjectName;
  readonly newSchema: string;
}

/** A command of ALTER TABLE, or a rename within a table. */
export type TableChange = { readonly table: ObjectName } & (
  | { readonly kind: 'rename column' | 'rename constraint'; readonly name: string; readonly newName: string }
  | { readonly kind: 'add column'; readonly column: ColumnDefinition; readonly ifNotExists: boolean }
  | { readonly kind: 'drop column'; readonly name: string; readonly isCascade: boolean }
  | {
      readonly kind: 'change type';
      readonly name: string;
      readonly type: SqlType;
      /** Undefined also for a plain cast of the column itself. */
      readonly using: Expression | undefined;
      readonly hasCollation: boolean;
    }
  | {
      readonly kind: 'set not null' | 'drop not null' | 'drop default' | 'drop identity' | 'add identity';
      readonly name: string;
    }
  | { readonly kind: 'set default'; readonly name: string; readonly value: Node }
  | { readonly kind: 'set expression'; readonly name: string }
  | { readonly kind: 'add constraint'; readonly constraint: ConstraintDefinition }
  | { readonly kind: 'validate constraint'; readonly name: string }
  | { readonly kind: 'drop constraint'; readonly name: string; readonly isCascade: boolean }
  | { readonly kind: 'set storage'; readonly storage: 'logged' | 'unlogged' | 'tablespace' | 'access method' }
  | {
      readonly kind: 'attach partition';
      readonly partition: ObjectName;
      readonly isDefault: boolean;
    }
  | { readonly kind: 'detach partition'; readonly partition: ObjectName; readonly isConcurrent: boolean }
  | { readonly kind: 'row security'; readonly change: 'enable' | 'disable' | 'force' | 'no force' }
  | { readonly kind: 'triggers'; readonly change: 'enable' | 'disable'; readonly which: string }
  | {
      readonly kind: 'other table change';
      /** The parse tree's word for it, such as `AT_SetStatistics`. */
      readonly subtype: string;
    }
);

export interface CreateIndex {
  readonly kind: 'create index';
  readonly table: ObjectName;
  readonly name: string | undefined;
  readonly columns: readonly (string | undefined)[];
  readonly isUnique: boolean;
  readonly isPartial: boolean;
  readonly isConcurrent: boolean;
  readonly isOnly: boolean;
  readonly ifNotExists: boolean;
}

export interface Reindex {
  readonly kind: 'reindex';
  readonly what: 'index' | 'table' | 'schema' | 'database';
  readonly name: ObjectName;
  readonly isConcurrent: boolean;
}

export interface EnumChange {
  readonly kind: 'create enum' | 'add enum value' | 'rename enum value';
  readonly name: ObjectName;
  /** Of a new enum; the new one of ADD VALUE; old and new of RENAME VALUE. */
  readonly labels: readonly string[];
}

export interface DomainConstraint {
  readonly kind: 'domain constraint';
  readonly name: ObjectName;
  readonly constraint: ConstraintDefinition;
}

export interface DataChange {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly target: ObjectName;
  /** True also for `WHERE true`. INSERT: it takes its rows from a whole table. */
  readonly isEveryRow: boolean;
  readonly reads: readonly ObjectName[];
}

export interface OnTables {
  readonly kind:
    | 'truncate'
    | 'vacuum full'
    | 'vacuum'
    | 'cluster'
    | 'refresh'
    | 'create trigger'
    | 'drop trigger';
  /** Empty: the whole database. */
  readonly tables: readonly ObjectName[];
  readonly isCascade: boolean;
  readonly isConcurrent: boolean;
}

export interface LockTables {
  readonly kind: 'lock';
  readonly tables: readonly ObjectName[];
  readonly mode: LockMode;
}

export interface Transaction {
  readonly kind: 'transaction';
  readonly command: 'begin' | 'commit' | 'rollback' | 'other';
}

/** SET, RESET, and SELECT set_config. Undefined value: back to the default. */
export interface Setting {
  readonly kind: 'setting';
  readonly name: string;
  readonly values: readonly string[] | undefined;
  readonly isLocal: boolean;
}

export interface CreatePolicy {
  readonly kind: 'create policy';
  readonly table: ObjectName;
}

/** `opaque` runs code that is not looked into; `outside transactions`: refuses to run in one. */
export interface Other {
  readonly kind: 'opaque' | 'outside transactions' | 'other';
  /** Such as `DO`. */
  readonly words: string;
}

export type Operation =
  | CreateTable
  | CreateFromQuery
  | Drop
  | Rename
  | Move
  | TableChange
  | CreateIndex
  | Reindex
  | EnumChange
  | DomainConstraint
  | DataChange
  | OnTables
  | LockTables
  | Transaction
  | Setting
  | CreatePolicy
  | Other;
