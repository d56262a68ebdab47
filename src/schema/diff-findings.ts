import { quoteIdentifier } from '../postgres/identifier.ts';
import { qualifiedName } from '../postgres/object-name.ts';
import type { Finding } from '../report/finding.ts';
import { counted, formatBytes, formatCount } from '../report/quantity.ts';
import { findingOf, type RuleInfo } from '../report/rule.ts';
import { changeWords, describeChange, displayObject } from './diff-words.ts';
import type { Conflict } from './fork-diff.ts';
import { objectKinds } from './object-kinds.ts';
import type { ObjectChange, SchemaDiff } from './schema-diff.ts';
import type { TableSize } from './snapshot.ts';

const dropsRows: RuleInfo = {
  id: 'drops-data',
  title: 'A table or column that holds data is dropped',
  severity: 'warning',
  why: 'What is in it is gone with the deploy, and only a backup brings it back. Empty tables are not reported. The number of rows is the planner’s estimate.',
};

const maybeRename: RuleInfo = {
  id: 'drop-or-rename',
  title: 'A drop and an add that look like a rename',
  severity: 'warning',
  why: 'Two schemas do not tell whether something was renamed (its data stay) or dropped and made anew (they are lost); the names that changed are all there is to see.',
};

const conflicting: RuleInfo = {
  id: 'schema-conflict',
  title: 'The same object was changed on both sides',
  severity: 'warning',
  why: 'Another migration was merged that changes the same object: the branch was migrated from a schema that is no longer there, and whoever is merged second may undo the first or fail. Take in the base branch, look at both migrations, and run again with a fresh branch (`reset: always`).',
};

const notCompared: RuleInfo = {
  id: 'schema-not-compared',
  title: 'Something of the schema could not be seen',
  severity: 'notice',
  why: 'The role lacks a privilege on a system catalog: no difference is told of what is in it, and the absence of one says nothing.',
};

/** Every rule of the schema diff, for the documentation. */
export const schemaDiffRules: readonly RuleInfo[] = [dropsRows, maybeRename, conflicting, notCompared];

export interface FindingFacts {
  readonly diff: SchemaDiff;
  /** Of the old side; empty where they say nothing about production. */
  readonly sizes: ReadonlyMap<string, TableSize>;
  readonly conflicts: readonly Conflict[];
  readonly parent?: string | undefined;
  readonly refused?: RefusedMigration | undefined;
  readonly judged?: ReadonlySet<string> | undefined;
}

/** It ran on the preview, and failed on a copy of the parent's head for what it met there, or did not meet. */
export interface RefusedMigration {
  readonly migration: string;
  readonly parent: string;
  readonly message: string;
  readonly sqlState: string;
}

export function diffFindings(facts: FindingFacts): readonly Finding[] {
  const { diff, sizes, conflicts, parent = 'the parent', refused, judged } = facts;
  return [
    ...diff.changes
      .flatMap((change) => lossFinding(change, sizes))
      .filter(({ subject }) => judged?.has(subject) !== true),
    ...diff.changes.flatMap(renameFinding),
    ...conflicts.map((conflict) => conflictFinding(conflict, parent)),
    ...(refused === undefined ? [] : [refusalFinding(refused)]),
    ...diff.notCompared.map(({ kind, reason }) =>
      findingOf(notCompared, {
        subject: objectKinds[kind].plural,
        message: `Not compared: ${reason}.`,
      }),
    ),
  ];
}

function lossFinding(change: ObjectChange, sizes: ReadonlyMap<string, TableSize>): readonly Finding[] {
  const { object } = change;
  if (change.change !== 'removed' || change.isWithin) return [];
  if (object.kind !== 'table' && object.kind !== 'column') return [];
  const table = object.kind === 'table' ? object.name : (object.parent ?? '');
  const size = sizes.get(`${object.schema}\0${table}`);
  if (size === undefined || size.rows === 0 || (size.rows < 0 && size.bytes === 0)) return [];
  return [
    findingOf(dropsRows, {
      subject: displayObject(object),
      message: `This ${object.kind} is dropped, with what it holds.`,
      evidence: `${object.kind === 'column' ? 'Its table has ' : ''}${sizeWords(size)} before`,
    }),
  ];
}

/** `about 184,213 rows, 12 MB`, by the planner's estimate. */
export function sizeWords({ rows, bytes }: TableSize): string {
  if (rows === 0 || (rows < 0 && bytes === 0)) return 'empty';
  if (rows < 0) return `never analysed, ${formatBytes(bytes)}`;
  const count = `about ${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  // A partitioned table has no pages of its own.
  return bytes === 0 ? count : `${count}, ${formatBytes(bytes)}`;
}

function renameFinding(change: ObjectChange): readonly Finding[] {
  if (change.change !== 'renamed' || change.isCertain) return [];
  const { object, from } = change;
  if (object.kind !== 'table' && object.kind !== 'column') return [];
  const statement =
    object.kind === 'table'
      ? `ALTER TABLE ${qualifiedName({ schema: from.schema ?? '', name: from.name })} RENAME TO ${quoteIdentifier(object.name)};`
      : `ALTER TABLE ${qualifiedName({ schema: object.schema ?? '', name: object.parent ?? '' })} RENAME COLUMN ${quoteIdentifier(from.name)} TO ${quoteIdentifier(object.name)};`;
  return [
    findingOf(maybeRename, {
      subject: displayObject(object),
      message: `${displayObject(from)} is gone and ${displayObject(object)} is new; ${change.why}. Does the migration rename it?`,
      fix: statement,
    }),
  ];
}

function conflictFinding({ object, preview, parent }: Conflict, name: string): Finding {
  return findingOf(conflicting, {
    subject: displayObject(object),
    message: `Both sides changed this ${objectKinds[object.kind].label}: it is ${changeWords[preview.change]} here, and ${changeWords[parent.change]} in ${name} since.`,
    evidence: `Here: ${describeChange(preview)}. In ${name}: ${describeChange(parent)}.`,
  });
}

function refusalFinding({ migration, parent, message, sqlState }: RefusedMigration): Finding {
  return findingOf(conflicting, {
    subject: migration,
    message: `It ran on the branch, and does not run on ${parent} as it is now: the schema that it meets there is another one.`,
    evidence: `${message} (SQLSTATE ${sqlState})`,
  });
}

/** For the summary: `2 conflicts`. */
export function conflictWords(conflicts: readonly Conflict[], refused: RefusedMigration | undefined): string {
  const count = conflicts.length + (refused === undefined ? 0 : 1);
  return count === 0 ? '' : counted(count, 'conflict');
}
