/**
 * `npm run pictures` after `npm run demo`: the README's picture of the comment and the documentation's of a rehearsal, in
 * light and dark, by a real browser.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { DrillRecord } from '../src/backups/drill/drill.ts';
import { drillSection } from '../src/backups/drill/drill-section.ts';
import { rehearsalSection } from '../src/migrations/rehearsal/rehearsal-section.ts';
import { renderMarkdown } from '../src/report/markdown.ts';
import type { Section } from '../src/report/section.ts';
import { madeRecord } from '../test/backups/drill/made-record.ts';
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

function rehearsalPicture(browser: Browser): Promise<Picture> {
  const section = rehearsalSection(neonhubRehearsal, productionRows);
  return sectionPicture(browser, 'rehearsal', { ...section, findings: [], status: 'failed' });
}

/** Twelve months of drills of a database that grows. */
function drillPicture(browser: Browser): Promise<Picture> {
  const history = Array.from({ length: 12 }, (_, month) => drillOfMonth(12 - month));
  const section = drillSection({
    series: 'neonhub',
    records: history.slice(0, 1),
    history,
    findings: [],
    rpo: 6 * 3600,
    maxRto: 1800,
    maxRpo: 26 * 3600,
  });
  return sectionPicture(browser, 'drill', section);
}

function drillOfMonth(month: number): DrillRecord {
  const day = `2026${String(month).padStart(2, '0')}03`;
  const backupId = `neonhub_${day}T020000Z_scheduled_ab12cd3`;
  const restore = 300 + month * 55 + (month % 3) * 40;
  return madeRecord(3, {
    id: `${day}T054100Z_${backupId}`,
    backupId,
    series: 'neonhub',
    location: month % 2 === 0 ? 's3://neonhub-backups-eu' : 's3://neonhub-backups-us',
    startedAt: `2026-${day.slice(4, 6)}-03T05:41:00.000Z`,
    finishedAt: `2026-${day.slice(4, 6)}-03T05:59:00.000Z`,
    timings: [
      { step: 'download', seconds: 71 + month * 4 },
      { step: 'restore', seconds: restore },
      { step: 'analyze', seconds: 21 + month },
      { step: 'compare', seconds: 64 + month * 5 },
      { step: 'amcheck', seconds: 33 + month * 2 },
    ],
    rtoSeconds: restore + 189 + month * 12,
    bytes: 1_200_000_000 + month * 310_000_000,
    rows: 18_000_000 + month * 2_700_000,
    tables: 31,
    notInBackup: [],
  });
}

/** The section alone: what stands above it in the comment is the README's picture. */
async function sectionPicture(browser: Browser, name: string, section: Section): Promise<Picture> {
  const markdown = renderMarkdown(makeReport([section]));
  const html = renderHtmlPage(markdown, { diagrams: await drawDiagrams(browser, diagramTexts(markdown)) });
  const take = async (page: Page) => {
    // Only what failed is unfolded by itself.
    await page
      .locator('.markdown > details')
      .first()
      .evaluate((details) => details.setAttribute('open', ''));
    await takePicture(page);
    const box = await page.locator('.markdown > details').boundingBox();
    if (box === null) throw new Error('The page shows no section.');
    const { x, y, width, height } = box;
    const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    return page.screenshot({ animations: 'disabled', clip });
  };
  return { name, scale: 1.5, html, take };
}

await mkdir(images, { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, scale, html, take } of [
    await commentPicture(),
    await rehearsalPicture(browser),
    await drillPicture(browser),
  ]) {
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
