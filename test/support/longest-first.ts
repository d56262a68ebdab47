import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest files below test/, each 12 s or more. The order is for speed alone: nothing breaks when it is out of date. */
const longest = [
  'schema/sql-patch.test.ts',
  'schema/kinds.test.ts',
  'actions/schema-diff.test.ts',
  'actions/hostile-names.test.ts',
  'actions/examples.test.ts',
  'actions/steps.test.ts',
  'actions/backup-examples.test.ts',
  'actions/interrupted.test.ts',
  'actions/rehearsal.test.ts',
  'actions/events.test.ts',
  'migrations/compatibility/check-compatibility.test.ts',
  'migrations/hazards/corpus-on-server.test.ts',
  'migrations/rehearsal/measured-run.test.ts',
  'migrations/project-engine.test.ts',
  'providers/neon/ensure-branch.test.ts',
  'actions/reports-of-steps.test.ts',
  'migrations/rehearsal/timeline.test.ts',
  'migrations/rehearsal/large-tables.test.ts',
  'backups/drill/damage.test.ts',
  'backups/restore/restore-copy.test.ts',
  'schema/properties.test.ts',
  'migrations/rehearsal/measured-limits.test.ts',
  'providers/postgres/provider-matrix.test.ts',
  'migrations/data/large-table.test.ts',
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
