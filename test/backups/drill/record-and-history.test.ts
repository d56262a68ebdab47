import Ajv from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { badgeJson } from '../../../src/backups/drill/badge.ts';
import { chooseDrills, nextCopy } from '../../../src/backups/drill/choose-drills.ts';
import { newestVerified, readHistory, writeRecord } from '../../../src/backups/drill/drill-history.ts';
import { drillSchema, parseRecord, serializeRecord } from '../../../src/backups/drill/drill-record-file.ts';
import { evidenceJson } from '../../../src/backups/drill/evidence.ts';
import { ageFindings, measureRpo, rpoFindings, rtoFindings } from '../../../src/backups/drill/objectives.ts';
import { UserError } from '../../../src/errors.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { madeManifest } from '../made-manifest.ts';
import { createMemoryStore, serviceFailure } from '../memory-store.ts';
import { madeRecord } from './made-record.ts';

const { signal } = new AbortController();

test('a record is read as it was written, and is what the schema says', () => {
  const record = madeRecord(3, { reason: 'x\u202e\n"</script>', verdict: 'failed' });
  expect(parseRecord(serializeRecord(record))).toEqual(record);
  const { rpoSeconds: _none, ...without } = record;
  expect(parseRecord(serializeRecord(without))).toEqual(without);
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  const validate = ajv.compile(drillSchema());
  expect(validate(JSON.parse(serializeRecord(record))), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...record, verdict: 'fine' })).toBe(false);
});

test.each([
  ['no JSON', '{'],
  ['another kind', JSON.stringify({ ...madeRecord(1), kind: 'x' })],
  ['a later version', JSON.stringify({ ...madeRecord(1), version: 2 })],
  ['a verdict of its own', JSON.stringify({ ...madeRecord(1), verdict: 'VERIFIED' })],
  ['no backup', JSON.stringify({ ...madeRecord(1), backupId: '../x' })],
  ['a negative time', JSON.stringify({ ...madeRecord(1), rtoSeconds: -1 })],
  ['no time', JSON.stringify({ ...madeRecord(1), startedAt: 'yesterday' })],
])('%s is no record', (_name, text) => {
  expect(() => parseRecord(text)).toThrow(UserError);
});

test('lists and texts that are too long are cut when they are written', () => {
  const many = Array.from({ length: 12_000 }, (_, index) => ({
    subject: `t${index}`,
    reason: 'r'.repeat(2000),
  }));
  const read = parseRecord(serializeRecord(madeRecord(1, { notCompared: many.slice(0, 10_500) })));
  expect(read.notCompared).toHaveLength(10_000);
  expect(read.notCompared[0]?.reason.length).toBe(1000);
});

test('the history of several stores is one, newest first, bounded, without what cannot be read', async () => {
  const log = recordingLogger();
  const [a, b] = [createMemoryStore(), createMemoryStore({ location: 'memory://b' })];
  for (let day = 1; day <= 9; day += 1) await writeRecord(madeRecord(day), { stores: [a, b], log });
  await writeRecord(madeRecord(20), { stores: [b], log });
  await writeRecord(madeRecord(21, { series: 'app-prod' }), { stores: [b], log });
  a.objects.set('app/drills/20261130T060000Z_x.json', Buffer.from('{'));
  a.objects.set('app/drills/notes.txt', Buffer.from('not ours'));
  const history = await readHistory({ stores: [a, b], series: 'app', log, signal, atMost: 4 });
  expect(history.map(({ id }) => id.slice(6, 8))).toEqual(['20', '09', '08', '07']);
  expect(log.lines.filter((line) => line.startsWith('warning'))).toHaveLength(1);
});

test('a store that may only be read is told, the others have the record', async () => {
  const [a, b] = [createMemoryStore(), createMemoryStore({ location: 'memory://b' })];
  a.fault = () => {
    throw serviceFailure();
  };
  const failed = await writeRecord(madeRecord(1), { stores: [a, b], log: recordingLogger() });
  expect(failed).toEqual([{ location: 'memory://a', reason: 'The store has failed.' }]);
  expect(b.writes).toEqual([`app/drills/${madeRecord(1).id}.json`]);
});

test('RPO counts from the snapshot of the newest backup that was verified, not from the newest drill', () => {
  const history = [
    madeRecord(9, { verdict: 'failed' }),
    madeRecord(8, { verdict: 'could-not-verify' }),
    madeRecord(7, { backupId: 'app_20261101T050000Z_scheduled_nocommit' }),
    madeRecord(6),
  ];
  expect(newestVerified(history)?.takenAt.toISOString()).toBe('2026-11-06T05:00:00.000Z');
  const rpo = measureRpo(history, new Date('2026-11-07T05:00:00Z'));
  expect(rpo).toBe(86_400);
  expect(rpoFindings(rpo, { maxRto: 0, maxRpo: 86_400 }, 'app')).toEqual([]);
  expect(rpoFindings(rpo, { maxRto: 0, maxRpo: 86_399 }, 'app')).toMatchObject([{ rule: 'rpo-exceeded' }]);
  expect(rpoFindings(measureRpo([], new Date()), { maxRto: 0, maxRpo: 0 }, 'app')).toMatchObject([
    { rule: 'never-verified', severity: 'error' },
  ]);
});

