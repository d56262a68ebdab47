/** Numbers as people read them. Durations are in src/duration.ts. */

const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** `0 bytes`, `8.0 kB`, `398 MB`: units of 1024 with Postgres's own names (`pg_size_pretty`). */
export function formatBytes(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${byteUnits[step] ?? ''}`;
}

/** `412`, `184,213`, `3.0 M`, `41 M`, `1.2 bn`. */
export function formatCount(count: number): string {
  if (count < 999_500) return Math.round(count).toLocaleString('en-US');
  if (count < 999_500_000) return `${withOneDecimal(count / 1e6)} M`;
  return `${withOneDecimal(count / 1e9)} bn`;
}

function withOneDecimal(value: number): string {
  return value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US');
}

/** "1 table", "2 tables"; `plural` where adding an s is wrong. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
