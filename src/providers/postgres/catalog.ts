/** Reads which databases there are, which of them are branches of ours, and in what state. */
import { text } from '../../postgres/row.ts';
import type { Branch } from '../provider.ts';
import type { Administrator } from './administrator.ts';
import { type Mark, markPrefix, parseMark } from './mark.ts';
import { databaseNameOf, unfinishedNameOf } from './naming.ts';

/** A database as a branch. */
export interface DatabaseBranch {
  readonly branch: Branch;
  /** Undefined: not made by us. */
  readonly mark: Mark | undefined;
  /** False when a run ended between making the role and the database's getting its name. */
  readonly isReady: boolean;
}

export type Catalog = readonly DatabaseBranch[];

interface DatabaseRow {
  readonly name: string;
  readonly owner: string;
}

/**
 * Databases whose role of the same name bears a mark and owns them are ours; so is a marked role without its database.
 * Every other database is somebody else's: listed as protected.
 */
export async function readCatalog(administrator: Administrator, defaultDatabase: string): Promise<Catalog> {
  const databases = await readDatabases(administrator);
  const marks = await readMarks(administrator);
  const isOurs = ({ name, owner }: DatabaseRow) => owner === name && marks.has(name);
  const isUnfinished = ({ name, owner }: DatabaseRow) => marks.has(owner) && name === unfinishedNameOf(owner);
  const foreign = databases.filter((database) => !isOurs(database) && !isUnfinished(database));
  const taken = new Set(foreign.map(({ name }) => name));
  const ready = new Set(databases.filter(isOurs).map(({ name }) => name));
  const parents = new Set([...marks.values()].map(({ parent }) => parent));
  const place = (name: string) => ({
    id: name,
    isDefault: name === defaultDatabase,
    hasChildren: parents.has(name),
    consoleUrl: undefined,
  });
  return [
    ...foreign.map(({ name }) => ({
      branch: { ...foreignBranch(name), ...place(name) },
      mark: undefined,
      isReady: true,
    })),
    // A marked role whose database was given to another owner has nothing left of its own: the database counts.
    ...[...marks]
      .filter(([name]) => !taken.has(name))
      .map(([name, mark]) => ({
        branch: { ...ourBranch(mark, marks), ...place(name) },
        mark,
        isReady: ready.has(name),
      })),
  ];
}

async function readDatabases({ connection }: Administrator): Promise<readonly DatabaseRow[]> {
  const rows = await connection.query(
    `SELECT datname::text AS name, pg_catalog.pg_get_userbyid(datdba)::text AS owner
       FROM pg_catalog.pg_database
      WHERE datname NOT IN ('template0', 'template1')
      ORDER BY datname COLLATE "C"`,
  );
  return rows.map((row) => ({ name: text(row, 'name'), owner: text(row, 'owner') }));
}

async function readMarks({ connection }: Administrator): Promise<ReadonlyMap<string, Mark>> {
  const rows = await connection.query(
    `SELECT r.rolname::text AS name, d.description
       FROM pg_catalog.pg_roles r
       JOIN pg_catalog.pg_shdescription d
         ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass
      WHERE pg_catalog.starts_with(d.description, $1)
      ORDER BY r.rolname COLLATE "C"`,
    [markPrefix],
  );
  return new Map(
    rows.flatMap((row) => {
      const mark = parseMark(text(row, 'description'));
      return mark === undefined ? [] : [[text(row, 'name'), mark] as const];
    }),
  );
}

type Described = Omit<Branch, 'id' | 'isDefault' | 'hasChildren' | 'consoleUrl'>;

/** Postgres does not know when a database was made: the epoch stands for "long ago". */
function foreignBranch(name: string): Described {
  return {
    name,
    parent: undefined,
    createdAt: new Date(0),
    filledAt: new Date(0),
    expiresAt: undefined,
    isProtected: true,
    owner: undefined,
  };
}

function ourBranch(mark: Mark, marks: ReadonlyMap<string, Mark>): Described {
  const { branch, createdAt, filledAt, expiresAt, owner, parent } = mark;
  const parentName = marks.get(parent)?.branch ?? parent;
  return {
    name: branch,
    parent: { id: parent, name: parentName },
    createdAt,
    filledAt,
    expiresAt,
    isProtected: false,
    owner,
  };
}

/** By the branch's exact name; a database of that name, or of the one it would get, that is not ours is found too, so that it is refused. */
export function findByName(catalog: Catalog, name: string): DatabaseBranch | undefined {
  return (
    catalog.find(({ branch, mark }) => mark !== undefined && branch.name === name) ??
    catalog.find(({ branch }) => branch.name === name) ??
    catalog.find(({ branch }) => branch.id === databaseNameOf(name))
  );
}
