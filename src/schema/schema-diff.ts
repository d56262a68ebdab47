import type { AttributeValue, NotVisible, ObjectName } from './snapshot.ts';

/** One attribute on both sides; null = Postgres's default, or nothing. */
export interface AttributeChange {
  readonly name: string;
  readonly from: AttributeValue | null;
  readonly to: AttributeValue | null;
}

type AttributeValues = Readonly<Record<string, AttributeValue>>;

interface ChangeFacts {
  readonly object: ObjectName;
  /** The table or view it belongs to was itself added or removed: said there, and counted there. */
  readonly isWithin: boolean;
  /** Partitions and children that have the same change from it; they are not listed. */
  readonly inheritedBy: number;
}

export type ObjectChange = ChangeFacts &
  (
    | { readonly change: 'added'; readonly attributes: AttributeValues }
    | { readonly change: 'removed'; readonly attributes: AttributeValues }
    | { readonly change: 'changed'; readonly attributes: readonly AttributeChange[] }
    | {
        readonly change: 'renamed';
        readonly from: ObjectName;
        /** What speaks for it. */
        readonly why: string;
        /** False: it looks like a rename; it may as well be a removal and an addition. */
        readonly isCertain: boolean;
        readonly attributes: readonly AttributeChange[];
      }
  );

export interface SchemaDiff {
  /** `server_version_num` of both sides. */
  readonly versions: { readonly from: number; readonly to: number };
  /** By kind, schema, parent and name. */
  readonly changes: readonly ObjectChange[];
  /** What one side could not see, hence said nothing about. */
  readonly notCompared: readonly NotVisible[];
  /** What the reader must know: different major versions, schemas that only one side looked at. */
  readonly notes: readonly string[];
}

export interface DiffOptions {
  /** `schema.table`, `schema.*`, `schema.table.column`, or `kind:` before any of them; `*` = any text. Default: all. */
  readonly include?: readonly string[];
  /** The same; taken away from what is included. Default: `*._prisma_migrations`. */
  readonly exclude?: readonly string[];
  /** Attributes that say nothing here, such as `owner` where the copy belongs to a role of its own. */
  readonly ignoreAttributes?: readonly string[];
  /** Also tell where only the order of columns differs. Default: false. */
  readonly columnOrder?: boolean;
  /**
   * What numbers of tables and columns tell, both sides being live snapshots. `same`: one database before and after, renames
   * are known. `copy`: one was copied from the other (a branch and its parent): what has another number is no rename, what
   * has the same may be one, or was made on both sides since.
   */
  readonly identity?: 'same' | 'copy' | undefined;
}
