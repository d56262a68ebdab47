import { describe, expect, it } from 'vitest';
import type { RetentionCandidate } from '../../../src/backups/retention/candidate.ts';
import { retentionCandidates } from '../../../src/backups/retention/candidate.ts';
import { periodOf } from '../../../src/backups/retention/periods.ts';
import { planRetention, type RetentionPlan } from '../../../src/backups/retention/plan.ts';
import { parseRetention } from '../../../src/backups/retention/rules.ts';
import { candidate, daily } from './candidates.ts';

const now = new Date('2026-11-22T12:00:00Z');

function plan(rules: string, backups: readonly RetentionCandidate[]): RetentionPlan {
  return planRetention({ series: 'app', backups, rules: parseRetention(rules), now });
}

function keptDays(made: RetentionPlan): readonly string[] {
  return made.decisions
    .filter(({ action }) => action === 'keep')
    .map(({ backup }) => backup.takenAt.toISOString().slice(0, 10));
}

describe('rules as they are written', () => {
  it('in any order, with spaces, commas or lines', () => {
    expect(
      parseRetention(
        ' keep-last=7,keep-hourly=24\nkeep-daily=7 keep-weekly=5 keep-monthly=12 keep-yearly=3 keep-releases=10 min=4 ',
      ),
    ).toEqual({
      last: 7,
      hourly: 24,
      daily: 7,
      weekly: 5,
      monthly: 12,
      yearly: 3,
      releases: 10,
      min: 4,
    });
    expect(parseRetention('keep-daily=1')).toMatchObject({ daily: 1, last: 0, min: 3 });
  });

  it.each([
    ['', /is empty/],
    ['min=3', /no rule that keeps anything/],
    ['keep-daily', /"keep-daily" is no rule/],
    ['keep-dayly=3', /"keep-dayly=3" is no rule/],
    ['daily=3', /is no rule/],
    ['constructor=3', /is no rule/],
    ['keep-daily=0', /no number from 1/],
    ['keep-daily=-1', /no number from 1/],
    ['keep-daily=1.5', /no number/],
    ['keep-daily=1e3', /no number/],
    ['keep-daily=9999999', /no number/],
    ['keep-daily=7d', /no number/],
    ['keep-daily=1 keep-daily=2', /given twice/],
  ])('%j is refused', (text, message) => {
    expect(() => parseRetention(text)).toThrow(message);
  });
});

describe('periods', () => {
  it.each([
    ['2026-11-22T05:59:59Z', 'hourly', '2026-11-22T05'],
    ['2026-11-22T23:59:59Z', 'daily', '2026-11-22'],
    // A Sunday belongs to the week that began on Monday; the days around New Year to the week of their Thursday.
    ['2026-11-22T23:00:00Z', 'weekly', '2026-W47'],
    ['2026-11-23T00:00:00Z', 'weekly', '2026-W48'],
    ['2027-01-03T00:00:00Z', 'weekly', '2026-W53'],
    ['2027-01-04T00:00:00Z', 'weekly', '2027-W01'],
    ['2024-12-30T00:00:00Z', 'weekly', '2025-W01'],
    ['2023-01-01T00:00:00Z', 'weekly', '2022-W52'],
    ['2026-11-30T23:59:59Z', 'monthly', '2026-11'],
    ['2026-12-31T23:59:59Z', 'yearly', '2026'],
  ] as const)('%s, %s: %s', (at, period, name) => {
    expect(periodOf(new Date(at), period)).toBe(name);
  });
});

