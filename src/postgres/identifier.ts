/** An identifier as it must be written in SQL; always quoted, so that no keyword, capital or quote matters. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal for statements that take no parameters (`CREATE ROLE`, `COMMENT ON`); safe under either `standard_conforming_strings`. */
export function quoteLiteral(text: string): string {
  const quoted = text.replaceAll("'", "''");
  return quoted.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
