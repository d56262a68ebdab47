import { cutEnd, cutMiddle, prose, visible, visibleLines } from './visible-text.ts';

/** Lengths in UTF-16 code units after which untrusted text is cut. */
export const textLimits = { name: 160, line: 300, paragraph: 2_000, url: 2_000 } as const;

/** Drawn as nothing, but it ends a word: GitHub's filters that run on the finished HTML no longer see a reference. */
const wordBreak = '\u200B';

/**
 * What GitHub turns into a link, a mention or a picture after Markdown is done, so that escaping does not help:
 * mentions, `#1`, `GH-1`, commit SHAs, bare URLs and `:emoji:`.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function breakReferences(text: string): string {
  return text
    .replace(/(?<![0-9a-z])(?=\d*[a-f])[0-9a-f]{7,}(?![0-9a-z])/gi, (sha) =>
      sha.replace(/.{6}(?=.)/g, `$&${wordBreak}`),
    )
    .replace(/@(?=\S)/g, `@${wordBreak}`)
    .replace(/#(?=\d)/g, `#${wordBreak}`)
    .replace(/(GH-)(?=\d)/gi, `$1${wordBreak}`)
    .replace(/:(?=\/\/)/g, `:${wordBreak}`)
    .replace(/(www)(?=\.)/gi, `$1${wordBreak}`)
    .replace(/(mailto|xmpp)(?=:)/gi, `$1${wordBreak}`)
    .replace(/:(?=[a-z0-9_+-]+:)/gi, `:${wordBreak}`);
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  [wordBreak]: '&#8203;',
  // The form that GitHub documents for a dollar sign that does not start a formula.
  $: '<span>$</span>',
};

/** Entities where a backslash would be read twice (a table cell is split before its text is read). */
const markdownEscapes: Readonly<Record<string, string>> = {
  ...htmlEntities,
  '|': '&#124;',
  '\\': '&#92;',
  '`': '&#96;',
  '*': '\\*',
  _: '\\_',
  // Not by a backslash: inside a link's text some parsers read the text again without it.
  '[': '&#91;',
  ']': '&#93;',
  '~': '\\~',
  '#': '\\#',
};

/** Untrusted prose as Markdown on one line, safe anywhere: in a cell, a list item, a heading, at a line's start. */
export function escapeText(text: string, max: number = textLimits.paragraph): string {
  return breakReferences(proseUpTo(text, max))
    .replace(
      /[&<>"'$|\\`*[\]~#\u200B]|(?<![a-z0-9])_|_(?![a-z0-9])/gi,
      (found) => markdownEscapes[found] ?? found,
    )
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Cut before as well as after: white space folds, but nothing is gained from reading megabytes for one line. */
function proseUpTo(text: string, max: number): string {
  return cutEnd(prose(cutEnd(text, 4 * max)), max);
}

/** Untrusted prose as HTML on one line, for the places where Markdown is not read (`<summary>`). */
export function escapeHtml(text: string, max: number = textLimits.paragraph): string {
  return breakReferences(proseUpTo(text, max)).replace(
    /[&<>"'$\u200B]/g,
    (found) => htmlEntities[found] ?? found,
  );
}

/** An untrusted name as inline code, in Markdown. Line ends are shown; nothing in it is a mention or a link. */
export function inlineCode(name: string, max: number = textLimits.name): string {
  const text = codeText(name, max);
  if (text.includes('|')) return codeWithPipes(text);
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** An untrusted name as inline code, in HTML, for the places where Markdown is not read (`<summary>`). */
export function htmlCode(name: string, max: number = textLimits.name): string {
  const escaped = codeText(name, max).replace(/[&<>"']/g, (found) => htmlEntities[found] ?? found);
  return `<code>${escaped}</code>`;
}

/** A pipe ends a table cell even in inline code, and escaping it there is read differently by different parsers. */
function codeWithPipes(text: string): string {
  const escaped = breakReferences(text).replace(/[&<>"'$|\\`*_[\]~#\u200B]/g, (found) => {
    return found === '$' ? '<span>$</span>' : `&#${found.charCodeAt(0)};`;
  });
  return `<code>${escaped}</code>`;
}

/** An empty name would leave two bare backticks. A comment mark is broken so that no code can plant our own marker. */
function codeText(name: string, max: number): string {
  const text = breakCommentMarks(visible(cutMiddle(name, max)));
  return text.trim() === '' ? `"${text}"` : text;
}

function breakCommentMarks(text: string): string {
  return breakCommentStarts(text).replace(/--(!?)>/g, '--$1›');
}

function breakCommentStarts(text: string): string {
  return text.replace(/<!-/g, '‹!-');
}

/** GitHub draws these instead of showing them. */
const drawnLanguages: ReadonlySet<string> = new Set(['mermaid', 'math', 'geojson', 'topojson', 'stl']);

/** Untrusted text as a fenced code block that it cannot leave. */
export function fencedCode(text: string, language: string): string {
  const safeLanguage =
    /^[a-z][a-z0-9+-]{0,19}$/.test(language) && !drawnLanguages.has(language) ? language : '';
  return fence(breakCommentMarks(visibleLines(text)), safeLanguage);
}

/**
 * A diagram for GitHub to draw. Directives (`%%{init: …}%%`) are not let through: they change how it is drawn. The end of a
 * comment stays, since it is Mermaid's arrow; without a start it ends nothing.
 */
export function fencedMermaid(text: string): string {
  return fence(breakCommentStarts(visibleLines(text)).replace(/%%\{/g, '%% {'), 'mermaid');
}

function fence(text: string, language: string): string {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${marks}${language}\n${withoutLastLineEnds(text)}\n${marks}`;
}

/** Not by a regular expression: `\\n+$` takes quadratic time where many line ends are not the last ones. */
function withoutLastLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

/** The address if it is https without credentials and not overlong, written so that no Markdown or HTML is in it. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const written = url.href.replace(
    /[^\w\-.~:/?#@!&=+,;%]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return written.length <= textLimits.url ? written : undefined;
}

/** A Markdown link; the bare text where the address is not an https one. `label` is finished Markdown. */
export function linkTo(label: string, address: string | undefined): string {
  const url = address === undefined ? undefined : safeUrl(address);
  return url === undefined ? label : `[${label}](<${url.replaceAll('&', '&amp;')}>)`;
}
