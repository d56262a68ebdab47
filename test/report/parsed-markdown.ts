import { marked } from 'marked';

/** Markdown as GitHub's flavour reads it, as HTML. */
export function toHtml(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false });
}

/** Names of the tags in the order they stand, closing ones with a slash. `span` only carries a dollar sign. */
export function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*>|<!--|<[!?]/gi)]
    .map(([whole, name]) => (name ?? whole).toLowerCase())
    .filter((name) => name !== 'span' && name !== '/span');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/** What a reader sees, with entities read. The invisible word breaks stay. */
export function shownText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#\d+|amp|lt|gt|quot|nbsp);/g, (whole, name) =>
      name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (named[name] ?? whole),
    );
}

export function withoutBreaks(text: string): string {
  return text.replaceAll('\u200B', '');
}
