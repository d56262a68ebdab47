/** What can be measured of a comment's page in a browser. */
import type { Page } from 'playwright-core';

/** What a script of the page gives, which must be a number. */
export async function measure(page: Page, script: string): Promise<number> {
  const value: unknown = await page.evaluate(script);
  if (typeof value !== 'number') throw new Error(`${script} gave no number`);
  return value;
}

/** Columns of pixels that the page is wider than its window. */
export const overflow = 'document.documentElement.scrollWidth - window.innerWidth';

/** Parts of the comment that stand out of its frame, where they are not inside something that scrolls. */
export const outside = `(() => {
  const frame = document.querySelector('.comment').getBoundingClientRect();
  return [...document.querySelectorAll('.markdown *')].filter((part) => {
    if (part.closest('.scroll, pre')?.contains(part) && !part.matches('.scroll, pre')) return false;
    const box = part.getBoundingClientRect();
    return box.width > 0 && (box.right > frame.right + 0.5 || box.left < frame.left - 0.5);
  }).length;
})()`;

/** The lowest contrast (WCAG 2.1, 1.4.3) between a text and what is behind it. */
export const lowestContrast = `(() => {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
  });
  const background = (part) => {
    const own = parse(getComputedStyle(part).backgroundColor);
    return part.parentElement === null ? own : over(own, background(part.parentElement));
  };
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ({ r, g, b }) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const texts = [...document.querySelectorAll('main *')].filter((part) =>
    [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''),
  );
  return Math.min(...texts.map((part) => {
    const [a, b] = [luminance(parse(getComputedStyle(part).color)), luminance(background(part))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }));
})()`;
