import { Marked } from 'marked';

/**
 * A page that shows Markdown as a comment on a pull request, for the demo and for the picture in the README.
 * It stands alone: no network, no script. The Markdown is our own report's, which holds no HTML but ours.
 */
export interface CommentPageOptions {
  /** The pull request, such as `Search in drafts`. */
  readonly title?: string;
  readonly pullRequest?: number;
  /** Drawn Mermaid diagrams by their text; one without a drawing is shown as its text. */
  readonly diagrams?: ReadonlyMap<string, Diagram>;
}

/** SVG for each of the reader's colour schemes, as GitHub draws it. */
export interface Diagram {
  readonly light: string;
  readonly dark: string;
}

/** The texts of the Mermaid diagrams in a Markdown document, in their order. */
export function diagramTexts(markdown: string): readonly string[] {
  const texts: string[] = [];
  const collect = (text: string) => {
    texts.push(text);
    return undefined;
  };
  parse(markdown, collect);
  return texts;
}

/** @param drawing HTML in the place of a Mermaid diagram; undefined leaves it as text */
function parse(markdown: string, drawing: (text: string) => string | undefined): string {
  const marked = new Marked({
    gfm: true,
    breaks: true,
    async: false,
    renderer: {
      code: ({ lang, text }) => (lang === 'mermaid' ? (drawing(text) ?? false) : false),
    },
  });
  return marked.parse(markdown, { async: false });
}

