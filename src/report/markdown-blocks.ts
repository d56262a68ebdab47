import { escapeHtml, escapeText, fencedCode, fencedMermaid, inlineCode, linkTo } from './escape.ts';
import type { Block, PlainBlock, Text } from './section.ts';
import { cutEnd, visibleLines } from './visible-text.ts';

/** `unfolded` leaves out what is folded, `brief` code and diagrams too, and shortens tables and lists. */
export type BlockDetail = 'whole' | 'unfolded' | 'brief';

const briefRows = 10;
const longestCode = 500_000;
const longestText = 50_000;

/** The blocks of one section, or an empty string where nothing is left. */
export function renderBlocks(blocks: readonly Block[], detail: BlockDetail = 'whole'): string {
  const rows = detail === 'brief' ? briefRows : Number.POSITIVE_INFINITY;
  return blocks
    .filter((block) => detail === 'whole' || block.kind !== 'details')
    .map((block) => (block.kind === 'details' ? details(block) : renderBlock(block, rows)))
    .filter((block) => block !== '')
    .join('\n\n');
}

export function hasDetails(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'details');
}

/** Whether the brief form of these blocks says less than the whole. */
export function hasMoreThanBrief(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'code' || block.kind === 'mermaid' || block.kind === 'details') return true;
    if (block.kind === 'list') return block.items.length > briefRows;
    return block.kind !== 'text' && block.rows.length > briefRows;
  });
}

/** One line of Markdown, safe in a table cell. */
export function renderText(text: Text, max?: number): string {
  if (typeof text === 'string') return escapeText(text, max);
  if ('lines' in text) return text.lines.map((line) => renderText(line, max)).join('<br>');
  if ('code' in text) return inlineCode(text.code);
  return linkTo(escapeText(text.text, max), text.link);
}

/** A folded part of the document. `summary` is finished HTML on one line, `body` finished Markdown. */
export function folded(summary: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function details({ title, blocks }: Extract<Block, { kind: 'details' }>): string {
  const body = renderBlocks(blocks);
  return body === '' ? '' : folded(escapeHtml(title), body);
}

function renderBlock(block: PlainBlock, rows: number): string {
  switch (block.kind) {
    case 'text':
      return typeof block.text === 'string' ? paragraphs(block.text) : renderText(block.text);
    case 'list':
      return listLines(
        block.items.slice(0, rows).map((item) => renderText(item)),
        block.items.length,
      );
    case 'facts':
      return listLines(
        block.rows.slice(0, rows).map(([label, value]) => `**${escapeText(label)}:** ${renderText(value)}`),
        block.rows.length,
      );
    case 'table':
      return captioned(block.caption, table(block, rows));
    case 'code':
      return rows === Number.POSITIVE_INFINITY
        ? captioned(block.caption, fencedCode(cutEnd(block.text, longestCode), block.language))
        : '';
    case 'mermaid':
      return rows === Number.POSITIVE_INFINITY ? captioned(block.caption, fencedMermaid(block.text)) : '';
  }
}

/** An empty line ends a paragraph, a line end is kept. */
function paragraphs(text: string): string {
  return visibleLines(cutEnd(text, longestText))
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => escapeText(line))
        .filter((line) => line !== '')
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function listLines(items: readonly string[], total: number): string {
  const lines = items.map((item) => `- ${item}`);
  return [...lines, ...moreLine(total - items.length, (words) => `- ${words}`)].join('\n');
}

function table(block: Extract<PlainBlock, { kind: 'table' }>, limit: number): string {
  const { columns } = block;
  if (columns.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = block.rows
    .slice(0, limit)
    .map((row) => line(columns.map((_column, index) => withWholeQuantities(renderText(row[index] ?? '')))));
  const head = [
    line(columns.map(({ title }) => escapeText(title))),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))),
  ];
  const more = moreLine(block.rows.length - rows.length, (words) => `\n${words}`);
  return [...head, ...rows, ...more].join('\n');
}

const codeOrQuantity =
  /(`+).*?(?<!`)\1(?!`)|<code>.*?<\/code>|(?<number>\d) (?=(?:ms|s|min|h|d|bytes|[kMGT]B|M|bn|rows?)\b)/g;

/** In a narrow cell a number is not parted from its unit. Not in code, where the entity would be shown. */
function withWholeQuantities(cell: string): string {
  return cell.replace(codeOrQuantity, (found: string, _fence: string, number: string | undefined) =>
    number === undefined ? found : `${number}&nbsp;`,
  );
}

function moreLine(count: number, render: (words: string) => string): readonly string[] {
  return count > 0 ? [render(`… and ${count} more`)] : [];
}

function captioned(caption: string | undefined, block: string): string {
  return caption === undefined || block === '' ? block : `**${escapeText(caption)}**\n\n${block}`;
}

/** The title of a folded part. */
export function boldHtml(text: string): string {
  return `<b>${escapeHtml(text)}</b>`;
}
