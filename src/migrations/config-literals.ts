/** Reads literals out of a JavaScript or TypeScript configuration without running it. */

/**
 * The properties of the configuration object: dotted path (`migrations.path`) to the source text of the value. The
 * object is the argument of `defineConfig(`, or what `export default` or `module.exports =` gives; empty when neither is
 * there. A path that ends in `*` says that its object holds something else too: a spread, a shorthand, a method.
 */
export function readProperties(source: string): ReadonlyMap<string, string> {
  const code = withoutComments(source);
  const opening = /(?:defineConfig\s*\(|export\s+default|module\.exports\s*=)\s*\(?\s*\{/.exec(code);
  if (opening === null) return new Map();
  const properties = new Map<string, string>();
  readObject({ code, properties }, opening.index + opening[0].length, '');
  return properties;
}

interface Reading {
  readonly code: string;
  readonly properties: Map<string, string>;
}

/** From just after `{`; gives the offset just after the matching `}`. */
function readObject(reading: Reading, from: number, prefix: string): number {
  const { code, properties } = reading;
  let at = from;
  for (;;) {
    at += /^[\s,]*/.exec(code.slice(at))?.[0].length ?? 0;
    if (at >= code.length || code[at] === '}') return at + 1;
    const name = /^(?:([A-Za-z_$][\w$]*)|['"]([^'"]+)['"])\s*:\s*/.exec(code.slice(at));
    if (name === null) {
      properties.set(`${prefix}*`, '');
      at = Math.max(valueEnd(code, at), at + 1);
      continue;
    }
    const path = prefix + (name[1] ?? name[2]);
    const start = at + name[0].length;
    at = code[start] === '{' ? readObject(reading, start + 1, `${path}.`) : valueEnd(code, start);
    if (code[start] !== '{') properties.set(path, code.slice(start, at).trim());
    if (at >= code.length) return at;
  }
}

/** Where the value that begins at `start` ends: at a `,` or `}` that belongs to no bracket or string in it. */
function valueEnd(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const char = code[at] ?? '';
    if (`'"\``.includes(char)) at = stringEnd(code, at);
    else if ('([{'.includes(char)) depth += 1;
    else if (depth === 0 && ',}'.includes(char)) return at;
    else if (')]}'.includes(char)) depth -= 1;
  }
  return code.length;
}

/** The offset of the closing quote of the string that opens at `open`. */
function stringEnd(code: string, open: number): number {
  for (let at = open + 1; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === code[open]) return at;
  }
  return code.length;
}

function withoutComments(source: string): string {
  let kept = '';
  for (let at = 0; at < source.length; at += 1) {
    const two = source.slice(at, at + 2);
    if (`'"\``.includes(source[at] ?? '')) {
      const end = stringEnd(source, at);
      kept += source.slice(at, end + 1);
      at = end;
    } else if (two === '//') {
      at = endOr(source, source.indexOf('\n', at)) - 1;
    } else if (two === '/*') {
      at = endOr(source, source.indexOf('*/', at)) + 1;
    } else kept += source[at];
  }
  return kept;
}

function endOr(source: string, found: number): number {
  return found < 0 ? source.length : found;
}

/** The text of a string literal without escapes or substitutions; undefined for any other expression. */
export function stringLiteral(expression: string): string | undefined {
  const match = /^(['"`])([^\\]*)\1(?:\s+as\s+const)?$/s.exec(expression.trim());
  const text = match?.[2];
  const quote = match?.[1] ?? '';
  return text === undefined || text.includes(quote) || (quote === '`' && text.includes('${'))
    ? undefined
    : text;
}