export function renderHtmlPage(markdown: string, options: CommentPageOptions = {}): string {
  const html = parse(markdown, (text) => {
    const diagram = options.diagrams?.get(text);
    if (diagram === undefined) return undefined;
    return `<div class="diagram light">${diagram.light}</div><div class="diagram dark">${diagram.dark}</div>`;
  });
  const body = drawSymbols(withColouredSql(withScrollingTables(html)));
  const title = escapeHtml(options.title ?? 'Preview database');
  const number =
    options.pullRequest === undefined ? '' : `<span class="number">#${options.pullRequest}</span>`;
  const heading = options.title === undefined ? '' : `<h1>${title} ${number}</h1>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${styles}</style>
</head>
<body>
<main>
${heading}
<div class="timeline-item">
<div class="avatar" aria-hidden="true">${avatar}</div>
<article class="comment">
<header><strong>github-actions</strong> <span class="label">bot</span> <span class="muted">commented</span></header>
<div class="markdown">
${body}
</div>
</article>
</div>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

function withScrollingTables(html: string): string {
  return html.replace(/<table>/g, '<div class="scroll"><table>').replace(/<\/table>/g, '</table></div>');
}

const sqlTokens =
  /(?<comment>--[^\n]*)|(?<string>&#39;[^\n]*?&#39;)|(?<name>&quot;[^\n]*?&quot;)|(?<number>\b\d+\b)|\b(?<keyword>add|alter|analyze|as|begin|by|column|commit|concurrently|constraint|create|default|delete|drop|exists|extension|foreign|from|group|if|in|index|insert|into|is|key|not|null|on|or|order|primary|references|reindex|select|set|table|unique|update|using|vacuum|values|where|with)\b/gi;

/** GitHub colours SQL: keywords, strings, quoted names, numbers, comments. */
function withColouredSql(html: string): string {
  return html.replace(
    /(<pre><code class="language-sql">)([^<]*)(<\/code><\/pre>)/g,
    (...match: readonly string[]) => {
      const [, start = '', code = '', end = ''] = match;
      return `${start}${code.replace(sqlTokens, colouredToken)}${end}`;
    },
  );
}

function colouredToken(...match: readonly unknown[]): string {
  const groups = match.at(-1);
  const kind = Object.entries(Object(groups)).find(([, text]) => text !== undefined)?.[0] ?? '';
  return `<span class="sql-${kind}">${String(match[0])}</span>`;
}

function symbol(name: string, drawing: string): string {
  return `<svg class="symbol" role="img" aria-label="${name}" viewBox="0 0 16 16">${drawing}</svg>`;
}

/** A machine without an emoji font would show boxes: the report's symbols are drawn. */
const symbols: Readonly<Record<string, string>> = {
  '✅': symbol(
    'passed',
    '<rect width="16" height="16" rx="3.5" fill="#1f883d"/><path d="M4 8.3l2.7 2.7L12 5.4" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
  '⚠️': symbol(
    'warning',
    '<path d="M7.1 1.6a1 1 0 0 1 1.8 0l6.4 12a1 1 0 0 1-.9 1.4H1.6a1 1 0 0 1-.9-1.4z" fill="#f5b301"/><path d="M8 5.6v4.2" stroke="#1f2328" stroke-width="1.7" stroke-linecap="round"/><circle cx="8" cy="12.3" r="1" fill="#1f2328"/>',
  ),
  '❌': symbol(
    'failed',
    '<path d="M3 3l10 10M13 3L3 13" stroke="#d1242f" stroke-width="3" stroke-linecap="round"/>',
  ),
  ℹ️: symbol(
    'notice',
    '<circle cx="8" cy="8" r="8" fill="#0969da"/><circle cx="8" cy="4.5" r="1.1" fill="#fff"/><path d="M8 7.4v4.4" stroke="#fff" stroke-width="1.9" stroke-linecap="round"/>',
  ),
  '⏭️': symbol(
    'skipped',
    '<rect width="16" height="16" rx="3.5" fill="#818b98"/><path d="M4 4.5v7L8.3 8zM8 4.5v7L12.3 8z" fill="#fff"/>',
  ),
  '⏳': symbol(
    'running',
    '<circle cx="8" cy="8" r="6.6" fill="none" stroke="#bf8700" stroke-width="2"/><path d="M8 4.4V8l2.4 1.6" fill="none" stroke="#bf8700" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
  '🗑️': symbol(
    'deleted',
    '<path d="M2.5 4.2h11M6 4V2.2h4V4M4 4.4l.7 9.4h6.6l.7-9.4M6.7 7v4.4M9.3 7v4.4" fill="none" stroke="#818b98" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
};

function drawSymbols(html: string): string {
  const any = new RegExp(Object.keys(symbols).join('|'), 'gu');
  return html.replace(any, (found) => symbols[found] ?? found);
}

const avatar =
  '<svg viewBox="0 0 40 40"><rect width="40" height="40" rx="20" fill="#24292f"/><circle cx="14" cy="14" r="4.2" fill="none" stroke="#2f81f7" stroke-width="2.6"/><circle cx="26" cy="26" r="4.2" fill="none" stroke="#2f81f7" stroke-width="2.6"/><path d="M14 18.5v3.2a4.3 4.3 0 0 0 4.3 4.3h3.2" fill="none" stroke="#2f81f7" stroke-width="2.6"/></svg>';

/** GitHub's colours and measures, light and dark. */
const styles = `
:root {
  --page: #ffffff; --text: #1f2328; --muted: #59636e; --border: #d1d9e0; --header: #f6f8fa; --code: #818b981f;
  --block: #f6f8fa; --link: #0969da; --quote: #d1d9e0; --stripe: #f6f8fa;
  --keyword: #cf222e; --string: #0a3069; --number: #0550ae; --comment: #59636e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #f0f6fc; --muted: #9198a1; --border: #3d444d; --header: #151b23; --code: #656c7633;
    --block: #151b23; --link: #4493f8; --quote: #3d444d; --stripe: #151b23;
    --keyword: #ff7b72; --string: #a5d6ff; --number: #79c0ff; --comment: #9198a1;
  }
}
* { box-sizing: border-box; }
html { background: var(--page); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Open Sans", Helvetica, Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji"; }
main { max-width: 940px; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 26px; font-weight: 400; margin: 0 0 20px; overflow-wrap: anywhere; }
h1 .number { color: var(--muted); font-weight: 300; }
.timeline-item { display: flex; gap: 16px; align-items: flex-start; }
.avatar svg { display: block; width: 40px; height: 40px; }
.comment { flex: 1; min-width: 0; border: 1px solid var(--border); border-radius: 6px; position: relative; background: var(--page); }
.comment > header { padding: 8px 16px; background: var(--header); border-bottom: 1px solid var(--border); border-radius: 6px 6px 0 0; }
.comment::before, .comment::after { content: ""; position: absolute; top: 12px; border: 8px solid transparent; border-left: 0; }
.comment::before { left: -8px; border-right-color: var(--border); }
.comment::after { left: -7px; border-right-color: var(--header); }
.muted { color: var(--muted); }
.label { display: inline-block; padding: 0 7px; font-size: 12px; line-height: 18px; font-weight: 500; color: var(--muted); border: 1px solid var(--border); border-radius: 2em; }
.markdown { padding: 16px; overflow-wrap: break-word; }
.markdown > :last-child { margin-bottom: 0; }
.markdown h3 { font-size: 1.25em; font-weight: 600; line-height: 1.25; margin: 0 0 16px; }
.markdown h4 { font-size: 1em; font-weight: 600; line-height: 1.25; margin: 24px 0 16px; }
.markdown p, .markdown ul, .markdown ol, .markdown blockquote, .markdown pre, .markdown .scroll, .markdown details { margin: 0 0 16px; }
.markdown ul, .markdown ol { padding-left: 2em; }
.markdown li + li { margin-top: .25em; }
.markdown a { color: var(--link); text-decoration: underline; text-underline-offset: .2rem; }
.markdown b, .markdown strong { font-weight: 600; }
.markdown code { font: 85%/1.5 ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; padding: .2em .4em; background: var(--code); border-radius: 6px; white-space: break-spaces; overflow-wrap: anywhere; }
.markdown pre { padding: 16px; overflow: auto; background: var(--block); border-radius: 6px; line-height: 1.45; }
.markdown pre code { padding: 0; background: none; white-space: pre; overflow-wrap: normal; }
.sql-keyword { color: var(--keyword); } .sql-string, .sql-name { color: var(--string); } .sql-number { color: var(--number); } .sql-comment { color: var(--comment); }
.markdown blockquote { padding: 0 1em; color: var(--muted); border-left: .25em solid var(--quote); }
.markdown blockquote > :last-child, .markdown details > :last-child { margin-bottom: 0; }
.markdown .scroll { overflow-x: auto; }
.markdown table { border-collapse: collapse; }
.markdown th, .markdown td { padding: 6px 13px; border: 1px solid var(--border); }
.markdown th { font-weight: 600; }
.markdown tr:nth-child(2n) td { background: var(--stripe); }
.markdown td code { overflow-wrap: normal; }
.markdown summary { cursor: pointer; overflow-wrap: anywhere; }
.markdown details[open] > summary { margin-bottom: 8px; }
.markdown sub { font-size: 75%; color: var(--muted); vertical-align: baseline; }
.diagram { margin: 0 0 16px; padding: 8px; border: 1px solid var(--border); border-radius: 6px; }
.diagram svg { display: block; width: 100%; height: auto; }
.diagram.dark { display: none; }
@media (prefers-color-scheme: dark) { .diagram.dark { display: block; } .diagram.light { display: none; } }
.symbol { width: 1.05em; height: 1.05em; vertical-align: -.16em; }
@media (max-width: 600px) {
  main { padding: 16px 8px; }
  .timeline-item { display: block; }
  .avatar, .comment::before, .comment::after { display: none; }
}
`;
