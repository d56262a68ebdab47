import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import type { Diagram } from '../../scripts/comment-page.ts';

const library = createRequire(import.meta.url).resolve('@mermaid-js/tiny/dist/mermaid.tiny.js');

interface DrawOptions {
  /** CSS pixels that GitHub's frame would have. */
  readonly width?: number;
  /** IANA name of the reader's time zone. */
  readonly timezoneId?: string;
}

/** Draws Mermaid diagrams as GitHub does: strictly, in both colour schemes. Throws on a syntax error, with Mermaid's words. */
export async function drawDiagrams(
  browser: Browser,
  texts: readonly string[],
  options: DrawOptions = {},
): Promise<ReadonlyMap<string, Diagram>> {
  const { width = 850, timezoneId = 'UTC' } = options;
  const page = await browser.newPage({ viewport: { width, height: 600 }, timezoneId });
  try {
    await page.setContent('<!doctype html><body style="margin: 0"></body>');
    await page.addScriptTag({ path: library });
    const drawn = new Map<string, Diagram>();
    for (const text of texts) {
      const [light, dark] = [
        await page.evaluate(script(text, 'default')),
        await page.evaluate(script(text, 'dark')),
      ];
      drawn.set(text, { light: String(light), dark: String(dark) });
    }
    return drawn;
  } finally {
    await page.close();
  }
}

/** Elements of several drawings on one page need ids of their own. */
let count = 0;

function script(text: string, theme: 'default' | 'dark'): string {
  count += 1;
  const options = { startOnLoad: false, securityLevel: 'strict', theme, suppressErrorRendering: true };
  return `(async () => {
    mermaid.initialize(${JSON.stringify(options)});
    return (await mermaid.render('diagram-${count}', ${JSON.stringify(text)})).svg;
  })()`;
}
