/** What an index is, whatever it and its table are called. */

interface IndexPlace {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
}

/**
 * Without the start of the definition, which names the index and the table. What is cut off is exactly what `pg_get_indexdef`
 * writes with an empty search_path (ruleutils.c, pg_get_indexdef_worker).
 * @throws Error when it starts otherwise: our own query's mistake
 */
export function withoutNames(definition: string, { schema, table, name }: IndexPlace): string {
  let at = 0;
  const skip = (text: string): boolean => {
    if (!definition.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const skipName = (text: string) => skip(definition[at] === '"' ? `"${text.replaceAll('"', '""')}"` : text);
  const isIndex = skip('CREATE UNIQUE INDEX ') || skip('CREATE INDEX ');
  const isNamed = isIndex && skipName(name) && (skip(' ON ONLY ') || skip(' ON '));
  if (!isNamed || !skipName(schema) || !skip('.') || !skipName(table) || !skip(' USING '))
    throw new Error(`The definition of the index ${name} starts in another way than Postgres writes it.`);
  return definition.slice(at - 'USING '.length);
}
