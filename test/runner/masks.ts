import { Buffer } from 'node:buffer';

type Encoder = (value: string) => string;

/**
 * Replaces secrets by `***` as the runner does: every value that was added, each of its lines, and each of these in
 * the encodings of https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs
 */
export class SecretMasker {
  readonly #added = new Set<string>();
  readonly #patterns = new Set<string>();

  /** Adds the value and each of its trimmed, non-empty lines. */
  add(value: string): void {
    this.#addOne(value);
    for (const line of value.split(/[\r\n]/)) this.#addOne(line.trim());
  }

  /** What was asked to be masked, without the encodings. */
  get values(): readonly string[] {
    return [...this.#added];
  }

  mask(text: string): string {
    const ranges = this.#ranges(text);
    let masked = '';
    let position = 0;
    for (const [start, end] of ranges) {
      masked += `${text.slice(position, start)}***`;
      position = end;
    }
    return masked + text.slice(position);
  }

  #addOne(value: string): void {
    if (value === '' || this.#added.has(value)) return;
    this.#added.add(value);
    this.#patterns.add(value);
    for (const encode of ENCODERS) {
      const encoded = encode(value);
      if (encoded !== '') this.#patterns.add(encoded);
    }
  }

  /** Start and end of what to replace; ranges that overlap or touch become one. */
  #ranges(text: string): readonly (readonly [number, number])[] {
    const found: [number, number][] = [];
    for (const pattern of this.#patterns) {
      // Occurrences may overlap each other ('aa' in 'aaa'), so the search goes on one character further.
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
        found.push([at, at + pattern.length]);
      }
    }
    found.sort((left, right) => left[0] - right[0]);
    const merged: [number, number][] = [];
    for (const [start, end] of found) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }
}

const base64 =
  (shift: number): Encoder =>
  (value) => {
    const bytes = Buffer.from(value, 'utf8');
    return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
  };

const uri: Encoder = (value) =>
  encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const json: Encoder = (value) =>
  JSON.stringify(value)
    .slice(1, -1)
    .replace(
      /[\u0085\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};
const xml: Encoder = (value) =>
  value.replace(/[<>"'&]/g, (character) => XML_ENTITIES[character] ?? character);

const withoutQuotes: Encoder = (value) =>
  value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';

/** PowerShell colours an error's parts one by one: the part up to an ampersand is a secret of its own. */
const beforeAmpersand: Encoder = (value) => {
  const plus = value.indexOf('&+');
  const part = plus >= 0 ? value.slice(0, plus + 2) : value.slice(0, value.lastIndexOf('&') + 1);
  return part.length >= 6 ? part : '';
};

const afterAmpersand: Encoder = (value) => {
  if (!value.includes('&')) return '';
  const plus = value.indexOf('&+');
  // One more character is skipped after '&+': the one that got coloured.
  const part = plus >= 0 ? value.slice(plus + 3) : value.slice(value.lastIndexOf('&') + 1);
  return part.length >= 6 ? part : '';
};

const ENCODERS: readonly Encoder[] = [
  base64(0),
  base64(1),
  base64(2),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  json,
  uri,
  xml,
  withoutQuotes,
  beforeAmpersand,
  afterAmpersand,
];
