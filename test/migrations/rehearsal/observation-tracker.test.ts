/** What cannot be forced on a real server: looks that fall between two steps of it. */
import { describe, expect, test } from 'vitest';
import type { RelationState } from '../../../src/migrations/rehearsal/measurement.ts';
import { createTracker } from '../../../src/migrations/rehearsal/observation-tracker.ts';
import type { Look, SeenBackend, SeenLock } from '../../../src/migrations/rehearsal/observer-look.ts';

const common = { schema: 'public', rows: 1, bytes: 1, tableOid: undefined };
const before: readonly RelationState[] = [
  { ...common, oid: 16400, name: 'items', kind: 'table', fileNode: 16400 },
  { ...common, oid: 16401, name: 'items_pkey', kind: 'index', fileNode: 16401, tableOid: 16400 },
  { ...common, oid: 16402, name: 'others', kind: 'table', fileNode: 16402 },
];

function look(now: number, more: Partial<Look> = {}): Look {
  return { now, tookMs: 1, wal: now * 10, backends: [], locks: [], fresh: [], fileNodes: [], ...more };
}

/** Active in a transaction of its own from `start`. */
function running(text: string, start: number, more: Partial<SeenBackend> = {}): SeenBackend {
  return {
    pid: 7,
    applicationName: 'migration',
    isVisible: true,
    isActive: true,
    text,
    queryStart: start,
    xactStart: start,
    stateChange: start,
    ...more,
  };
}

/** Idle since `end`, after a statement that began at `start`. */
function idle(text: string, start: number, end: number): SeenBackend {
  return running(text, start, { isActive: false, xactStart: null, stateChange: end });
}

function granted(relation: number, mode: string, more: Partial<SeenLock> = {}): SeenLock {
  const base = {
    pid: 7,
    lockType: 'relation',
    isGranted: true,
    transaction: '3/1',
    waitStart: null,
    blockers: null,
  };
  return { ...base, relation, mode, ...more };
}

/** The statements that these looks show, with server times. */
function track(looks: readonly (Look | 'gap')[]) {
  const tracker = createTracker(before);
  for (const one of looks) {
    if (one === 'gap') tracker.gap();
    else tracker.add(one);
  }
  return tracker
    .statements((time) => time)
    .map(({ text, start, end, locks, rewritten, walBytes }) => ({
      text,
      start,
      end,
      walBytes,
      locks: locks.map((lock) => `${lock.relation.name} ${lock.mode} ${lock.start}-${lock.end}`),
      rewritten: rewritten.map(({ name }) => name),
    }));
}

const exclusive = granted(16400, 'AccessExclusiveLock');

describe('a look that falls between', () => {
  test('the end of a transaction and the idle row: the lock ended with it', () => {
    const shown = track([
      look(100),
      look(110, { backends: [idle('ALTER', 105, 111)], locks: [exclusive] }),
      look(120, {
        backends: [running('CREATE INDEX', 118)],
        locks: [granted(16402, 'ShareLock', { transaction: '3/2' })],
      }),
      look(130),
    ]);
    expect(shown).toMatchObject([
      { text: 'ALTER', start: 105, end: 111, locks: ['items AccessExclusiveLock 105-111'] },
      { text: 'CREATE INDEX', start: 118, end: 130, locks: ['others ShareLock 118-130'] },
    ]);
  });

  test('the locks of one statement and the row of the next: the next did not take them', () => {
    const shown = track([
      look(100, { backends: [running('ALTER', 95)], locks: [exclusive] }),
      look(110, { backends: [running('CREATE INDEX', 111)], locks: [exclusive] }),
      look(120, {
        backends: [running('CREATE INDEX', 111)],
        locks: [granted(16402, 'ShareLock', { transaction: '3/2' })],
      }),
      look(130),
    ]);
    expect(shown).toMatchObject([
      { text: 'ALTER', end: 110, locks: ['items AccessExclusiveLock 95-110'] },
      { text: 'CREATE INDEX', locks: ['others ShareLock 111-130'] },
    ]);
  });

  test('two statements that each take the same lock: it is two locks', () => {
    const shown = track([
      look(100, { backends: [running('ALTER 1', 95)], locks: [exclusive] }),
      look(110, {
        backends: [running('ALTER 2', 105)],
        locks: [granted(16400, 'AccessExclusiveLock', { transaction: '3/2' })],
      }),
      look(120),
    ]);
    expect(shown.map(({ locks }) => locks)).toEqual([
      ['items AccessExclusiveLock 95-105'],
      ['items AccessExclusiveLock 105-120'],
    ]);
  });
});

test('of a transaction, locks that were taken since the last look go to the statement that can have taken them', () => {
  const inTransaction = { xactStart: 90 };
  const shown = track([
    look(100, { backends: [running('ALTER', 95, inTransaction)], locks: [exclusive] }),
    look(110, {
      backends: [running('/* why */ UPDATE others', 105, inTransaction)],
      locks: [
        exclusive,
        granted(16401, 'AccessExclusiveLock'),
        granted(16402, 'ShareLock'),
        granted(16402, 'RowExclusiveLock'),
      ],
    }),
    look(120, { backends: [idle('COMMIT', 118, 119)] }),
  ]);
  expect(shown).toMatchObject([
    {
      text: 'ALTER',
      locks: [
        'items AccessExclusiveLock 95-119',
        'items_pkey AccessExclusiveLock 100-119',
        'others ShareLock 100-119',
      ],
    },
    { locks: ['others RowExclusiveLock 105-119'] },
    { text: 'COMMIT', start: 118, end: 119, locks: [] },
  ]);
});

