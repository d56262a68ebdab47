import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeasuredStatement } from '../../../src/migrations/rehearsal/measurement.ts';
import { timeline } from '../../../src/migrations/rehearsal/timeline.ts';
import { hostileMixtures, hostileTexts } from '../../report/hostile-text.ts';
import { launchChromium } from '../../support/chromium.ts';
import { drawDiagrams } from '../../support/mermaid.ts';
import { hostileRehearsal } from './fixtures/hostile-rehearsal.ts';
import { makeLock, makeState, makeStatement } from './fixtures/made-rehearsal.ts';
import { neonhubRehearsal } from './fixtures/neonhub-rehearsal.ts';

const users = makeState(1, 'users');
const jobs = makeState(2, 'jobs');

function diagram(statements: readonly MeasuredStatement[]): string {
  const block = timeline(statements);
  return block?.kind === 'mermaid' ? block.text : '';
}

/** `table: words, from-to` of every bar. */
function bars(statements: readonly MeasuredStatement[]): readonly string[] {
  let table = '';
  return diagram(statements)
    .split('\n')
    .flatMap((line) => {
      table = /^ {2}section (.*)$/.exec(line)?.[1] ?? table;
      const [, words, from, to] = /^ {4}(.*) :\w+, (\d+), (\d+)$/.exec(line) ?? [];
      return words === undefined ? [] : [`${table}: ${words}, ${from}-${to}`];
    });
}

describe('the timeline', () => {
  test('has a row for each wait, under its table, in the order of time', () => {
    expect(bars(neonhubRehearsal.measurement.statements)).toEqual([
      'metric_events: reads and writes 4.7 s, 0-4711',
      'agent_jobs: writes 1.6 s, 4713-6298',
      'content_drafts: writes 144 ms, 6335-6479',
      'users: writes 143 ms, 6335-6478',
      'users: reads and writes 22 ms, 7294-7316',
    ]);
  });

  test('is none where nobody waits long enough to notice', () => {
    const sequence = makeState(3, 'jobs_id_seq', { kind: 'sequence' });
    const index = makeState(4, 'jobs_pkey', { kind: 'index', tableOid: 2 });
    const locks = [
      makeLock(users, 'AccessExclusiveLock', 9.9),
      makeLock(jobs, 'ShareUpdateExclusiveLock', 60_000),
      makeLock(jobs, 'RowExclusiveLock', 60_000),
      makeLock(sequence, 'AccessExclusiveLock', 60_000),
      makeLock(index, 'AccessExclusiveLock', 60_000),
    ];
    expect(timeline([makeStatement({ locks })])).toBe(undefined);
    expect(timeline([])).toBe(undefined);
  });

  test('shows a wait once where one transaction locks a table again', () => {
    const statements = [
      makeStatement({ startMs: 0, locks: [makeLock(users, 'ShareLock', 100)] }),
      makeStatement({
        startMs: 40,
        locks: [makeLock(users, 'AccessExclusiveLock', 60), makeLock(jobs, 'ShareLock', 60)],
      }),
      makeStatement({ startMs: 50, locks: [makeLock(users, 'ShareRowExclusiveLock', 50)] }),
    ];
    expect(bars(statements)).toEqual([
      'users: writes 100 ms, 0-100',
      'users: reads and writes 60 ms, 40-100',
      'jobs: writes 60 ms, 40-100',
    ]);
    const same = makeStatement({ locks: [makeLock(users, 'ShareLock', 100)] });
    expect(bars([same, same])).toHaveLength(1);
  });

  test('keeps the twelve longest and says of how many', () => {
    const statements = Array.from({ length: 30 }, (_, index) =>
      makeStatement({
        startMs: index * 100,
        locks: [makeLock(makeState(100 + index, `t${index}`), 'ShareLock', 11 + index)],
      }),
    );
    expect(bars(statements).map((bar) => bar.split(':')[0])).toEqual(
      Array.from({ length: 12 }, (_, index) => `t${18 + index}`),
    );
    expect(timeline(statements)).toMatchObject({
      caption:
        'Who waits when: the 12 longest of 30 waits, since the first statement (red: reads and writes, grey: writes)',
    });
  });

  test.each([
    [90, '%Q ms', '20millisecond', 90],
    [10_000, '%Q ms', '2000millisecond', 10_000],
    [10_001, '%s s', '2second', 10_001],
    [600_000, '%s s', '2minute', 600_000],
    [3_600_000, '%s min', '10second', 60_000],
    [172_800_000, '%s min', '10minute', 2_880_000],
  ])('has an axis that can be read for %d ms', (heldMs, format, tick, end) => {
    const text = diagram([makeStatement({ locks: [makeLock(users, 'ShareLock', heldMs)] })]);
    expect(text).toContain(`axisFormat ${format}\n`);
    expect(text).toContain(`tickInterval ${tick}\n`);
    expect(text).toContain(`:done, 0, ${end}`);
  });
});

