/** The shape of a manifest, for reading it and for its JSON schema. */
import { UserError } from '../errors.ts';
import {
  choice,
  finiteNumber,
  flag,
  listOf,
  record,
  type Shape,
  text,
  wholeNumber,
} from '../report/shape.ts';
import { backupIdPattern, triggers } from './backup-id.ts';
import type { BackupManifest } from './manifest.ts';
import { fingerprintAlgorithms, proofModes } from './proof/database-facts.ts';

/** Entries of any list: a database of a million tables fits, and a list without end does not. */
const most = 2_000_000;
const bytes = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const identifier = text(1_000);
/** A value of a setting or a list of tables may be long, and a backup must not fail for it. */
const line = text(100_000);

/** Text of one form. @param what for the error: "a SHA-256 in hex" */
export function textLike(pattern: RegExp, what: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source },
    accepts: (value) => typeof value === 'string' && pattern.test(value),
    read(value, path) {
      if (typeof value === 'string' && pattern.test(value)) return value;
      throw new UserError(`${path} is not ${what}.`);
    },
  };
}

export const sha256Shape = textLike(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');
const decimal = textLike(/^-?\d{1,60}$/, 'a whole number in decimal digits');
/** A name that is safe as a file's on any system. */
const fileName = textLike(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'the name of a file');
const lsn = textLike(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/, 'a position in the WAL');
const commit = textLike(/^(?:[0-9a-f]{40}|[0-9a-f]{64}|)$/, 'a commit in full, or empty');

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
const instant: Shape<string> = {
  schema: { type: 'string', format: 'date-time', pattern: instantPattern.source },
  accepts: (value) => typeof value === 'string' && isInstant(value),
  read(value, path) {
    if (typeof value === 'string' && isInstant(value)) return value;
    throw new UserError(`${path} is not a time such as 2026-11-22T05:00:00Z.`);
  },
};

function isInstant(value: string): boolean {
  return instantPattern.test(value) && !Number.isNaN(Date.parse(value));
}

const backupId = textLike(backupIdPattern, 'the id of a backup');

const omission = record({ subject: line, reason: line }, {});

export const factsShape = record(
  {
    algorithm: choice(...fingerprintAlgorithms),
    tables: listOf(
      record({ schema: identifier, name: identifier, rows: bytes, hash: decimal, bytes }, {}),
      most,
    ),
    materialisedViews: listOf(record({ schema: identifier, name: identifier, isPopulated: flag }, {}), most),
    sequences: listOf(
      record({ schema: identifier, name: identifier, lastValue: decimal, isCalled: flag }, {}),
      most,
    ),
    largeObjects: record({ count: bytes, bytes, hash: decimal }, {}),
    extensions: listOf(record({ name: identifier, version: identifier }, {}), most),
    roles: listOf(identifier, most),
    settings: listOf(line, most),
    collations: listOf(record({ name: identifier, version: identifier }, {}), most),
    invalidObjects: listOf(line, most),
    notCompared: listOf(omission, most),
  },
  {},
);

const dumpShape = record(
  {
    format: choice('directory', 'custom'),
    compression: identifier,
    jobs: wholeNumber(1, 10_000),
    options: listOf(line, 100_000),
    client: identifier,
    clientVersion: wholeNumber(90_000, 9_999_999),
    files: listOf(record({ name: fileName, bytes, sha256: sha256Shape }, {}), most),
  },
  {},
);

const originShape = record(
  { trigger: choice(...triggers), repository: identifier, commit },
  { tag: identifier, migrationHead: identifier, run: line },
);

const encryptionNone = record({ kind: choice('none') }, {});
/** A post-quantum recipient has 1,960 characters. */
const encryptionAge = record({ kind: choice('age'), recipients: listOf(text(3_000), 1_000) }, {});
const encryptionShape: Shape<BackupManifest['encryption']> = {
  schema: { anyOf: [encryptionNone.schema, encryptionAge.schema] },
  accepts: (value) => encryptionNone.accepts(value) || encryptionAge.accepts(value),
  read: (value, path) =>
    encryptionNone.accepts(value) ? encryptionNone.read(value, path) : encryptionAge.read(value, path),
};

export const manifestKind = 'database-actions-backup';
export const manifestVersion = 1;

export const manifestShape: Shape<BackupManifest> = record(
  {
    kind: choice(manifestKind),
    version: choice(manifestVersion),
    id: backupId,
    series: identifier,
    database: identifier,
    origin: originShape,
    server: record(
      {
        versionNumber: wholeNumber(90_000, 9_999_999),
        version: identifier,
        encoding: identifier,
        locale: identifier,
      },
      {},
    ),
    snapshot: record({ takenAt: instant }, { lsn }),
    finishedAt: instant,
    dump: dumpShape,
    encryption: encryptionShape,
    files: listOf(
      record(
        { name: fileName, role: choice('dump', 'schema', 'recovery'), bytes, sha256: sha256Shape },
        { plain: record({ bytes, sha256: sha256Shape }, {}) },
      ),
      100,
    ),
    proof: choice(...proofModes),
    facts: factsShape,
    notInBackup: listOf(omission, most),
    seconds: record({ dump: finiteNumber(0), proof: finiteNumber(0), store: finiteNumber(0) }, {}),
  },
  { keep: choice('forever') },
);
