/** What a schema diff leaves beside the report. */
import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sortFindings } from '../report/finding.ts';
import { renderSummary } from '../report/fit.ts';
import { renderSarif } from '../report/sarif.ts';
import type { Section } from '../report/section.ts';
import type { Job } from '../runtime/io.ts';
import { schemaDiffRules } from '../schema/diff-findings.ts';
import { serializeDiff } from '../schema/diff-json.ts';
import { type Comparison, diffSummary } from '../schema/diff-section.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import { serializeSnapshot } from '../schema/snapshot-file.ts';
import type { SqlPatch } from '../schema/sql-patch/sql-patch.ts';
import { homepage, version } from '../version.ts';
import { reportOf } from './section-outcome.ts';

export const schemaDiffOutputs = {
  changed: '`true` when the two schemas differ.',
  summary: 'What differs in one line, such as `2 tables changed, 1 view added`.',
  'diff-path': 'The difference as JSON (docs/schemas/schema-diff.schema.json).',
} as const;

export const schemaDiffFileOutputs = {
  'markdown-path': 'The difference as Markdown, as the step summary shows it.',
  'sarif-path': 'The findings as SARIF 2.1.0, for code scanning.',
  'sql-path':
    'The difference as an SQL script for psql, from the old side (`base`, where there is one) to the new one. What it leaves out stands in it as `-- not written`; statements that lose data are marked. Empty when a side is a Prisma schema.',
  'snapshot-path': 'The new side as a snapshot file, to be kept and compared with later.',
} as const;

/** Writes the diff beside the report, and says where. */
export function schemaDiffOutputValues(
  job: Job,
  key: string,
  comparison: Comparison,
): readonly (readonly [keyof typeof schemaDiffOutputs, string])[] {
  const path = join(job.reports.directory(key), 'schema-diff.json');
  writeFileSync(path, job.redact(serializeDiff(comparison)));
  return [
    ['changed', String(comparison.diff.changes.length > 0)],
    ['summary', diffSummary(comparison)],
    ['diff-path', path],
  ];
}

interface FilesRequest {
  readonly job: Job;
  readonly key: string;
  readonly section: Section;
  /** The new side. */
  readonly snapshot: SchemaSnapshot;
  readonly sql: SqlPatch | undefined;
  /** A file of the repository that findings are about; undefined: an alert has no place, and they stand as notes of the run. */
  readonly place: string | undefined;
}

export async function schemaDiffFiles({
  job,
  key,
  section,
  snapshot,
  sql,
  place,
}: FilesRequest): Promise<readonly (readonly [keyof typeof schemaDiffFileOutputs, string])[]> {
  const directory = job.reports.directory(key);
  const located = place === undefined ? {} : { location: { file: place, line: 1 } };
  const sarif = renderSarif({
    tool: { name: 'NeonHub Database Actions', version, informationUri: homepage },
    category: key === '' ? 'schema-diff' : `schema-diff/${key}`,
    rules: schemaDiffRules,
    results: sortFindings(section.findings).map((finding) => ({
      finding: { ...finding, ...located },
      identity: '',
    })),
  });
  const files = [
    ['markdown-path', 'schema-diff.md', renderSummary(reportOf(job, section), { title: section.title })],
    ['sarif-path', 'schema-diff.sarif', sarif],
    ...(sql === undefined ? [] : [['sql-path', 'schema-patch.sql', sql.text] as const]),
    ['snapshot-path', 'schema-snapshot.json', serializeSnapshot(snapshot)],
  ] as const;
  return Promise.all(
    files.map(async ([output, name, content]) => {
      await writeFile(join(directory, name), job.redact(content));
      return [output, join(directory, name)] as const;
    }),
  );
}
