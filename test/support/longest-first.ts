import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take 10 s of processor time or more, in the folder test/. The order is for speed alone: nothing breaks when it is out of date. */
const longest = [
  'actions/schema-diff.test.ts',
  'actions/interrupted.test.ts',
  'actions/rehearsal.test.ts',
  'actions/examples.test.ts',
  'migrations/hazards/corpus-on-server.test.ts',
  'backups/drill/damage.test.ts',
  'actions/verify-backup.test.ts',
  'migrations/rehearsal/measured-run.test.ts',
  'migrations/compatibility/check-compatibility.test.ts',
  'migrations/rehearsal/large-tables.test.ts',
  'migrations/data/large-table.test.ts',
  'actions/restore-backup.test.ts',
  'providers/postgres/provider-matrix.test.ts',
  'actions/backup.test.ts',
];

/**
 * The longest files first, so that no worker is left alone with one at the end. Without results of an earlier run, as
 * on a fresh machine, vitest knows sizes alone and would come to the smallest of these last.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((left, right) => place(left) - place(right));
  }
}

/** The others keep their order behind these. */
function place({ moduleId }: TestSpecification): number {
  const index = longest.findIndex((file) => moduleId.endsWith(`/test/${file}`));
  return index === -1 ? longest.length : index;
}
