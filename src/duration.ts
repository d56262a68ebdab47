import { UserError } from './errors.ts';

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

function isUnit(unit: string): unit is keyof typeof unitSeconds {
  return unit in unitSeconds;
}

/** Parses `90s`, `5m`, `2h`, `14d`, `1w` or a sum such as `1h30m` to whole seconds. A bare number is refused: its unit is a guess. */
export function parseDuration(text: string): number {
  const parts = [...text.trim().matchAll(/(\d+)([a-z]+)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text.trim()) throw badDuration(text);
  return parts.reduce((sum, [, count, unit]) => {
    if (unit === undefined || !isUnit(unit)) throw badDuration(text);
    return sum + Number(count) * unitSeconds[unit];
  }, 0);
}

function badDuration(text: string): UserError {
  return new UserError(`"${text}" is not a duration.`, {
    hint: 'Use a number and a unit: 90s, 5m, 2h, 14d, 1w, or a sum such as 1h30m.',
  });
}

/** For people: `340 ms`, `4.2 s`, `3 min 20 s`, `2 h 5 min`, `14 d`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's');
  if (whole < 86_400) return pair(Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min');
  return pair(Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h');
}

function pair(...[big, bigUnit, small, smallUnit]: [number, string, number, string]): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}
