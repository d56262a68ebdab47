/** For data from outside (JSON, parse trees, rows). */
export { isRecord } from '../guard.ts';

export function textOrUndefined(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