describe('what is kept', () => {
  const verified = { verdict: 'verified' } as const;

  it('the newest of each day, week and month that has one', () => {
    const made = plan(
      'keep-daily=3 keep-weekly=3 keep-monthly=2 min=1',
      daily('2026-11-22T05:00:00Z', 60, verified),
    );
    expect(keptDays(made)).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-15',
      '2026-11-08',
      '2026-10-31',
    ]);
    expect(made.decisions[0]?.reasons).toEqual([
      'keep-daily: 1 of 3 (2026-11-22)',
      'keep-weekly: 1 of 3 (2026-W47)',
      'keep-monthly: 1 of 2 (2026-11)',
      'the newest that is verified',
    ]);
    const gone = made.decisions.find(({ action }) => action === 'delete');
    expect(gone?.reasons).toEqual([
      'no rule keeps it',
      'app_20261122T050000Z_scheduled_nocommit is newer and verified',
    ]);
  });

  it('days without a backup do not count', () => {
    const backups = ['2026-11-22', '2026-11-10', '2026-10-01', '2026-09-01'].map((at) =>
      candidate(at, verified),
    );
    expect(keptDays(plan('keep-daily=3 min=1', backups))).toEqual(['2026-11-22', '2026-11-10', '2026-10-01']);
  });

  it('the oldest as well, where there are fewer than a rule asks for', () => {
    const backups = daily('2026-11-22', 40, verified);
    expect(keptDays(plan('keep-yearly=3 min=1', backups))).toEqual(['2026-11-22', '2026-10-14']);
  });

  it('releases apart from the rest, pinned ones always', () => {
    const backups = [
      ...daily('2026-11-22T05:00:00Z', 5, verified),
      candidate('2026-09-01', { trigger: 'release' }),
      candidate('2026-08-01', { trigger: 'release' }),
      candidate('2026-07-01', { trigger: 'release', isPinned: true }),
    ];
    expect(keptDays(plan('keep-last=1 keep-releases=1 min=1', backups))).toEqual([
      '2026-11-22',
      '2026-09-01',
      '2026-07-01',
    ]);
  });

  it('everything, when none is verified, or none that is newer', () => {
    const backups = daily('2026-11-22', 10);
    expect(keptDays(plan('keep-last=1 min=1', backups)).length).toBe(10);
    const old = backups.map((backup, index) =>
      index === 6 ? { ...backup, verdict: 'verified' as const } : backup,
    );
    const made = plan('keep-last=1 min=1', old);
    expect(keptDays(made).length).toBe(7);
    expect(made.guard?.takenAt.toISOString()).toContain('2026-11-16');
    expect(made.decisions[3]?.reasons).toEqual(['no newer backup is verified']);
  });

  it('never fewer than `min`, of those that did not fail', () => {
    const backups = daily('2026-11-22', 10, verified);
    expect(keptDays(plan('keep-last=1 min=4', backups)).length).toBe(4);
    const failed = backups.map((backup, index) => ({
      ...backup,
      verdict: index % 2 === 1 ? ('failed' as const) : backup.verdict,
    }));
    expect(keptDays(plan('keep-last=1 min=3', failed))).toEqual(['2026-11-22', '2026-11-20', '2026-11-18']);
  });

  it('a backup whose drill failed takes no other’s place', () => {
    const backups = [...daily('2026-11-22', 7, { verdict: 'failed' }), ...daily('2026-11-15', 5, verified)];
    const made = plan('keep-last=3 min=1', backups);
    // Those newer than the verified one stay for now: nothing newer is known to be good.
    expect(keptDays(made)).toEqual(
      [...daily('2026-11-22', 7), ...daily('2026-11-15', 3)].map(({ takenAt }) =>
        takenAt.toISOString().slice(0, 10),
      ),
    );
    expect(made.decisions.at(-1)?.action).toBe('delete');
  });

  it('a backup from the future stays, and counts for nothing', () => {
    const future = candidate('2999-01-01', verified);
    const made = plan('keep-last=1 min=1', [future, ...daily('2026-11-22', 5)]);
    expect(made.guard).toBeUndefined();
    expect(keptDays(made).length).toBe(6);
  });

  it('so does one whose time is none, and it does not disturb the order of the others', () => {
    const broken = { ...candidate('2026-11-18T12:00:00Z', verified), takenAt: new Date(Number.NaN) };
    const days = daily('2026-11-22', 5, verified);
    for (const backups of [
      [broken, ...days],
      [...days, broken],
      [...days.slice(0, 2), broken, ...days.slice(2)],
    ]) {
      const made = plan('keep-last=2 min=1', backups);
      expect(made.decisions.map(({ backup, action }) => [backup.id, action])).toEqual([
        [broken.id, 'keep'],
        ...days.map(({ id }, index) => [id, index < 2 ? 'keep' : 'delete']),
      ]);
    }
  });

  it('other series are no part of it', () => {
    const others = daily('2026-11-22T06:00:00Z', 5, { series: 'app-prod', ...verified });
    const made = plan('keep-last=1 min=1', [...others, ...daily('2026-11-22', 5, verified)]);
    expect(made.decisions.map(({ backup }) => backup.series)).toEqual(Array(5).fill('app'));
  });

  it('nothing of nothing', () => {
    expect(plan('keep-last=1', [])).toEqual({ series: 'app', guard: undefined, decisions: [] });
  });
});

