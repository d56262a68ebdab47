import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagramTexts, renderHtmlPage } from '../../../scripts/comment-page.ts';
import type { Rehearsal } from '../../../src/migrations/rehearsal/rehearsal.ts';
import { rehearsalSection } from '../../../src/migrations/rehearsal/rehearsal-section.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { makeReport } from '../../report/fixtures/made-report.ts';
import { launchChromium } from '../../support/chromium.ts';
import { drawDiagrams } from '../../support/mermaid.ts';
import { lowestContrast, measure, outside, overflow } from '../../support/page-measures.ts';
import { hostileRehearsal } from './fixtures/hostile-rehearsal.ts';
import { neonhubRehearsal, productionRows } from './fixtures/neonhub-rehearsal.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

interface View {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
}

/** Shows the comment with its diagrams drawn and everything unfolded. */
async function show(rehearsal: Rehearsal, { width, scheme = 'light' }: View) {
  const markdown = renderMarkdown(makeReport([rehearsalSection(rehearsal, productionRows)]));
  const diagrams = await drawDiagrams(browser, diagramTexts(markdown), { width });
  expect(diagrams.size).toBe(1);
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => requests.push(dialog.message()));
  await page.setContent(renderHtmlPage(markdown, { title: 'Numeric metrics', pullRequest: 131, diagrams }));
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  return { page, requests };
}

const rehearsals = [
  ['a pull request', neonhubRehearsal],
  ['the worst case', hostileRehearsal(200)],
] as const;

describe.each([900, 400])('at %d pixels', (width) => {
  test.each(rehearsals)('%s stays in its frame, and reaches for nothing', async (_name, rehearsal) => {
    const { page, requests } = await show(rehearsal, { width });
    expect(await measure(page, overflow)).toBeLessThanOrEqual(0);
    expect(await measure(page, outside)).toBe(0);
    expect(await count(page, 'script, img, iframe, .markdown h1, .markdown a[href*=evil]')).toBe(0);
    expect(requests).toEqual([]);
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  test.each(rehearsals)('every text of %s can be read', async (_name, rehearsal) => {
    const { page } = await show(rehearsal, { width: 900, scheme });
    expect(await measure(page, lowestContrast)).toBeGreaterThanOrEqual(4.5);
    expect(await count(page, `.diagram.${scheme} svg`)).toBe(1);
    expect(await measure(page, `document.querySelector('.diagram.${scheme}').offsetHeight`)).toBeGreaterThan(
      100,
    );
    const other = scheme === 'light' ? 'dark' : 'light';
    expect(await measure(page, `document.querySelector('.diagram.${other}').offsetHeight`)).toBe(0);
    await page.close();
  });
});

test('the first table of a pull request needs no scrolling', async () => {
  const { page } = await show(neonhubRehearsal, { width: 900 });
  const hidden = `(() => {
    const box = document.querySelector('details .scroll');
    return box.scrollWidth - box.clientWidth;
  })()`;
  expect(await measure(page, hidden)).toBeLessThanOrEqual(0);
  await page.close();
});

function count(page: Page, selector: string): Promise<number> {
  return measure(page, `document.querySelectorAll('${selector}').length`);
}
