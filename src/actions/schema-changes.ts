/** The preview's own comparison: what its migrations changed, and what came later in the parent. */
import type { Provider } from '../providers/provider.ts';
import type { Section } from '../report/section.ts';
import type { Job } from '../runtime/io.ts';
import { schemaDiffRules } from '../schema/diff-findings.ts';
import { type Comparison, schemaDiffSection } from '../schema/diff-section.ts';
import { diffSnapshots } from '../schema/diff-snapshots.ts';
import { diffAgainstCopy, diffAgainstFork } from '../schema/fork-diff.ts';
import type { DiffOptions } from '../schema/schema-diff.ts';
import type { LiveSnapshot } from '../schema/snapshot.ts';
import type { ReadConfiguration } from './configuration.ts';
import type { DatabaseTarget } from './database-target.ts';
import { readSchema } from './read-schema.ts';
import { ruledSection } from './ruled-section.ts';
import type { SchemaBasis } from './schema-basis.ts';
import { schemaDiffOutputValues } from './schema-diff-files.ts';

interface ChangesRequest {
  readonly job: Job;
  readonly provider: Provider['name'];
  readonly database: DatabaseTarget;
  readonly basis: SchemaBasis;
  readonly settings: ReadConfiguration;
  readonly inputs: { readonly schemas: readonly string[]; readonly timeout: number };
  /** Subjects of drops that the rehearsal has judged; they are not warned of twice. */
  readonly judged: ReadonlySet<string>;
  /** This run has applied no migration, as far as it knows. */
  readonly isAsBefore: boolean;
}

/** Compares the migrated branch and leaves the section. @returns the outputs; none when there was nothing to compare with */
export async function tellSchemaChanges(request: ChangesRequest) {
  const { job, database, basis, inputs, judged } = request;
  if (basis.kind === 'unknown') {
    job.reports.writeSection(database.key, skippedSection(basis.reason));
    return [];
  }
  const preview = await readSchema({
    job,
    uri: database.direct,
    timeout: inputs.timeout,
    options: { schemas: inputs.schemas },
    earlier: request.isAsBefore && basis.kind === 'fork' ? basis.snapshot : undefined,
  });
  const comparison: Comparison = {
    ...compared(request, basis, preview),
    hasSizes: database.hasParentData,
    judged,
  };
  const section = await ruledSection(schemaDiffSection(comparison), schemaDiffRules, request.settings);
  job.reports.writeSection(database.key, section);
  return schemaDiffOutputValues(job, database.key, comparison);
}

type Known = Exclude<SchemaBasis, { kind: 'unknown' }>;

function compared(
  request: ChangesRequest,
  basis: Known,
  preview: LiveSnapshot,
): Omit<Comparison, 'hasSizes' | 'judged'> {
  const [same, other] = [{ identity: 'same' } as const, betweenCopies(request)];
  const words = basisWords(basis);
  const { parent } = basis;
  switch (basis.kind) {
    case 'fork': {
      const { snapshot: fork, head } = basis;
      const sides = { from: fork, to: preview, basis: words, parent };
      if (head === undefined) return { ...sides, diff: diffSnapshots(fork, preview, same) };
      const three = diffAgainstFork({ fork, parentHead: head, preview }, same, other);
      return { ...sides, diff: three.preview, later: three.parent, conflicts: three.conflicts };
    }
    case 'copy': {
      const { head, migrated } = basis;
      const three = diffAgainstCopy({ parentHead: head, migrated, preview }, same, other);
      const { preview: diff, parent: later, conflicts } = three;
      return { diff, later, conflicts, from: head, to: migrated, basis: words, parent };
    }
    case 'parent': {
      const { snapshot: from, refused } = basis;
      return { diff: diffSnapshots(from, preview, other), from, to: preview, basis: words, parent, refused };
    }
  }
}

/** A copy on a plain server belongs to a role of its own, and its grants follow from that. */
function betweenCopies({ provider, database }: ChangesRequest): DiffOptions {
  const identity = database.hasParentData ? ({ identity: 'copy' } as const) : {};
  if (provider === 'neon') return identity;
  return {
    ...identity,
    ignoreAttributes: ['owner', 'grants'],
    exclude: ['*._prisma_migrations', 'default privileges:*'],
  };
}

function basisWords(basis: Known): string {
  switch (basis.kind) {
    case 'fork':
      return basis.parent === undefined
        ? 'Compared with the branch before the migrations.'
        : `Compared with the branch as it was made from ${basis.parent}, before the migrations.`;
    case 'copy':
      return `What the migrations change in ${basis.parent} as it is now, seen on a fresh copy of it.`;
    case 'parent':
      return `Compared with ${basis.parent} as it is now, since an earlier push had migrated the branch already. What changed there after the branch was made shows here the other way round.`;
  }
}

function skippedSection(reason: string): Section {
  return {
    id: 'schema-diff',
    title: 'Schema changes',
    status: 'skipped',
    summary: `Nothing to compare with: ${reason}`,
    blocks: [],
    findings: [],
  };
}
