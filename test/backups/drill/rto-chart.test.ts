/** The pictures of a drill in a real browser: by themselves, and in the report. */
import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrillRecord } from '../../../src/backups/drill/drill.ts';
import { drillSection } from '../../../src/backups/drill/drill-section.ts';
import { rtoDiagram, rtoSvg } from '../../../src/backups/drill/rto-chart.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { makeReport } from '../../report/fixtures/made-report.ts';
import { launchChromium, takePicture } from '../../support/chromium.ts';
import { drawDiagrams } from '../../support/mermaid.ts';
import { madeRecord } from './made-record.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Newest first. */
function history(days: number): readonly DrillRecord[] {
  return Array.from({ length: days }, (_, index) => {
    const day = days - index;
    const verdict = day === 4 ? 'failed' : day === 5 ? 'could-not-verify' : 'verified';
    return madeRecord(day, { verdict, rtoSeconds: 60 + ((day * 37) % 50) });
  });
}

const hostile = 'app</text><script>alert(1)</script>&"\'\u202e\u0007]]>';

test.each([
  ['a month', history(28), 'app', 120],
  ['one drill', history(1), 'app', 0],
  ['none', [], 'app', 90],
  ['a hostile name', history(6), hostile, 100],
] as const)('%s is drawn, in both colour schemes', async (name, drills, series, maxRto) => {
  const svg = rtoSvg(drills, { series, maxRto });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 800, height: 340 }, colorScheme });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    // Parsed as XML by itself: what is not well formed shows an error instead of a picture.
    await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    const facts: unknown = await page.evaluate(`({
      root: document.documentElement.nodeName,
      scripts: document.querySelectorAll('script').length,
      bars: document.querySelectorAll('rect').length,
      outside: [...document.querySelectorAll('text, rect, line')].filter((node) => {
        const box = node.getBoundingClientRect();
        return box.left < -0.5 || box.top < -0.5 || box.right > 760.5 || box.bottom > 300.5;
      }).length,
      ground: getComputedStyle(document.documentElement).backgroundColor,
      title: document.querySelector('.title').textContent,
    })`);
    expect(facts).toMatchObject({
      root: 'svg',
      scripts: 0,
      bars: Math.min(24, drills.length),
      outside: 0,
      ground: colorScheme === 'dark' ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)',
    });
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    const folder = process.env.PICTURES;
    if (folder !== undefined)
      await writeFile(`${folder}/${name.replaceAll(' ', '-')}-${colorScheme}.png`, await takePicture(page));
    await page.close();
  }
});

test('the summary has a diagram that Mermaid draws, of verified drills alone', async () => {
  const drills = history(12);
  const diagram = rtoDiagram(drills, 100) ?? '';
  const drawn = await drawDiagrams(browser, [diagram]);
  expect(drawn.get(diagram)?.light).toContain('Time to restore, in seconds');
  expect(diagram.match(/bar \[(.*)\]/)?.[1]?.split(', ')).toHaveLength(10);
  expect(rtoDiagram([madeRecord(1), madeRecord(2, { verdict: 'failed' })], 0)).toBe(undefined);
  const section = drillSection({
    series: 'app',
    records: drills.slice(0, 1),
    history: drills,
    findings: [],
    rpo: 3600,
    maxRto: 100,
    maxRpo: 0,
  });
  expect(section).toMatchObject({ status: 'passed', title: 'Restore drill' });
  expect(renderMarkdown(makeReport([section]))).toContain('```mermaid\nxychart-beta');
});