describe('whatever the backups, rules and drills are', () => {
  let seed = 20_261_122;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const one = <T>(items: readonly T[]) => items[random(items.length)] as T;

  function randomBackups(): readonly RetentionCandidate[] {
    const spread = one([3600_000, 86_400_000, 30 * 86_400_000]);
    return Array.from({ length: random(60) }, () =>
      candidate(new Date(now.getTime() - random(400) * spread + 3 * spread).toISOString(), {
        series: one(['app', 'app', 'app', 'app-prod']),
        trigger: one(['release', 'scheduled', 'manual']),
        isPinned: random(15) === 0,
        verdict: one(['verified', 'failed', 'unknown', 'unknown']),
      }),
    );
  }

  function randomRules(): string {
    const words = [
      'keep-last',
      'keep-hourly',
      'keep-daily',
      'keep-weekly',
      'keep-monthly',
      'keep-yearly',
      'keep-releases',
    ]
      .filter(() => random(3) === 0)
      .map((name) => `${name}=${1 + random(8)}`);
    return [...(words.length > 0 ? words : ['keep-last=1']), `min=${1 + random(6)}`].join(' ');
  }

  it('the promises hold, 2,000 times', () => {
    let deletions = 0;
    for (let round = 0; round < 2000; round += 1) {
      const backups = randomBackups();
      const text = randomRules();
      const rules = parseRetention(text);
      const made = plan(text, backups);
      const ours = backups.filter(({ series }) => series === 'app');
      const kept = made.decisions.filter(({ action }) => action === 'keep').map(({ backup }) => backup);
      const gone = made.decisions.filter(({ action }) => action === 'delete').map(({ backup }) => backup);
      deletions += gone.length;
      expect(new Set([...kept, ...gone])).toEqual(new Set(ours));
      expect(kept.length + gone.length).toBe(ours.length);
      expect(made.decisions.every(({ reasons }) => reasons.length > 0)).toBe(true);
      for (const backup of gone) {
        expect(backup.isPinned).toBe(false);
        expect(kept.some((other) => other.verdict === 'verified' && other.takenAt >= backup.takenAt)).toBe(
          true,
        );
        expect(backup.takenAt.getTime()).toBeLessThanOrEqual(now.getTime() + 86_400_000);
      }
      const past = ours.filter(({ takenAt }) => takenAt.getTime() <= now.getTime() + 86_400_000);
      const good = past.filter(({ verdict }) => verdict !== 'failed');
      const goodKept = kept.filter((backup) => good.includes(backup));
      expect(goodKept.length).toBeGreaterThanOrEqual(Math.min(rules.min, good.length));
      const newest = good.toSorted((left, right) => right.takenAt.getTime() - left.takenAt.getTime());
      if (rules.last > 0)
        for (const backup of newest.slice(0, rules.last)) {
          const twins = newest.filter(({ takenAt }) => takenAt.getTime() === backup.takenAt.getTime());
          expect(twins.some((twin) => kept.includes(twin))).toBe(true);
        }
      // Doing it again on what is left changes nothing that matters: no promise erodes.
      const again = plan(text, kept);
      expect(again.guard).toBe(made.guard);
    }
    expect(deletions).toBeGreaterThan(1000);
  });

  it('the order of the input does not matter', () => {
    for (let round = 0; round < 200; round += 1) {
      const backups = [...new Map(randomBackups().map((backup) => [backup.id, backup])).values()];
      const text = randomRules();
      expect(plan(text, backups.toReversed())).toEqual(plan(text, backups));
    }
  });

  it('10,000 backups are planned in well under a second', () => {
    const backups = daily('2026-11-22', 10_000, { verdict: 'verified' });
    const started = performance.now();
    const made = plan(
      'keep-last=7 keep-hourly=24 keep-daily=7 keep-weekly=5 keep-monthly=12 keep-yearly=30',
      backups,
    );
    expect(performance.now() - started).toBeLessThan(500);
    expect(made.decisions.length).toBe(10_000);
  });
});

describe('from manifests and drills', () => {
  const backup = candidate('2026-11-22');
  const manifest = {
    id: backup.id,
    series: 'app',
    snapshot: { takenAt: '2026-11-22T00:00:00.123Z' },
    origin: { trigger: 'scheduled' as const, repository: '', commit: '' },
    files: [{ name: 'dump.tar.age', role: 'dump' as const, bytes: 4, sha256: 'aa' }],
  };
  const drill = {
    backupId: backup.id,
    series: 'app',
    finishedAt: '2026-11-22T10:00:00Z',
    manifestSha256: 'ab',
  };
  const verdictOf = (drills: Parameters<typeof retentionCandidates>[1]) =>
    retentionCandidates([{ manifest, sha256: 'ab' }], drills)[0]?.verdict;

  it('the last drill that could tell decides', () => {
    const later = '2026-11-23T10:00:00Z';
    expect(verdictOf([])).toBe('unknown');
    expect(verdictOf([{ ...drill, verdict: 'could-not-verify' }])).toBe('unknown');
    expect(
      verdictOf([
        { ...drill, verdict: 'verified' },
        { ...drill, verdict: 'could-not-verify', finishedAt: later },
      ]),
    ).toBe('verified');
    expect(
      verdictOf([
        { ...drill, verdict: 'failed', finishedAt: later },
        { ...drill, verdict: 'verified' },
      ]),
    ).toBe('failed');
    expect(
      verdictOf([
        { ...drill, verdict: 'failed' },
        { ...drill, verdict: 'verified', finishedAt: later },
      ]),
    ).toBe('verified');
  });

  it('a drill of another manifest, backup or series says nothing', () => {
    expect(verdictOf([{ ...drill, verdict: 'verified', manifestSha256: 'other' }])).toBe('unknown');
    expect(verdictOf([{ ...drill, verdict: 'verified', backupId: 'other' }])).toBe('unknown');
    expect(verdictOf([{ ...drill, verdict: 'verified', series: 'app-prod' }])).toBe('unknown');
  });

  it('pins, times and files', () => {
    expect(retentionCandidates([{ manifest: { ...manifest, keep: 'forever' }, sha256: 'ab' }], [])).toEqual([
      {
        ...backup,
        takenAt: new Date('2026-11-22T00:00:00.123Z'),
        isPinned: true,
        files: [{ name: 'dump.tar.age', bytes: 4 }],
      },
    ]);
  });
});
