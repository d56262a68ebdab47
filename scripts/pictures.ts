/** `npm run pictures` after `npm run demo`: the README's picture of the comment, in light and dark, by a real browser. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium, takePicture } from '../test/support/chromium.ts';
import { repositoryRoot } from '../test/support/consumer.ts';

const page = join(repositoryRoot, '.demo/1-opened.html');
const images = join(repositoryRoot, 'docs/images');

await mkdir(images, { recursive: true });
const html = await readFile(page, 'utf8');
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await browser.newPage({
      colorScheme,
      viewport: { width: 920, height: 600 },
      deviceScaleFactor: 2,
    });
    await tab.setContent(html);
    await writeFile(join(images, `comment-${colorScheme}.png`), await takePicture(tab));
  }
} finally {
  await browser.close();
}
