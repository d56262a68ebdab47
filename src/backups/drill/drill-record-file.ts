/** A drill's record as JSON: written once beside the backups, read by retention and freshness, strictly. */
import { errorMessage, UserError } from '../../errors.ts';
import {
  choice,
  finiteNumber,
  flag,
  isObject,
  type JsonSchema,
  listOf,
  record,
  type Shape,
  text,
  wholeNumber,
} from '../../report/shape.ts';
import { cutMiddle } from '../../report/visible-text.ts';
import { isBackupId } from '../backup-id.ts';
import { type DrillRecord, drillSteps, verdicts } from './drill.ts';

/** Bytes; more is not read into memory. */
export const longestRecord = 4 * 1024 * 1024;

const most = 10_000;
const lineLength = 1_000;
const line = text(lineLength);
const omission = record({ subject: line, reason: line }, {});

const differenceKinds = [
  'table missing',
  'table added',
  'rows differ',
  'content differs',
  'sequence differs',
  'large objects differ',
  'extension differs',
  'invalid object',
  'materialised view not populated',
] as const;

export const drillShape: Shape<DrillRecord> = record(
  {
    kind: choice('database-actions-drill'),
    version: choice(1),
    id: text(200),
    backupId: text(200),
    series: text(63),
    location: line,
    startedAt: text(40),
    finishedAt: text(40),
    verdict: choice(...verdicts),
    manifestSha256: text(64),
    isSigned: flag,
    timings: listOf(record({ step: choice(...drillSteps), seconds: finiteNumber(0) }, {}), 20),
    rtoSeconds: finiteNumber(0),
    bytes: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    rows: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    tables: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    machine: record(
      { cores: wholeNumber(0, 100_000), memoryBytes: finiteNumber(0), platform: line, target: line },
      {},
    ),
    differences: listOf(record({ kind: choice(...differenceKinds), subject: line, message: line }, {}), most),
    notInBackup: listOf(omission, most),
    notCompared: listOf(omission, most),
  },
  { reason: line, rpoSeconds: finiteNumber(0) },
);

/** JSON text with a last line end. Longer lists and texts than are read again are cut. */
export function serializeRecord(drill: DrillRecord): string {
  const { differences, notInBackup, notCompared } = drill;
  const bounded: DrillRecord = {
    ...drill,
    differences: differences.slice(0, most),
    notInBackup: notInBackup.slice(0, most),
    notCompared: notCompared.slice(0, most),
  };
  const cut = (_name: string, value: unknown) =>
    typeof value === 'string' ? cutMiddle(value, lineLength) : value;
  return `${JSON.stringify(bounded, cut, 1)}\n`;
}

/** @throws UserError that says where the text is no record of a drill */
export function parseRecord(json: string): DrillRecord {
  const value = parseJson(json);
  if (isObject(value) && 'version' in value && value.version !== 1)
    throw new UserError('The record of the drill is of another release; this one reads version 1.');
  const drill = drillShape.read(value, 'drill');
  if (!isBackupId(drill.backupId))
    throw new UserError(`drill.backupId "${drill.backupId}" is no backup's id.`);
  for (const at of [drill.startedAt, drill.finishedAt])
    if (Number.isNaN(new Date(at).getTime())) throw new UserError('The record of the drill names no time.');
  return drill;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw new UserError('The record of the drill is not JSON.', { cause: errorMessage(thrown) });
  }
}

/** JSON Schema (draft 7). */
export function drillSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/drill.schema.json',
    title: 'Record of a restore drill of NeonHub Database Actions',
    description: 'One restore of one stored backup and what came of it. All text is untrusted.',
    ...drillShape.schema,
  };
}
