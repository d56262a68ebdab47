/** The file of accepted hazards: for what was decided before the rules were there. */
import { UserError } from '../../errors.ts';
import { isRecord } from '../record.ts';

export interface AcceptedHazard {
  readonly migration: string;
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
}

export interface Baseline {
  /** Relative to the workspace. */
  readonly path: string;
  readonly accepted: readonly AcceptedHazard[];
}

export const defaultBaselinePath = '.github/database-actions-baseline.json';

/** @throws UserError that names the place of what is wrong. */
export function parseBaseline(text: string, path: string): Baseline {
  const content = parsedJson(text, path);
  if (!isRecord(content) || content.version !== 1)
    throw wrong(path, 'is no baseline of version 1', '`{ "version": 1, "accepted": [ … ] }`');
  if (!Array.isArray(content.accepted))
    throw wrong(path, 'has no list `accepted`', '`{ "version": 1, "accepted": [ … ] }`');
  return { path, accepted: content.accepted.map((entry, index) => acceptedOf(entry, index, path)) };
}

function parsedJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? `: ${thrown.message}` : '';
    throw wrong(path, `is no JSON${why}`, 'an object of version 1');
  }
}

const fields = ['migration', 'rule', 'subject', 'reason'] as const;

function acceptedOf(entry: unknown, index: number, path: string): AcceptedHazard {
  const value = (field: (typeof fields)[number]): string => {
    const found = isRecord(entry) ? entry[field] : undefined;
    if (typeof found === 'string' && found.trim() !== '') return found;
    const seen = found === undefined ? 'missing' : JSON.stringify(found);
    throw wrong(
      path,
      `is wrong at \`accepted[${index}].${field}\`: it is ${seen}`,
      `a text in each of ${fields.map((name) => `\`${name}\``).join(', ')}`,
    );
  };
  return {
    migration: value('migration'),
    rule: value('rule'),
    subject: value('subject'),
    reason: value('reason'),
  };
}

function wrong(path: string, what: string, expected: string): UserError {
  return new UserError(`The baseline ${path} ${what}.`, { hint: `It should hold ${expected}.` });
}