describe('drawn by Mermaid in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** The texts of the drawing, as the reader sees them. */
  async function draw(text: string, timezoneId = 'UTC'): Promise<{ svg: string; texts: readonly string[] }> {
    const svg = (await drawDiagrams(browser, [text], { timezoneId })).get(text)?.light ?? '';
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setContent(svg);
    const texts: unknown = await page.evaluate(
      "[...document.querySelectorAll('svg text')].map((text) => text.textContent)",
    );
    const active: unknown = await page.evaluate(
      "document.querySelectorAll('script, a, img, foreignObject, h1, b').length",
    );
    await page.close();
    expect(active).toBe(0);
    expect(requests).toEqual([]);
    return { svg, texts: Array.isArray(texts) ? texts.map((each) => String(each).trim()) : [] };
  }

  test('a syntax error is one', async () => {
    await expect(drawDiagrams(browser, ['gantt\n  nonsense'])).rejects.toThrow(/Parse error|Expecting/);
  });

  test('shows tables, waits and times, the same in every time zone', async () => {
    const text = diagram(neonhubRehearsal.measurement.statements);
    const { svg, texts } = await draw(text);
    expect(texts).toEqual(
      expect.arrayContaining(['metric_events', 'reads and writes 4.7 s', '2000 ms', 'users']),
    );
    const withoutId = (drawn: string) => drawn.replace(/diagram-\d+/g, 'diagram');
    for (const zone of ['Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York']) {
      expect(withoutId((await draw(text, zone)).svg), zone).toBe(withoutId(svg));
    }
  });

  test.each([
    [30_000, ['0 s', '5 s', '30 s']],
    [1_800_000, ['0 min', '5 min', '30 min']],
  ])('counts %d ms in units that are read', async (heldMs, ticks) => {
    const text = diagram([makeStatement({ locks: [makeLock(users, 'ShareLock', heldMs)] })]);
    expect((await draw(text, 'Asia/Kathmandu')).texts).toEqual(expect.arrayContaining(ticks));
  });

  test('shows a hostile name as it is, and lets it do nothing', async () => {
    const names = [
      ...hostileTexts,
      ...hostileMixtures(40, 7),
      ...[
        'section x',
        'a:b;c#d%%e',
        '%%{init: {"theme":"forest"}}%%',
        '---',
        '#35;',
        '#quot;',
        'x :crit, 1, 2',
        'title x',
      ],
      'click x href "https://evil.example"',
    ].filter((name) => name !== '');
    // Ten a drawing, all of them longer than the limit or not.
    for (let start = 0; start < names.length; start += 10) {
      const some = names.slice(start, start + 10);
      const statements = some.map((name, index) =>
        makeStatement({
          startMs: index * 20,
          locks: [makeLock(makeState(100 + index, name), 'AccessExclusiveLock', 20)],
        }),
      );
      const { texts } = await draw(diagram(statements));
      expect(texts.filter((text) => text === 'reads and writes 20 ms')).toHaveLength(new Set(some).size);
      for (const name of some.filter(
        (each) => /^[ -~]{1,24}$/.test(each) && !each.includes('"') && each === each.trim(),
      )) {
        const shown = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `"${name}"`;
        // SVG folds runs of spaces.
        expect(texts.map((text) => text.replace(/ +/g, ' '))).toContain(shown.replace(/ +/g, ' '));
      }
    }
  });

  test('of the worst case', async () => {
    const { texts } = await draw(diagram(hostileRehearsal(200).measurement.statements));
    expect(texts.filter((text) => /^(reads and )?writes \d+ ms$/.test(text))).toHaveLength(12);
  });
});
