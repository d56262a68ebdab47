/** From what was read around a statement to the fact. */
import type { LockRole, MeasuredFact, RoleLock } from '../../src/migrations/lock-facts/lock-fact.ts';
import { compareLockModes, strongest } from '../../src/migrations/rehearsal/lock-mode.ts';
import type { Form } from './form.ts';
import type { ModeOnRelation, Relation } from './relations.ts';

export interface Evidence {
  readonly before: readonly Relation[];
  readonly after: readonly Relation[];
  readonly locks: readonly ModeOnRelation[];
  /** By oid of a relation that was there before: blocks that the statement asked for. */
  readonly blocks: ReadonlyMap<number, number>;
  /** What the server says at `client_min_messages = debug1`. */
  readonly messages: readonly string[];
  readonly runsInTransaction: boolean;
}

/** A table of fewer pages could be read whole by looking up a row. */
const leastPages = 20;

/** @throws Error when a locked relation has no role, or two kinds of evidence contradict each other */
export function factOf(form: Form, evidence: Evidence): MeasuredFact {
  const { before, after } = evidence;
  requireFilledTables(form, before);
  const locked = before.filter(({ oid }) => evidence.locks.some((lock) => lock.oid === oid));
  const rewritten = before.filter((relation) => isRewritten(relation, after));
  const scanned = before.filter((relation) => isScanned(relation, evidence.blocks));
  compareWithMessages(form, { ...evidence, rewritten, scanned });
  const locks = locked.flatMap((relation) => {
    const role = roleOf(form, relation);
    const mode = strongest(evidence.locks.filter(({ oid }) => oid === relation.oid).map((lock) => lock.mode));
    return role === undefined || mode === undefined ? [] : [{ role, mode }];
  });
  return {
    locks: strongestOfEachRole(locks),
    rewritten: rolesOf(form, rewritten),
    scanned: rolesOf(form, scanned),
    runsInTransaction: evidence.runsInTransaction,
  };
}

function requireFilledTables(form: Form, before: readonly Relation[]): void {
  const small = before.find(({ pages }) => pages > 0 && pages < leastPages);
  if (small !== undefined)
    throw new Error(
      `${form.id}: ${small.name} has ${small.pages} pages; at least ${leastPages} are needed to tell a scan. Leave it empty or fill it.`,
    );
}

/**
 * By name first: an index may have been built anew, or taken over with its storage, under another oid. One that is
 * gone was not rewritten.
 */
function isRewritten(relation: Relation, after: readonly Relation[]): boolean {
  const now =
    after.find(({ name }) => name === relation.name) ?? after.find(({ oid }) => oid === relation.oid);
  return now !== undefined && now.fileNode !== relation.fileNode;
}

function isScanned({ oid, pages }: Relation, blocks: ReadonlyMap<number, number>): boolean {
  return pages >= leastPages && (blocks.get(oid) ?? 0) >= pages;
}

/** Undefined for an index of anything but the table: its own table's lock says it already. */
function roleOf(form: Form, relation: Relation): LockRole | undefined {
  const declared = form.roles?.[relation.name];
  if (declared !== undefined) return declared;
  if (relation.name === 'item') return 'table';
  const byKind: Readonly<Record<string, LockRole>> = { S: 'sequence', v: 'view', m: 'view', c: 'type' };
  const found = byKind[relation.kind];
  if (found !== undefined) return found;
  if (relation.tableName === undefined)
    throw new Error(`${form.id}: ${relation.name} is involved, and the form does not say what it is.`);
  const table = form.roles?.[relation.tableName] ?? 'table';
  return table === 'table' ? 'index' : undefined;
}

function rolesOf(form: Form, relations: readonly Relation[]): readonly LockRole[] {
  return [...new Set(relations.flatMap((relation) => roleOf(form, relation) ?? []))].toSorted(compareRoles);
}

function strongestOfEachRole(locks: readonly RoleLock[]): readonly RoleLock[] {
  return locks
    .toSorted((left, right) => compareLockModes(right.mode, left.mode) || compareRoles(left.role, right.role))
    .filter(({ role }, index, all) => all.findIndex((lock) => lock.role === role) === index);
}

/** What the statement names before what it reaches, indexes last. */
const roleOrder: readonly LockRole[] = [
  'table',
  'view',
  'sequence',
  'type',
  'parent table',
  'partition',
  'default partition',
  'referenced table',
  'referencing table',
  'index',
];

function compareRoles(left: LockRole, right: LockRole): number {
  return roleOrder.indexOf(left) - roleOrder.indexOf(right);
}

interface Judged extends Evidence {
  readonly rewritten: readonly Relation[];
  readonly scanned: readonly Relation[];
}

/** The server's own words must not contradict what was counted: `ATRewriteTable` and `index_build` announce their work. */
function compareWithMessages(form: Form, { messages, before, rewritten, scanned }: Judged): void {
  const said = (pattern: RegExp) => messages.flatMap((text) => pattern.exec(text)?.[1] ?? []);
  const missing = (names: readonly string[], found: readonly Relation[]) =>
    names.filter((name) => before.some((r) => r.name === name) && !found.some((r) => r.name === name));
  const rewrites = said(/^rewriting table "(.*)"/);
  // An index that is built on new storage says nothing of the rows before: TRUNCATE builds it on none.
  const built = said(/^building index ".*" on table "(.*)" /).filter(
    (name) => !rewritten.some((relation) => relation.name === name),
  );
  const problems = [
    ...missing(rewrites, rewritten).map((name) => `${name} was rewritten, it says`),
    ...missing([...rewrites, ...said(/^verifying table "(.*)"/), ...built], scanned).map(
      (name) => `${name} was read, it says`,
    ),
  ];
  if (problems.length > 0)
    throw new Error(`${form.id}: the server’s messages differ from its counters: ${problems.join('; ')}.`);
}