test('of a transaction, what locks a part of a rewritten table is the statement that locked the table', () => {
  const inTransaction = { xactStart: 90 };
  const shown = track([
    look(100, { backends: [running('ALTER items', 95, inTransaction)], locks: [exclusive] }),
    look(110, {
      backends: [running('ALTER others', 105, inTransaction)],
      locks: [exclusive, granted(16401, 'AccessExclusiveLock'), granted(16402, 'AccessExclusiveLock')],
    }),
    look(120),
  ]);
  expect(shown.map(({ locks }) => locks)).toEqual([
    ['items AccessExclusiveLock 95-120', 'items_pkey AccessExclusiveLock 100-120'],
    ['others AccessExclusiveLock 105-120'],
  ]);
});

test('a statement outside of a transaction lets go of its locks when it ends, whatever ran and ended since', () => {
  const shown = track([
    look(100, { backends: [running('ALTER', 95)], locks: [exclusive] }),
    look(150, { backends: [idle('SELECT', 120, 140)] }),
  ]);
  expect(shown).toMatchObject([
    { text: 'ALTER', start: 95, end: 120, locks: ['items AccessExclusiveLock 95-120'] },
    { text: 'SELECT', start: 120, end: 140 },
  ]);
});

test('a relation is rewritten by the statement that made new storage, not by one that came later', () => {
  const inTransaction = { xactStart: 90 };
  const shown = track([
    look(100, { backends: [running('ALTER ADD', 95, inTransaction)], locks: [exclusive] }),
    look(110, {
      backends: [running('ALTER TYPE', 105, inTransaction)],
      locks: [exclusive],
      fresh: [{ pid: 7, count: 1 }],
    }),
    look(120, {
      backends: [running('UPDATE', 115, inTransaction)],
      locks: [exclusive],
      fresh: [{ pid: 7, count: 1 }],
    }),
    look(130, {
      backends: [idle('COMMIT', 125, 126)],
      fileNodes: [
        { oid: 16400, node: 16500 },
        { oid: 16401, node: 16401 },
      ],
    }),
  ]);
  expect(shown.map(({ text, rewritten }) => [text, rewritten])).toEqual([
    ['ALTER ADD', []],
    ['ALTER TYPE', ['items']],
    ['UPDATE', []],
    ['COMMIT', []],
  ]);
});

test('storage that changed under a lock that nobody saw is told apart', () => {
  const tracker = createTracker(before);
  tracker.add(look(100));
  expect(tracker.fileNodesToAsk()).toEqual([]);
  tracker.add(
    look(110, {
      fileNodes: [
        { oid: 16400, node: 17000 },
        { oid: 16402, node: null },
      ],
    }),
  );
  expect(tracker.rewrittenUnseen()).toEqual([{ oid: 16400, schema: 'public', name: 'items', kind: 'table' }]);
});

test('what ended while nobody looked ends when it was last seen', () => {
  const shown = track([
    look(100, { backends: [running('ALTER', 95)], locks: [exclusive] }),
    'gap',
    look(5000, { backends: [idle('LATER', 2000, 2500)] }),
  ]);
  expect(shown).toMatchObject([
    { text: 'ALTER', start: 95, end: 100, locks: ['items AccessExclusiveLock 95-100'] },
    { text: 'LATER', start: 2000, end: 2500 },
  ]);
});

test('written bytes count for one statement only, and those of idle times before it for none', () => {
  const shown = track([
    look(100, { backends: [idle('OLD', 50, 60)] }),
    look(110, { backends: [running('A', 105)] }),
    look(120, { backends: [running('A', 105)] }),
    look(130, { backends: [running('B', 125)] }),
    look(140, { backends: [idle('B', 125, 138)] }),
  ]);
  expect(shown.map(({ text, walBytes }) => [text, walBytes])).toEqual([
    ['A', 300],
    ['B', 100],
  ]);
});

test('a session that may not be read is known by its transactions', () => {
  const hidden = {
    isVisible: false,
    isActive: false,
    text: null,
    queryStart: null,
    xactStart: null,
    stateChange: null,
  };
  const backends = [running('', 0, hidden)];
  const shown = track([
    look(100, { backends }),
    look(110, { backends, locks: [exclusive] }),
    look(120, { backends, locks: [exclusive] }),
    look(130, { backends, locks: [granted(16402, 'ShareLock', { transaction: '3/2' })] }),
    look(140, { backends }),
  ]);
  expect(shown).toMatchObject([
    { text: undefined, start: 110, end: 130, locks: ['items AccessExclusiveLock 110-130'] },
    { text: undefined, start: 130, end: 140, locks: ['others ShareLock 130-140'] },
  ]);
});

test('of very many statements those that block somebody are kept', () => {
  const tracker = createTracker(before);
  tracker.add(look(0));
  tracker.add(look(9, { backends: [running('ALTER', 5)], locks: [exclusive] }));
  for (let at = 1; at < 5100; at += 1)
    tracker.add(look(at * 10, { backends: [idle(`SELECT ${at}`, at * 10 - 2, at * 10 - 1)] }));
  const texts = tracker.statements((time) => time).map(({ text }) => text);
  expect(texts[0]).toBe('ALTER');
  expect(texts).toHaveLength(5000);
  expect(tracker.leftOut()).toBe(100);
});
