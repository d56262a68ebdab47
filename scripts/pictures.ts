/**
 * `npm run pictures` after `npm run demo`: the README's picture of the comment and the documentation's of a rehearsal, in
 * light and dark, by a real browser.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { rehearsalSection } from '../src/migrations/rehearsal/rehearsal-section.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import { neonhubRehearsal, productionRows } from '../test/migrations/rehearsal/fixtures/neonhub-rehearsal.ts';
import { makeReport } from '../test/report/fixtures/made-report.ts';
import { launchChromium, takePicture } from '../test/support/chromium.ts';
import { repositoryRoot } from '../test/support/consumer.ts';
import { drawDiagrams } from '../test/support/mermaid.ts';
import { diagramTexts, renderHtmlPage } from './comment-page.ts';

const images = join(repositoryRoot, 'docs/images');
const margin = 12;

interface Picture {
  readonly name: string;
  readonly scale: number;
  readonly html: string;
  /** Takes the picture of the page that shows the HTML. */
  readonly take: (page: Page) => Promise<Buffer>;
}

async function commentPicture(): Promise<Picture> {
  const html = await readFile(join(repositoryRoot, '.demo/1-opened.html'), 'utf8');
  return { name: 'comment', scale: 2, html, take: takePicture };
}

/** The section alone: what stands above it in the comment is the README's picture. */
async function rehearsalPicture(browser: Browser): Promise<Picture> {
  const section = rehearsalSection(neonhubRehearsal, productionRows);
  const markdown = renderMarkdown(makeReport([{ ...section, findings: [], status: 'failed' }]));
  const html = renderHtmlPage(markdown, { diagrams: await drawDiagrams(browser, diagramTexts(markdown)) });
  const take = async (page: Page) => {
    await takePicture(page);
    const box = await page.locator('.markdown > details').boundingBox();
    if (box === null) throw new Error('The page shows no section.');
    const { x, y, width, height } = box;
    const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    return page.screenshot({ animations: 'disabled', clip });
  };
  return { name: 'rehearsal', scale: 1.5, html, take };
}

await mkdir(images, { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, scale, html, take } of [await commentPicture(), await rehearsalPicture(browser)]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width: 920, height: 600 };
      const page = await browser.newPage({ colorScheme, viewport, deviceScaleFactor: scale });
      await page.setContent(html);
      await writeFile(join(images, `${name}-${colorScheme}.png`), await take(page));
      await page.close();
    }
  }
} finally {
  await browser.close();
}
