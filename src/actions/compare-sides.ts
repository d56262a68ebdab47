import type { Comparison } from '../schema/diff-section.ts';
import { diffSnapshots } from '../schema/diff-snapshots.ts';
import { diffAgainstFork } from '../schema/fork-diff.ts';
import { asPrismaSees, prismaSeesNote } from '../schema/prisma-sees.ts';
import type { DiffOptions, SchemaDiff } from '../schema/schema-diff.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import { sqlPatch } from '../schema/sql-patch/sql-patch.ts';
import type { Side } from './side.ts';

export interface Sides {
  readonly from: Side;
  readonly to: Side;
  /** What both come from, for a comparison three ways. */
  readonly base: Side | undefined;
}

interface CompareInputs {
  readonly includeObjects: readonly string[];
  readonly excludeObjects: readonly string[];
  readonly columnOrder: boolean;
}

/**
 * The comparison that `schema-diff` tells. With the statements that lead from the old side to the new one, but where a side is
 * a Prisma schema: what its language has no words for was taken away on both sides, and statements would lack it.
 */
export function compareSides(sides: Sides, inputs: CompareInputs): Comparison {
  const { from, to, base } = sides;
  const options = optionsFor(sides, inputs);
  const declared = declaredSide(sides);
  const seen = seenAs(declared);
  const shown = { from: seen(base ?? from), to: seen(to), hasSizes: true };
  const notes = declared === undefined ? '' : ` ${prismaSeesNote}`;
  const sqlOf = (diff: SchemaDiff) =>
    declared === undefined
      ? sqlPatch(diff, { from: shown.from, to: shown.to, ignoreAttributes: options.ignoreAttributes ?? [] })
      : undefined;
  if (base === undefined) {
    const basis = `What is different in ${to.name}, compared with ${from.name}.${notes}`;
    const diff = diffSnapshots(shown.from, shown.to, options);
    return { ...shown, basis, diff, sql: sqlOf(diff) };
  }
  const { preview, parent, conflicts } = diffAgainstFork(
    { fork: shown.from, parentHead: seen(from), preview: shown.to },
    options,
  );
  const basis = `What has changed in ${to.name} since ${base.name}; what has changed in ${from.name} since then is told apart.${notes}`;
  return { ...shown, basis, diff: preview, sql: sqlOf(preview), later: parent, parent: from.name, conflicts };
}

function listOf({ from, to, base }: Sides): readonly Side[] {
  return [from, to, ...(base === undefined ? [] : [base])];
}

function declaredSide(sides: Sides): Side | undefined {
  return listOf(sides).find(({ origin }) => origin === 'prisma');
}

/** A Prisma schema has no words for most of what a database has: then all sides are taken as Prisma sees them. */
function seenAs(declared: Side | undefined): (side: Side) => SchemaSnapshot {
  if (declared === undefined) return ({ snapshot }) => snapshot;
  return ({ snapshot, origin }) => asPrismaSees(snapshot, origin === 'prisma' ? snapshot : declared.snapshot);
}

/** What a shadow database is given by whoever makes it says nothing: its owner, and the grants of that. */
function optionsFor(sides: Sides, inputs: CompareInputs): DiffOptions {
  const isMade = listOf(sides).some(({ origin }) => origin !== 'database');
  const external = listOf(sides).flatMap(({ exclude }) => exclude);
  return {
    include: inputs.includeObjects,
    exclude: [
      '*._prisma_migrations',
      ...inputs.excludeObjects,
      ...external,
      ...(isMade ? ['default privileges:*'] : []),
    ],
    columnOrder: inputs.columnOrder,
    ...(isMade ? { ignoreAttributes: ['owner', 'grants'] } : {}),
  };
}