test('RTO is judged of verified drills', () => {
  expect(rtoFindings(madeRecord(1), { maxRto: 70, maxRpo: 0 })).toMatchObject([{ rule: 'rto-exceeded' }]);
  expect(rtoFindings(madeRecord(1), { maxRto: 71, maxRpo: 0 })).toEqual([]);
  expect(rtoFindings(madeRecord(1, { verdict: 'failed' }), { maxRto: 1, maxRpo: 0 })).toEqual([]);
});

test('the age of the newest backup, and that there is none', () => {
  const now = new Date('2026-11-02T00:00:00Z');
  const question = { series: 'app', now, maxAge: 86_400 };
  expect(ageFindings({ ...question, newestTakenAt: new Date('2026-11-01T00:00:00Z') })).toEqual([]);
  expect(ageFindings({ ...question, newestTakenAt: new Date('2026-10-31T23:59:58Z') })).toHaveLength(1);
  expect(ageFindings({ ...question, newestTakenAt: undefined })).toHaveLength(1);
  expect(ageFindings({ ...question, maxAge: 0, newestTakenAt: new Date(0) })).toEqual([]);
});

test('the newest, one drawn by lot, and each copy in its turn', () => {
  const backups = ['d', 'c', 'b', 'a'].map((id) => ({ id, locations: ['s3://one', 's3://two'] }));
  const at = (location: string) => madeRecord(1, { location });
  const base = { backups, history: [at('s3://one')], backupId: undefined, hasRandomOlder: true, seed: '7' };
  const chosen = chooseDrills(base);
  expect(chosen).toHaveLength(2);
  expect(chosen[0]).toEqual({ backupId: 'd', location: 's3://two' });
  expect(chooseDrills(base)).toEqual(chosen);
  const drawn = new Set(
    Array.from({ length: 60 }, (_, seed) => chooseDrills({ ...base, seed: `run ${seed}` })[1]?.backupId),
  );
  expect([...drawn].toSorted()).toEqual(['a', 'b', 'c']);
  expect(chooseDrills({ ...base, backupId: 'a' })).toHaveLength(1);
  expect(chooseDrills({ ...base, backupId: 'zz' })).toEqual([]);
  expect(chooseDrills({ ...base, backups: [] })).toEqual([]);
  expect(nextCopy({ id: 'x', locations: ['s3://one', 's3://two'] }, [at('s3://two'), at('s3://one')])).toBe(
    's3://one',
  );
});

test('run after run, the newest backup is restored from each place, and so is the one drawn', () => {
  const backups = ['b', 'a'].map((id) => ({ id, locations: ['s3://one', 's3://two', 's3://three'] }));
  const base = { backups, backupId: undefined, hasRandomOlder: true, seed: '7' };
  let history: ReturnType<typeof madeRecord>[] = [];
  const runs = Array.from({ length: 6 }, () => {
    const chosen = chooseDrills({ ...base, history });
    history = [...chosen.map(({ location }) => madeRecord(1, { location })), ...history];
    return chosen.map(({ location }) => location);
  });
  const inTurn = ['s3://one', 's3://two', 's3://three'];
  expect(runs.map(([newest]) => newest)).toEqual([...inTurn, ...inTurn]);
  expect(runs.map(([, drawn]) => drawn)).toEqual([...inTurn, ...inTurn]);
});

test('evidence is an in-toto statement about the manifest and the dump', () => {
  const parts = { repository: 'neonhub/app', commit: 'c', runUrl: undefined, actionVersion: '1' };
  const text = evidenceJson({ ...parts, record: madeRecord(1), manifest: madeManifest() });
  const statement = JSON.parse(text ?? '');
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: expect.stringMatching(/manifest\.json$/), digest: { sha256: 'a'.repeat(64) } },
      { name: expect.stringMatching(/dump\.tar$/), digest: { sha256: '0'.repeat(64) } },
    ],
    predicate: { verificationResult: 'PASSED', drill: { verdict: 'verified' } },
  });
  const failed = evidenceJson({
    ...parts,
    record: madeRecord(1, { verdict: 'could-not-verify' }),
    manifest: undefined,
  });
  expect(JSON.parse(failed ?? '').predicate.verificationResult).toBe('FAILED');
  expect(evidenceJson({ ...parts, record: madeRecord(1, { manifestSha256: '' }), manifest: undefined })).toBe(
    undefined,
  );
});

test('a badge has the fields that shields.io reads', () => {
  const verified = JSON.parse(
    badgeJson({ verdict: 'verified', verifiedAt: '2026-11-22T05:00:00.000Z', rtoSeconds: 83 }),
  );
  expect(verified).toEqual({
    schemaVersion: 1,
    label: 'backup',
    message: 'restored 2026-11-22 in 1 min 23 s',
    color: 'brightgreen',
    isError: false,
  });
  expect(JSON.parse(badgeJson({ verdict: 'failed', verifiedAt: undefined, rtoSeconds: 0 }))).toMatchObject({
    color: 'red',
    message: 'failed, last restored never',
    isError: true,
  });
});
