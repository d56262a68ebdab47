/** How long restores took, drill by drill: for the step summary (Mermaid) and as a picture of its own (SVG). */

import { formatDuration } from '../../duration.ts';
import { cutEnd, visible } from '../../report/visible-text.ts';
import type { DrillRecord, DrillVerdict } from './drill.ts';

/** Bars that still have a readable label. */
export const mostBars = 24;

interface Bar {
  readonly label: string;
  readonly seconds: number;
  readonly verdict: DrillVerdict;
}

/** Oldest first. @param history newest first */
function barsOf(history: readonly DrillRecord[]): readonly Bar[] {
  return history
    .slice(0, mostBars)
    .toReversed()
    .map(({ startedAt, rtoSeconds, verdict }) => ({
      label: startedAt.slice(5, 10),
      seconds: rtoSeconds,
      verdict,
    }));
}

/**
 * Of verified drills only: what broke off measured nothing. Undefined with fewer than two of them.
 * @param maxRto seconds; 0 = none
 */
export function rtoDiagram(history: readonly DrillRecord[], maxRto: number): string | undefined {
  const bars = barsOf(history.filter(({ verdict }) => verdict === 'verified'));
  if (bars.length < 2) return undefined;
  const top = axisTop(Math.max(...bars.map(({ seconds }) => seconds), maxRto));
  // Two bars of one day need labels of their own: Mermaid draws equal ones on one place.
  const labels = bars.map(({ label }, index) => {
    const before = bars.slice(0, index).filter((bar) => bar.label === label).length;
    return `"${label}${before === 0 ? '' : ` (${before + 1})`}"`;
  });
  return [
    'xychart-beta',
    '  title "Time to restore, in seconds"',
    `  x-axis [${labels.join(', ')}]`,
    `  y-axis "seconds" 0 --> ${top}`,
    `  bar [${bars.map(({ seconds }) => seconds).join(', ')}]`,
    ...(maxRto === 0 ? [] : [`  line [${bars.map(() => maxRto).join(', ')}]`]),
  ].join('\n');
}

const size = { width: 760, height: 300, left: 70, right: 20, top: 54, bottom: 56 } as const;

const barClasses: Readonly<Record<DrillVerdict, string>> = {
  verified: 'ok',
  failed: 'bad',
  'could-not-verify': 'unknown',
};

/** Colours have a contrast of 3:1 at least on either ground; text 4.5:1. The verdict is told by a mark too. */
const style = `
  svg { color-scheme: light dark; background: #ffffff; }
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 15px; font-weight: 600; }
  .quiet { fill: #59636e; }
  .grid { stroke: #d1d9e0; }
  .limit { stroke: #cf222e; stroke-dasharray: 6 4; stroke-width: 1.5; }
  .ok { fill: #1a7f37; } .bad { fill: #cf222e; } .unknown { fill: #9a6700; }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; }
    text { fill: #f0f6fc; }
    .quiet { fill: #9198a1; }
    .grid { stroke: #3d444d; }
    .limit { stroke: #ff7b72; }
    .ok { fill: #3fb950; } .bad { fill: #ff7b72; } .unknown { fill: #d29922; }
  }`;

export interface ChartOptions {
  readonly series: string;
  /** Seconds; 0 = none. */
  readonly maxRto: number;
}

/** A whole SVG file, without anything that runs or is loaded from elsewhere. Every drill has a bar, those that failed too. */
export function rtoSvg(history: readonly DrillRecord[], { series, maxRto }: ChartOptions): string {
  const bars = barsOf(history);
  const top = axisTop(Math.max(...bars.map(({ seconds }) => seconds), maxRto, 0.1));
  const title = `Time to restore ${cutEnd(visible(series), 60)}`;
  const y = (seconds: number) =>
    size.height - size.bottom - (seconds / top) * (size.height - size.top - size.bottom);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="${escapeXml(title)}">
<style>${style}
</style>
<text class="title" x="${size.left}" y="26">${escapeXml(title)}</text>
<text class="quiet" x="${size.left}" y="43">${escapeXml(subtitle(bars, maxRto))}</text>
${[0, 0.25, 0.5, 0.75, 1].map((part) => gridLine(part * top, y)).join('\n')}
${bars.map((bar, index) => barOf(bar, { index, count: bars.length, y })).join('\n')}
${maxRto === 0 ? '' : `<line class="limit" x1="${size.left}" x2="${size.width - size.right}" y1="${rounded(y(maxRto))}" y2="${rounded(y(maxRto))}"/>`}
</svg>
`;
}

function subtitle(bars: readonly Bar[], maxRto: number): string {
  if (bars.length === 0) return 'No drill yet';
  const limit = maxRto === 0 ? '' : `, at most ${formatDuration(maxRto * 1000)} (dashed)`;
  return `Download to last comparison, by day of the drill${limit}`;
}

function gridLine(seconds: number, y: (seconds: number) => number): string {
  const at = rounded(y(seconds));
  return `<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${at}" y2="${at}"/><text class="quiet" x="${size.left - 8}" y="${at + 4}" text-anchor="end">${escapeXml(formatDuration(seconds * 1000))}</text>`;
}

interface BarPlace {
  readonly index: number;
  readonly count: number;
  y(seconds: number): number;
}

function barOf({ label, seconds, verdict }: Bar, { index, count, y }: BarPlace): string {
  const slot = (size.width - size.left - size.right) / count;
  const width = Math.min(36, slot * 0.66);
  const middle = size.left + slot * (index + 0.5);
  const at = y(seconds);
  const floor = size.height - size.bottom;
  const mark = { verified: '✓', failed: '✗', 'could-not-verify': '?' }[verdict];
  // Labels of 38 px; where slots are narrower every second one is left away.
  const isLabelled = slot >= 40 || (count - 1 - index) % 2 === 0;
  return [
    `<rect class="${barClasses[verdict]}" x="${rounded(middle - width / 2)}" y="${rounded(at)}" width="${rounded(width)}" height="${rounded(Math.max(1, floor - at))}" rx="2"/>`,
    `<text class="${barClasses[verdict]}" x="${rounded(middle)}" y="${floor + 17}" text-anchor="middle">${mark}</text>`,
    isLabelled
      ? `<text class="quiet" x="${rounded(middle)}" y="${floor + 36}" text-anchor="middle">${escapeXml(label)}</text>`
      : '',
  ].join('');
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function axisTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return Number((step * power).toPrecision(6));
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in XML, escaped or not; `visible` has shown them by then. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => xmlEntities[found] ?? found);
}
