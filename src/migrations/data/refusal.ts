/** Rows that were found, told as a finding. */
import { quoteLiteral } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf } from '../../report/rule.ts';
import type { DataRefusal } from '../rehearsal/rehearsal.ts';
import type { FoundRows } from './ask.ts';
import type { DataCheck } from './data-check.ts';
import { dataRules } from './rules.ts';

/** @param when a migration that failed has failed; one that is yet to come will */
export function refusalOf(check: DataCheck, found: FoundRows, when: 'before' | 'failed'): DataRefusal {
  const { statement, kind, table, columns, file, line } = check;
  const subject = [displayName(table), columnsText(columns)].filter((part) => part !== '').join('.');
  return {
    statement,
    kind,
    table: { oid: table.oid, schema: table.schema, name: table.name, kind: table.kind },
    columns,
    rows: found.rows,
    isAtLeast: found.isAtLeast,
    sampleKeys: found.keys.map((key) => keyText(key, found)),
    finding: findingOf(dataRules[kind], {
      subject,
      message: messageOf(check, found, when),
      evidence: evidenceOf(found),
      fix: fixOf(check, found),
      ...(file === undefined ? {} : { location: { file, line } }),
    }),
  };
}

function columnsText(columns: readonly string[]): string {
  const names = columns.map(displayIdentifier);
  return names.length > 1 ? `(${names.join(', ')})` : names.join('');
}

function messageOf(
  { table, complaint, operation }: DataCheck,
  { rows, isAtLeast, groups }: FoundRows,
  when: 'before' | 'failed',
): string {
  const counted = `${isAtLeast ? 'At least ' : ''}${countText(rows, 'row')}`;
  const grouped = groups === undefined ? '' : ` (${countText(groups, 'group')})`;
  const fails = when === 'before' ? 'will fail' : 'failed';
  const what = rows === 1 ? complaint.one : complaint.many;
  return `${counted} of ${displayName(table)} ${what}${grouped}, so ${operation} ${fails}.`;
}

function countText(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A key can be as long as a text can. */
const longestKey = 80;

function keyText(values: readonly string[], { key }: FoundRows): string {
  const text = key.map(({ name }, index) => `${displayIdentifier(name)}=${values[index] ?? ''}`).join(', ');
  const characters = [...text];
  return characters.length > longestKey ? `${characters.slice(0, longestKey).join('')}…` : text;
}

/** What the commonest states say of a value. */
const stateWords: Readonly<Record<string, string>> = {
  '22001': 'too long',
  '22003': 'out of range',
  '22007': 'not written as a date or time is',
  '22008': 'no possible date or time',
  '22012': 'division by zero',
  '22023': 'not allowed there',
  '22P02': 'not written as the type is',
  '23502': 'null',
  '23514': 'refused by a check',
};

function evidenceOf(found: FoundRows): string {
  const { keys, rows, states } = found;
  const left = rows - keys.length;
  const sample = keys.map((key) => keyText(key, found)).join('; ');
  const shown = keys.length === 0 ? 'No key could be read.' : `Rows: ${sample}${left > 0 ? '; …' : ''}`;
  const why = Object.entries(states)
    .toSorted(([left_, leftCount], [right, rightCount]) => rightCount - leftCount || (left_ < right ? -1 : 1))
    .map(
      ([state, count]) =>
        `${countText(count, 'row')}: SQLSTATE ${state}${stateWords[state] ? ` (${stateWords[state]})` : ''}`,
    );
  return [shown, ...why].join('\n');
}

/** SQL that can be pasted: a SELECT that changes nothing, and the rest as comments. */
function fixOf({ look, mend, table }: DataCheck, found: FoundRows): string {
  // Where rows were tried one by one, a SELECT with their expression would raise the error too.
  const isByRow = Object.keys(found.states).length > 0;
  const select = (isByRow ? undefined : look) ?? lookByKey(qualifiedName(table), found);
  return [
    ...(select === undefined ? [] : ['-- The rows:', select]),
    ...mend.map((line) => `-- ${line.replaceAll(/\s+/g, ' ')}`),
  ].join('\n');
}

function lookByKey(table: string, { key, keys }: FoundRows): string | undefined {
  if (keys.length === 0) return undefined;
  const columns = key.map(({ expression }) => `${expression}::text`).join(', ');
  const values = keys.map((row) => row.map((value) => quoteLiteral(value).trim()).join(', '));
  if (key.length === 1) return `SELECT * FROM ${table} WHERE ${columns} IN (${values.join(', ')});`;
  return `SELECT * FROM ${table} WHERE (${columns}) IN (${values.map((row) => `(${row})`).join(', ')});`;
}
