/**
 * Characters that a reader cannot see, or that reorder what he sees ("Trojan Source", CVE-2021-42574): bidirectional
 * controls, zero-width and filler characters, tags, and halves of surrogate pairs. U+FE0F and U+200D between two
 * pictographs belong to ordinary emoji and stay.
 */
const unseen =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant, not what they join into
  /(?<!\p{Extended_Pictographic}\u{FE0F}?)\u{200D}|\u{200D}(?!\p{Extended_Pictographic})|[\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180B}-\u{180F}\u{200B}\u{200C}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FE00}-\u{FE0E}\u{FEFF}\u{FFA0}\u{FFF0}-\u{FFFB}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]|\p{Cs}/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001F\u007F-\u009F]/g;

/** Like `visible`, but tabs and line ends stay as they are (as `\n`): for blocks of code. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(control, (found) => (found === '\n' || found === '\t' ? found : picture(found)))
    .replace(unseen, (found) => codePointName(found));
}

/** The same text on one line, with every control, bidirectional and zero-width character shown as a symbol. */
export function visible(text: string): string {
  return visibleLines(text).replace(/[\n\t]/g, (found) => (found === '\n' ? '⏎' : '␉'));
}

/** Prose on one line: white space folds to one space, what cannot be seen is shown. */
export function prose(text: string): string {
  return visibleLines(text).replace(/\s+/g, ' ').trim();
}

/** Keeps both ends of a text that is longer than `max` code units; names differ at their ends. */
export function cutMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = Math.max(0, max - 1);
  const tail = Math.floor(kept / 2);
  const head = wholePairs(text.slice(0, kept - tail));
  return `${head}…${tail === 0 ? '' : wholePairs(text.slice(-tail))}`;
}

/** Keeps the start of a text that is longer than `max` code units. */
export function cutEnd(text: string, max: number): string {
  return text.length <= max ? text : `${wholePairs(text.slice(0, Math.max(0, max - 1)))}…`;
}

/** Drops a half of a surrogate pair that a cut has left at either end. */
function wholePairs(text: string): string {
  return text.replace(/^[\u{DC00}-\u{DFFF}]|[\u{D800}-\u{DBFF}]$/gu, '');
}

/** U+2400 and following are pictures of the C0 control characters. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : codePointName(character);
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
