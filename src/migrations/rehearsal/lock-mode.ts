/** Postgres's table lock modes: their order, what conflicts, and what a conflict means to those who wait. */

/** Weakest first, as in https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
export const lockModes = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const;

/** As `pg_locks.mode` names it. */
export type LockMode = (typeof lockModes)[number];

export function isLockMode(value: unknown): value is LockMode {
  return lockModes.some((mode) => mode === value);
}

/** Table 13.2 of the page above: for each mode, the modes that must wait for it. */
const conflicts: Readonly<Record<LockMode, readonly LockMode[]>> = {
  AccessShareLock: ['AccessExclusiveLock'],
  RowShareLock: ['ExclusiveLock', 'AccessExclusiveLock'],
  RowExclusiveLock: ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'],
  ShareUpdateExclusiveLock: lockModes.slice(3),
  ShareLock: [
    'RowExclusiveLock',
    'ShareUpdateExclusiveLock',
    'ShareRowExclusiveLock',
    'ExclusiveLock',
    'AccessExclusiveLock',
  ],
  ShareRowExclusiveLock: lockModes.slice(2),
  ExclusiveLock: lockModes.slice(1),
  AccessExclusiveLock: lockModes,
};

export function conflicting(held: LockMode, wanted: LockMode): boolean {
  return conflicts[held].includes(wanted);
}

/** Negative when `left` is the weaker mode. */
export function compareLockModes(left: LockMode, right: LockMode): number {
  return lockModes.indexOf(left) - lockModes.indexOf(right);
}

export function strongest(modes: readonly LockMode[]): LockMode | undefined {
  return modes.toSorted(compareLockModes).at(-1);
}

/** Who waits while a lock is held: SELECT; INSERT, UPDATE and DELETE; other schema changes and VACUUM. */
export interface Blocked {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly ddl: boolean;
}

export function blockedBy(mode: LockMode): Blocked {
  return {
    reads: conflicting(mode, 'AccessShareLock'),
    writes: conflicting(mode, 'RowExclusiveLock'),
    ddl: conflicting(mode, 'ShareUpdateExclusiveLock'),
  };
}

/** Such as "reads and writes". Whoever blocks reads blocks everything. */
export function blockedWords(mode: LockMode): string {
  const { reads, writes, ddl } = blockedBy(mode);
  if (reads) return 'reads and writes';
  if (writes) return 'writes';
  return ddl ? 'schema changes and vacuum' : 'nothing that an application does';
}

/** As SQL and the documentation write it: `ACCESS EXCLUSIVE`. */
export function lockModeWords(mode: LockMode): string {
  return mode
    .replace(/Lock$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toUpperCase();
}
