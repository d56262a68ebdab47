import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtmlPage } from '../../scripts/comment-page.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { launchChromium } from '../support/chromium.ts';
import { lowestContrast, measure, outside, overflow } from '../support/page-measures.ts';
import { makeFinding, makeReport, makeSection, reportFullOf } from './fixtures/made-report.ts';
import { deletedReport, failedReport, neonhubReport } from './fixtures/neonhub-report.ts';
import { hostileTexts } from './hostile-text.ts';

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

/** A page that tells of anything that wants to leave it. */
async function newPage({ width, scheme = 'light' }: View): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => requests.push(dialog.message()));
  return { page, requests };
}

/** Shows the report with everything unfolded. */
async function show(page: Page, report: Report): Promise<void> {
  await page.setContent(
    renderHtmlPage(renderMarkdown(report), { title: 'Search in drafts', pullRequest: 128 }),
  );
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
}

async function open(report: Report, view: View): Promise<{ page: Page }> {
  const { page } = await newPage(view);
  await show(page, report);
  return { page };
}

const reports = [
  ['passed', neonhubReport],
  ['failed', failedReport],
  ['deleted', deletedReport],
] as const;

describe.each([900, 400])('at %d pixels', (width) => {
  it.each(reports)('the page of a %s report has no horizontal overflow', async (_name, report) => {
    const { page } = await open(report, { width });
    expect(await measure(page, overflow)).toBeLessThanOrEqual(0);
    expect(await measure(page, outside)).toBe(0);
    await page.close();
  });

  it('hostile text neither breaks the page nor leaves it', async () => {
    const { page, requests } = await newPage({ width });
    for (const text of [
      ...hostileTexts,
      'x'.repeat(3_000),
      'W'.repeat(160),
      '漢'.repeat(500),
      '\u0300'.repeat(50),
    ]) {
      await show(page, reportFullOf(text));
      expect(await measure(page, overflow), text).toBeLessThanOrEqual(0);
      expect(await measure(page, outside), text).toBe(0);
      expect(
        await measure(page, "document.querySelectorAll('script, img, iframe, .markdown h1').length"),
        text,
      ).toBe(0);
      expect(requests, text).toEqual([]);
    }
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(reports)('every text of a %s report can be read', async (_name, report) => {
    const { page } = await open(report, { width: 900, scheme });
    expect(await measure(page, lowestContrast)).toBeGreaterThanOrEqual(4.5);
    await page.close();
  });
});

describe('the page', () => {
  it('is dark where the reader wants it dark', async () => {
    const colorOf = async (scheme: 'light' | 'dark') => {
      const { page } = await open(neonhubReport, { width: 900, scheme });
      const color: unknown = await page.evaluate(
        'getComputedStyle(document.documentElement).backgroundColor',
      );
      await page.close();
      return color;
    };
    expect(await colorOf('light')).toBe('rgb(255, 255, 255)');
    expect(await colorOf('dark')).toBe('rgb(13, 17, 23)');
  });

  it('has the rows, findings and symbols of the report', async () => {
    const { page } = await open(neonhubReport, { width: 900 });
    expect(await measure(page, "document.querySelectorAll('.markdown > .scroll tbody tr').length")).toBe(4);
    expect(await measure(page, "document.querySelectorAll('.markdown details details').length")).toBe(1);
    expect(await measure(page, "document.querySelectorAll('.markdown > details').length")).toBe(3 + 1 + 4);
    expect(await measure(page, "document.querySelectorAll('h3 svg.symbol, td svg.symbol').length")).toBe(
      1 + 4,
    );
    await page.close();
  });

  it('scrolls a wide table inside itself', async () => {
    const row = Array.from({ length: 12 }, (_, index) => ({ code: `column_${index}_with_a_long_name` }));
    const table = { kind: 'table', columns: row.map(({ code }) => ({ title: code })), rows: [row] } as const;
    const report = makeReport([makeSection({ blocks: [table], findings: [makeFinding()] })]);
    const { page } = await open(report, { width: 400 });
    expect(await measure(page, overflow)).toBeLessThanOrEqual(0);
    const hidden =
      "Math.max(...[...document.querySelectorAll('.scroll')].map((box) => box.scrollWidth - box.clientWidth))";
    expect(await measure(page, hidden)).toBeGreaterThan(500);
    await page.close();
  });

  it('shows errors without a click, and the rest folded', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
    await page.setContent(renderHtmlPage(renderMarkdown(failedReport)));
    await expect(page.getByText('--rolled-back').isVisible()).resolves.toBe(true);
    await expect(page.getByText('Pooled host').isVisible()).resolves.toBe(false);
    await page.close();
  });
});
