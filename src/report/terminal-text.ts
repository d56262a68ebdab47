import { visible } from './visible-text.ts';

/** Colours of the 16 that every terminal and GitHub's log know. */
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = keyof typeof codes;

export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
  return (style, text) => (color ? `\u001B[${codes[style]}m${text}\u001B[0m` : text);
}

const zeroWidth = /^(?:\p{Mn}|\p{Me}|\u{200D})$/u;

/** East Asian wide and full-width blocks, and pictographs that are drawn as emoji. https://www.unicode.org/reports/tr11/ */
const doubleWidth =
  /^[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{A960}-\u{A97F}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF01}-\u{FF60}\u{FFE0}-\u{FFE6}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;

/** Columns that a text without escape sequences takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

function columnsOfOne(character: string): number {
  if (zeroWidth.test(character)) return 0;
  return doubleWidth.test(character) ? 2 : 1;
}

export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Keeps the start of what is wider than `columns`. */
export function clipTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines of at most `columns`, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => pieces(part, columns))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (columnsOf(joined) <= columns) line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((each, index) => each !== '' || index === 0);
}

function pieces(word: string, columns: number): readonly string[] {
  if (columnsOf(word) <= columns) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (columnsOf(part) + columnsOfOne(character) > columns) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** A name on one line, everything unseen shown. */
export function plain(text: string): string {
  return visible(text);
}

/**
 * The runner reads its commands from the log: `::name::` at a line's start, white space before it ignored, and the old
 * `##[name]` anywhere. Nothing that a report quotes may be one.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function withoutCommands(output: string): string {
  return (
    output
      // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours may stand before the command
      .replace(/^((?:[^\S\n]|\u001B\[[\d;]*m)*):(?=:)/gm, '$1: ')
      .replace(/##(?=\[)/g, '# # ')
  );
}
