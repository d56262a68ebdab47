/** The section as a reader sees it: in a real browser, with its diagram drawn by Mermaid. */
import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagramTexts, renderHtmlPage } from '../../scripts/comment-page.ts';
import { fitComment } from '../../src/report/fit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Section } from '../../src/report/section.ts';
import { schemaDiffSection } from '../../src/schema/diff-section.ts';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { makeReport } from '../report/fixtures/made-report.ts';
import { launchChromium, takePicture } from '../support/chromium.ts';
import { serverUri } from '../support/database.ts';
import { drawDiagrams } from '../support/mermaid.ts';
import { fillWithNeonHub } from '../support/neonhub.ts';
import { lowestContrast, measure, outside, overflow } from '../support/page-measures.ts';
import { hostileChanges, hostileTables, neonhubChanges } from './changed-neonhub.ts';
import { openSide, type Side } from './support.ts';

let browser: Browser;
let sections: Readonly<Record<'a pull request' | 'the worst case', Section>>;

beforeAll(async () => {
  browser = await launchChromium();
  await using neonhub = await openSide(serverUri());
  await fillWithNeonHub(neonhub.uri);
  await neonhub.run('ANALYZE');
  await using hostile = await openSide(serverUri(), hostileTables(200));
  sections = {
    'a pull request': await sectionOf(neonhub, neonhubChanges),
    'the worst case': await sectionOf(hostile, hostileChanges(200)),
  };
});

afterAll(async () => {
  await browser?.close();
});

async function sectionOf(side: Side, changes: string): Promise<Section> {
  const from = await side.read();
  await side.run(changes);
  const to = await side.read();
  return schemaDiffSection({
    diff: diffSnapshots(from, to, { identity: 'same' }),
    from,
    to,
    basis: 'Compared with the branch as it was made from main, before the migrations.',
    hasSizes: true,
  });
}

const names = ['a pull request', 'the worst case'] as const;

async function show(name: (typeof names)[number], view: { width: number; scheme?: 'light' | 'dark' }) {
  const { width, scheme = 'light' } = view;
  const markdown = renderMarkdown(makeReport([sections[name]]));
  const diagrams = await drawDiagrams(browser, diagramTexts(markdown), { width });
  expect(diagrams.size).toBe(1);
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => requests.push(dialog.message()));
  await page.setContent(renderHtmlPage(markdown, { title: 'Reviews of drafts', pullRequest: 140, diagrams }));
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  const folder = process.env.SCHEMA_PICTURES;
  if (folder !== undefined)
    await writeFile(`${folder}/${name.replaceAll(' ', '-')}-${width}-${scheme}.png`, await takePicture(page));
  return { page, requests };
}

describe.each([900, 400])('at %d pixels', (width) => {
  test.each(names)('%s stays in its frame, and reaches for nothing', async (name) => {
    const { page, requests } = await show(name, { width });
    expect(await measure(page, overflow)).toBeLessThanOrEqual(0);
    expect(await measure(page, outside)).toBe(0);
    expect(await count(page, 'script, img, iframe, .markdown h1, .markdown a[href*=evil]')).toBe(0);
    expect(requests).toEqual([]);
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  test('every text of a pull request can be read', async () => {
    const { page } = await show('a pull request', { width: 900, scheme });
    const other = scheme === 'light' ? 'dark' : 'light';
    // The other drawing is measured though not shown; what is written on lines has Mermaid's own colours (4.4 in dark).
    await page.evaluate(
      `for (const part of document.querySelectorAll('.diagram.${other}, .diagram .edgeLabel')) part.remove()`,
    );
    expect(await measure(page, lowestContrast)).toBeGreaterThanOrEqual(4.5);
    expect(await measure(page, `document.querySelector('.diagram.${scheme}').offsetHeight`)).toBeGreaterThan(
      100,
    );
    await page.close();
  });
});

test('the worst case fits into a comment', () => {
  const { body } = fitComment(makeReport([sections['the worst case']]));
  expect(body.length).toBeLessThanOrEqual(60_000);
  expect(body).toContain('200 tables changed');
});

function count(page: Page, selector: string): Promise<number> {
  return measure(page, `document.querySelectorAll('${selector}').length`);
}
