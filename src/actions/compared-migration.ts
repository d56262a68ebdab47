/** A preview's migrations, and the old side of what is told of their changes. */
import {
  hasRunBefore,
  migrateAndRehearse,
  needsCopy,
  type Rehearsed,
  type RehearsedRequest,
} from './rehearsed-migration.ts';
import { type BasisRequest, readAdoptedBasis, type SchemaBasis, watchCopy } from './schema-basis.ts';

type ComparedRequest = Omit<RehearsedRequest, 'hasRun' | 'look'> & BasisRequest;

interface Compared extends Rehearsed {
  readonly basis: SchemaBasis;
}

/**
 * Of a branch that is fresh the old side was read before. Of an adopted one it depends on what has run on it: nothing, then it
 * is as it was made; else the copy that the migrations are rehearsed on is looked at, and without one the parent.
 */
export async function migrateAndCompare(
  request: ComparedRequest,
  fork: SchemaBasis | undefined,
): Promise<Compared> {
  if (fork !== undefined)
    return { ...(await migrateAndRehearse({ ...request, hasRun: false })), basis: fork };
  const hasRun = await hasRunBefore({ ...request, since: request.created.branch.filledAt });
  if (!needsCopy({ ...request, hasRun })) {
    const basis = await readAdoptedBasis({ ...request, isAsMade: hasRun === false });
    return { ...(await migrateAndRehearse({ ...request, hasRun })), basis };
  }
  const watch = watchCopy(request);
  const rehearsed = await migrateAndRehearse({ ...request, hasRun, look: watch.look });
  const seen = watch.basis(rehearsed.onCopy);
  return { ...rehearsed, basis: seen ?? (await readAdoptedBasis({ ...request, isAsMade: false })) };
}
