/** A badge's data (https://shields.io/badges/endpoint-badge): the verdict and the age of what is verified. */
import { formatDuration } from '../../duration.ts';
import type { DrillVerdict } from './drill.ts';

export interface BadgeFacts {
  readonly verdict: DrillVerdict;
  /** ISO 8601, of the newest verified backup's snapshot. Undefined: none. */
  readonly verifiedAt: string | undefined;
  readonly rtoSeconds: number;
}

/** The same drill gives the same bytes: a day, not an age, which a file would outlive. */
export function badgeJson({ verdict, verifiedAt, rtoSeconds }: BadgeFacts): string {
  const day = verifiedAt?.slice(0, 10) ?? 'never';
  const message =
    verdict === 'verified'
      ? `restored ${day} in ${formatDuration(rtoSeconds * 1000)}`
      : `${verdict.replaceAll('-', ' ')}, last restored ${day}`;
  const color = { verified: 'brightgreen', failed: 'red', 'could-not-verify': 'orange' }[verdict];
  return `${JSON.stringify({ schemaVersion: 1, label: 'backup', message, color, isError: verdict === 'failed' }, null, 1)}\n`;
}
