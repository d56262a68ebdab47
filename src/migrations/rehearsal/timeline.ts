/** Who is blocked when, as a Mermaid diagram. */
import { formatDuration } from '../../duration.ts';
import type { PlainBlock } from '../../report/section.ts';
import { columnsOf } from '../../report/terminal-text.ts';
import { cutMiddle, visible } from '../../report/visible-text.ts';
import { blockedBy } from './lock-mode.ts';
import type { HeldLock, MeasuredStatement } from './measurement.ts';
import { relationName } from './relation-words.ts';
import { isStall, shortestStallMs } from './statement-facts.ts';

/** One wait: from when the lock was taken until the end of its transaction, in whole milliseconds. */
interface Bar {
  readonly table: string;
  readonly blocks: 'reads and writes' | 'writes';
  readonly start: number;
  readonly end: number;
}

const mostBars = 12;
const longestName = 32;

/** A row for each wait, under its table; undefined where nobody waits long enough to notice. */
export function timeline(statements: readonly MeasuredStatement[]): PlainBlock | undefined {
  const bars = withoutCovered(statements.flatMap(barsOf));
  if (bars.length === 0) return undefined;
  const shown = bars.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, mostBars);
  return {
    kind: 'mermaid',
    text: ganttOf(shown.toSorted((a, b) => a.start - b.start)),
    caption: captionOf(shown.length, bars.length),
  };
}

function captionOf(shown: number, all: number): string {
  const which =
    shown < all ? `the ${shown} longest of ${all} waits` : `waits of ${shortestStallMs} ms and more`;
  return `Who waits when: ${which}, since the first statement (red: reads and writes, grey: writes)`;
}

function barsOf({ locks, startMs }: MeasuredStatement): readonly Bar[] {
  const stalls = locks.filter(isStall);
  return stalls
    .filter((lock) => !isPartitionOf(lock, stalls))
    .map(({ relation, mode, heldMs }) => {
      const start = Math.round(startMs);
      return {
        table: relationName(relation),
        blocks: blockedBy(mode).reads ? 'reads and writes' : 'writes',
        start,
        end: Math.max(start + 1, Math.round(startMs + heldMs)),
      };
    });
}

/** Partitions are locked with their table, in the same way: a hundred bars would say what one says. */
function isPartitionOf({ relation, mode }: HeldLock, locks: readonly HeldLock[]): boolean {
  return locks.some(
    (lock) =>
      lock.relation.kind === 'partitioned table' &&
      lock.mode === mode &&
      relation.schema === lock.relation.schema &&
      relation.name.startsWith(`${lock.relation.name}_`),
  );
}

function lengthOf({ start, end }: Bar): number {
  return end - start;
}

/** A transaction that locks a table twice blocks it once. */
function withoutCovered(bars: readonly Bar[]): readonly Bar[] {
  const covers = (outer: Bar, inner: Bar) =>
    outer.table === inner.table &&
    outer.start <= inner.start &&
    outer.end >= inner.end &&
    (outer.blocks === inner.blocks || inner.blocks === 'writes');
  return bars.filter(
    (bar, index) =>
      !bars.some(
        (other, place) => place !== index && covers(other, bar) && (place < index || !covers(bar, other)),
      ),
  );
}

function ganttOf(bars: readonly Bar[]): string {
  const axis = axisOf(Math.max(...bars.map(({ end }) => end)) - Math.min(...bars.map(({ start }) => start)));
  const tables = [...new Set(bars.map(({ table }) => table))];
  const time = (milliseconds: number) => Math.round(milliseconds / axis.scale);
  const sections = tables.flatMap((table) => [
    `  section ${mermaidText(table)}`,
    ...bars
      .filter((bar) => bar.table === table)
      .map(({ blocks, start, end }) => {
        // Not `active`, whose label is dark on dark where it stands beside its bar.
        const tag = blocks === 'writes' ? 'done' : 'crit';
        const words = `${blocks} ${formatDuration(end - start)}`;
        return `    ${words} :${tag}, ${time(start)}, ${Math.max(time(start) + 1, time(end))}`;
      }),
  ]);
  return [
    // Mermaid's own margin has room for eleven letters; a longer name would run into the bars.
    ...['---', 'config:', '  gantt:', `    leftPadding: ${leftPadding(tables)}`, '---'],
    'gantt',
    '  dateFormat x',
    `  axisFormat ${axis.format}`,
    `  tickInterval ${axis.tick}`,
    '  todayMarker off',
    ...sections,
  ].join('\n');
}

function leftPadding(tables: readonly string[]): number {
  const longest = Math.max(...tables.map((table) => columnsOf(shownName(table))));
  return Math.max(75, 24 + Math.ceil(6.5 * longest));
}

function shownName(table: string): string {
  return cutMiddle(visible(table), longestName);
}

/**
 * Everything but letters, digits and plain punctuation as an entity code, which Mermaid reads after its own syntax.
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function mermaidText(table: string): string {
  return shownName(table).replace(/[^\p{L}\p{M}\p{N}_.-]/gu, (found) => `#${found.codePointAt(0)};`);
}

interface Axis {
  /** Milliseconds that Mermaid is told to be one. */
  readonly scale: number;
  readonly format: string;
  readonly tick: string;
}

const mostTicks = 8;
const millisecondTicks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000] as const;
const secondTicks = [
  ...[1, 2, 5, 10, 15, 30].map((count) => [count, `${count}second`] as const),
  ...[1, 2, 5, 10, 15, 30].map((count) => [60 * count, `${count}minute`] as const),
];

/**
 * Milliseconds, seconds or minutes since the beginning. `%Q` and `%s` count from it, so that no reader's time zone is
 * seen in them; there is no such format for minutes, so a second is drawn as a minute.
 */
function axisOf(spanMs: number): Axis {
  if (spanMs <= 10_000) {
    const tick = millisecondTicks.find((every) => spanMs / every <= mostTicks) ?? 2_000;
    return { scale: 1, format: '%Q ms', tick: `${tick}millisecond` };
  }
  const inMinutes = spanMs > 600_000;
  const scale = inMinutes ? 60 : 1;
  const seconds = spanMs / scale / 1_000;
  const [, tick] = secondTicks.find(([every]) => seconds / every <= mostTicks) ?? [0, '1day'];
  return { scale, format: inMinutes ? '%s min' : '%s s', tick };
}
