/** Any branch name to a database name that is safe everywhere: in SQL, in URIs, in shells, on disk. */
import { createHash } from 'node:crypto';

/** Bytes, NAMEDATALEN - 1: longer names are cut by the server, silently. */
const longestName = 63;
const hashLength = 12;

/**
 * Reserved for roles (`pg_…`) or read as keywords where a role is expected (a branch's role bears the database's name);
 * and the server's own templates, which are in no list of branches.
 */
const reserved = /^(pg_|(public|none|current_role|current_user|session_user|user|template[01])$)/;
const looksMapped = /_[0-9a-f]{12}$/;

/**
 * The name of the branch's database and of its role. Names of lower-case letters, digits and `_` stay as they are;
 * any other gets what is readable of it and a hash of the whole. What already looks like the latter is hashed too, so
 * that two branch names never meet in one database.
 */
export function databaseNameOf(branch: string): string {
  const isPlain = /^[a-z][a-z0-9_]*$/.test(branch) && branch.length <= longestName;
  if (isPlain && !reserved.test(branch) && !looksMapped.test(branch)) return branch;
  const readable = branch
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, longestName - hashLength - 1)
    .replace(/_+$/, '');
  return `${startsWell(readable) ? readable : 'branch'}_${hash(branch).slice(0, hashLength)}`;
}

function startsWell(name: string): boolean {
  return /^[a-z]/.test(name) && !reserved.test(name);
}

/** Under this name a copy is made ready; it gets the branch's name only when it is whole. */
export function unfinishedNameOf(database: string): string {
  return `unfinished_copy_${hash(database).slice(0, 24)}`;
}

/** Key of the advisory lock that runs on the same branch take, as text of a signed 64-bit number. */
export function lockKeyOf(database: string): string {
  return createHash('sha256').update(`database-actions/${database}`).digest().readBigInt64BE().toString();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
