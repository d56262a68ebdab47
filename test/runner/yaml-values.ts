/** Guards for what a YAML parser gives. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as the runner's string context sees it: `true` is 'true', `3.10` is '3.1', null is ''. */
export function scalarText(value: unknown, where: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  throw new Error(`${where}: a scalar was expected`);
}

export function optionalText(value: unknown, where: string): string | undefined {
  return value === undefined || value === null ? undefined : scalarText(value, where);
}

/** A mapping of scalars, in file order. */
export function textMap(value: unknown, where: string): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new Error(`${where}: a mapping was expected`);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, scalarText(each, `${where}.${key}`)]),
  );
}

export function records(value: unknown, where: string): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) throw new Error(`${where}: a sequence was expected`);
  const list: readonly unknown[] = value;
  return list.map((each, index) => {
    if (!isRecord(each)) throw new Error(`${where}[${index}]: a mapping was expected`);
    return each;
  });
}
