import type { Trigger } from '../backup-id.ts';
import type { DrillRecord } from '../drill/drill.ts';
import type { BackupManifest } from '../manifest.ts';

/** `unknown`: never drilled, or no drill could tell. */
export type Verdict = 'verified' | 'failed' | 'unknown';

/** What retention knows of one backup: from its manifest and from its drills. */
export interface RetentionCandidate {
  readonly id: string;
  readonly series: string;
  /** Of the exported snapshot: a copy has it too, unlike the times of its objects. */
  readonly takenAt: Date;
  readonly trigger: Trigger;
  readonly isPinned: boolean;
  readonly verdict: Verdict;
  /** Of the manifest: what is deleted with it, and nothing else. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface KnownManifest {
  readonly manifest: Pick<BackupManifest, 'id' | 'series' | 'snapshot' | 'origin' | 'keep' | 'files'>;
  /** Hex, of the manifest's bytes: a drill of other bytes says nothing about this backup. */
  readonly sha256: string;
}

export type DrillFacts = Pick<
  DrillRecord,
  'backupId' | 'series' | 'verdict' | 'finishedAt' | 'manifestSha256'
>;

/** The last drill that could tell decides; one that could not takes nothing back. */
export function retentionCandidates(
  manifests: readonly KnownManifest[],
  drills: readonly DrillFacts[],
): readonly RetentionCandidate[] {
  const newest = new Map<string, DrillFacts>();
  for (const drill of drills) {
    if (drill.verdict === 'could-not-verify') continue;
    const name = drillName(drill.series, drill.backupId, drill.manifestSha256);
    const known = newest.get(name);
    if (known === undefined || Date.parse(drill.finishedAt) >= Date.parse(known.finishedAt))
      newest.set(name, drill);
  }
  return manifests.map(({ manifest, sha256 }) => {
    const drill = newest.get(drillName(manifest.series, manifest.id, sha256));
    return {
      id: manifest.id,
      series: manifest.series,
      takenAt: new Date(manifest.snapshot.takenAt),
      trigger: manifest.origin.trigger,
      isPinned: manifest.keep === 'forever',
      verdict: drill === undefined ? 'unknown' : drill.verdict === 'verified' ? 'verified' : 'failed',
      files: manifest.files.map(({ name, bytes }) => ({ name, bytes })),
    };
  });
}

function drillName(...parts: [series: string, id: string, sha256: string]): string {
  return parts.join('\n');
}
