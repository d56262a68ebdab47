/** Evidence of a drill for auditors: an in-toto statement (https://in-toto.io/Statement/v1) about the manifest and the dump. */
import type { BackupManifest } from '../manifest.ts';
import { manifestName } from '../manifest.ts';
import type { DrillRecord } from './drill.ts';

/** The meaning of `predicate`; described in docs/drills.md. */
export const evidencePredicateType = 'https://github.com/neonhub/database-actions/restore-drill/v1';

export interface EvidenceParts {
  readonly record: DrillRecord;
  readonly manifest: BackupManifest | undefined;
  readonly repository: string;
  readonly commit: string;
  readonly runUrl: string | undefined;
  readonly actionVersion: string;
}

/** JSON text; undefined when not even the manifest could be read: a statement without a digest would be about anything. */
export function evidenceJson(parts: EvidenceParts): string | undefined {
  const { record, manifest, repository, commit, runUrl, actionVersion } = parts;
  const { manifestSha256 } = record;
  const dump = manifest?.files.find(({ role }) => role === 'dump');
  if (manifestSha256 === '') return undefined;
  const subject = [
    { name: `${record.backupId}/${manifestName}`, digest: { sha256: manifestSha256 } },
    ...(dump === undefined
      ? []
      : [{ name: `${record.backupId}/${dump.name}`, digest: { sha256: dump.sha256 } }]),
  ];
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: evidencePredicateType,
    predicate: {
      verifier: { id: 'https://github.com/neonhub/database-actions', version: actionVersion },
      invocation: { repository, commit, ...(runUrl === undefined ? {} : { runUrl }) },
      // Also in the words of SLSA's verification summary, which tools know.
      verificationResult: record.verdict === 'verified' ? 'PASSED' : 'FAILED',
      drill: record,
      ...(manifest === undefined
        ? {}
        : {
            backup: {
              origin: manifest.origin,
              snapshot: manifest.snapshot,
              server: manifest.server,
              proof: manifest.proof,
            },
          }),
    },
  };
  return `${JSON.stringify(statement, null, 1)}\n`;
}
