/** As much of XML as S3 answers: elements with texts, no attributes that matter, no document types. */

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element, or undefined for what is not well-formed or holds a document type. */
export function parseXml(text: string): XmlElement | undefined {
  const root: OpenElement = { name: '', text: '', children: [] };
  const open: OpenElement[] = [root];
  const token = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>|([^<]+)|</gy;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [whole, slash, name, selfClosing, content] = match;
    const top = open.at(-1);
    if (top === undefined || whole === '<') return undefined;
    if (content !== undefined) top.text += decodeEntities(content);
    else if (name === undefined) continue;
    else if (slash === '/') {
      if (open.length < 2 || top.name !== name) return undefined;
      open.pop();
    } else {
      const element: OpenElement = { name, text: '', children: [] };
      top.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole: string, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Of the first child of that name; empty when there is none. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return element?.children.find((child) => child.name === name)?.text ?? '';
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
