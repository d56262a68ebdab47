import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteLiteral } from '../../postgres/identifier.ts';
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { text, truth } from '../../postgres/row.ts';
import type { Omission, SequenceState } from './database-facts.ts';

const sequencesQuery = `
SELECT n.nspname AS schema, c.relname AS name,
  (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')) AS can_read
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

/** A query's plan grows with every part of a UNION. */
const perQuery = 200;

/** As they are now: no snapshot holds a sequence still, so this is for a database that nobody writes to. */
export async function readSequences(
  session: Session,
): Promise<{ readonly sequences: readonly SequenceState[]; readonly notCompared: readonly Omission[] }> {
  const all = (await session.query(sequencesQuery)).map((row) => ({
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    canRead: truth(row, 'can_read'),
  }));
  const readable = all.filter(({ canRead }) => canRead);
  const sequences: SequenceState[] = [];
  for (let start = 0; start < readable.length; start += perQuery)
    sequences.push(...(await readStates(session, readable.slice(start, start + perQuery))));
  const notCompared = all
    .filter(({ canRead }) => !canRead)
    .map((sequence) => ({ subject: displayName(sequence), reason: 'the role may not read the sequence' }));
  return { sequences, notCompared };
}

/** `is_called` is in no catalog: only the sequence itself tells. */
async function readStates(
  session: Session,
  sequences: readonly { readonly schema: string; readonly name: string }[],
): Promise<readonly SequenceState[]> {
  const parts = sequences.map(
    (sequence) =>
      `SELECT ${quoteLiteral(sequence.schema)} AS schema, ${quoteLiteral(sequence.name)} AS name, last_value::text AS last_value, is_called FROM ${qualifiedName(sequence)}`,
  );
  const rows = await session.query(parts.join('\nUNION ALL\n'));
  return rows.map((row) => ({
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    lastValue: text(row, 'last_value'),
    isCalled: truth(row, 'is_called'),
  }));
}
