/** Which backups are kept, as a user writes it: `keep-last=7 keep-daily=14 keep-weekly=8 min=3`. */
import { UserError } from '../../errors.ts';

/** Numbers of backups; 0 where the rule is not given. */
export interface RetentionRules {
  readonly last: number;
  readonly hourly: number;
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
  /** The newest that were taken for a release. */
  readonly releases: number;
  /** Never fewer than these, whatever the other rules say. */
  readonly min: number;
}

const names = {
  'keep-last': 'last',
  'keep-hourly': 'hourly',
  'keep-daily': 'daily',
  'keep-weekly': 'weekly',
  'keep-monthly': 'monthly',
  'keep-yearly': 'yearly',
  'keep-releases': 'releases',
  min: 'min',
} as const satisfies Readonly<Record<string, keyof RetentionRules>>;

const usualMin = 3;
const most = 100_000;

/** @throws UserError naming the word and what is allowed, also when no rule would keep anything */
export function parseRetention(text: string): RetentionRules {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const given = new Map<keyof RetentionRules, number>();
  for (const word of words) {
    const { rule, count } = parseWord(word);
    if (given.has(rule)) throw refused(`"${word.split('=')[0]}" is given twice`);
    given.set(rule, count);
  }
  const read = (rule: keyof RetentionRules) => given.get(rule) ?? 0;
  if (![...given.keys()].some((rule) => rule !== 'min'))
    throw refused(words.length === 0 ? 'it is empty' : 'it has no rule that keeps anything');
  return {
    last: read('last'),
    hourly: read('hourly'),
    daily: read('daily'),
    weekly: read('weekly'),
    monthly: read('monthly'),
    yearly: read('yearly'),
    releases: read('releases'),
    min: given.get('min') ?? usualMin,
  };
}

function parseWord(word: string): { readonly rule: keyof RetentionRules; readonly count: number } {
  const [, name = '', count = ''] = /^([a-z-]+)=(.*)$/.exec(word) ?? [];
  if (!isRuleName(name)) throw refused(`"${word.slice(0, 80)}" is no rule`);
  const number = /^[1-9]\d{0,5}$/.test(count) ? Number(count) : 0;
  if (number < 1 || number > most) throw refused(`"${word.slice(0, 80)}" has no number from 1 to ${most}`);
  return { rule: names[name], count: number };
}

function isRuleName(name: string): name is keyof typeof names {
  return Object.hasOwn(names, name);
}

function refused(why: string): UserError {
  return new UserError(`The \`retention\` input cannot be used: ${why}.`, {
    hint: `Rules are ${Object.keys(names)
      .map((name) => `\`${name}=n\``)
      .join(', ')}, with spaces or lines between them; a backup is kept when any of them keeps it.`,
  });
}
