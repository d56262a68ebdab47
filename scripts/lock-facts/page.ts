/** docs/lock-facts.md, from the facts and the forms. */
import type { FactSince } from '../../src/migrations/lock-facts/lock-fact.ts';
import { blockedWords, lockModeWords } from '../../src/migrations/rehearsal/lock-mode.ts';
import { table } from '../manifest.ts';
import type { Remark } from './claim.ts';
import type { Form, FormGroup } from './form.ts';
import { formGroups, forms } from './forms.ts';
import type { Measured } from './module.ts';
import { differences, surprises } from './remarks.ts';

export function renderLockFacts(measured: Measured): string {
  const majors = Object.keys(measured.versions).map(Number);
  return [
    '<!-- Generated from measurements by `npm run lock-facts`; the words are in scripts/lock-facts/. -->',
    '# Lock facts',
    `What ${forms.length} forms of SQL lock, rewrite and read, on PostgreSQL ${Object.values(measured.versions).join(', ')}. Nothing here is taken from documentation: each form was run on each version. The rules about migrations take their facts from this table.`,
    ...howToRead,
    '## What surprises',
    lines([...surprises.map(item), versionsItem(measured, majors)]),
    '## Where the documentation says something else',
    'Compared with the documentation of PostgreSQL 15; the measurements are the same on all four versions.',
    lines(differences.map(item)),
    ...formGroups.flatMap((group) => [`## ${group.title}`, groupTable(group, measured, majors)]),
    ...howItWasMeasured,
    '',
  ].join('\n\n');
}

const howToRead = [
  `- *Locks*: the strongest lock mode on each relation that was there before, strongest first. What is new has no one who could wait for it and is left out; so are system catalogs and TOAST tables.
- *What waits*: while the lock is held, which is until the transaction ends. Whoever waits for a lock makes everyone wait who comes later and conflicts with it, so a strong lock hurts even if its statement is fast.
- *Rewritten*: got new storage. For most forms that means that every row was copied; after \`TRUNCATE\` the new storage is empty.
- *Read whole*: read from beginning to end, to check a constraint, build an index or copy the rows.
- *Postgres*: the versions, where the form is not the same in all of them.`,
];

const howItWasMeasured = [
  '## How it was measured',
  'Each form has a schema of its own with a table of 24 pages, `item`, and what else it needs ([scripts/lock-facts/](../scripts/lock-facts/)). On a server where nothing else works:',
  `- *Locks*: the statement runs in a transaction, and before its end the session reads its own rows in \`pg_locks\`. A lock that a statement gives back before it ends is not seen.
- A statement that refuses to run in a transaction (SQLSTATE 25001) is stopped wherever it can be made to wait: for a transaction with a writer’s lock on the table and a snapshot, each time opened anew before the last one ends; for one that has an index to itself; and in its last transaction by an event trigger (which \`REINDEX\` has from 17 on). At each stop a second session reads its locks. No clock is involved.
- *Rewritten*: \`pg_relation_filenode\` before and after, by the relation's name.
- *Read whole*: the statement asked for at least as many blocks of the table as it has (\`pg_stat_get_xact_blocks_fetched\`, and its cumulative sister outside a transaction). \`SET TABLESPACE\` copies files past these counters.
- What the server announces at \`client_min_messages = debug1\` (*rewriting table*, *verifying table*, *building index*) must agree, or the measuring fails.
- A version that does not know a form must refuse it, or the measuring fails.`,
  '`npm run lock-facts` measures again and writes this page and `src/migrations/lock-facts/measured.ts`; the same servers give the same bytes. `test/migrations/lock-facts.test.ts` measures again on every version that is installed and compares.',
];

/** With the forms that prove it. */
function item({ text, claims }: Remark): string {
  return `- ${text} (${claims.map(({ form }) => `\`${form}\``).join(', ')})`;
}

function versionsItem({ facts }: Measured, majors: readonly number[]): string {
  const [oldest] = majors;
  const isNew = ([, all]: [string, readonly FactSince[]]) => all[0]?.since !== oldest;
  const changed = Object.entries(facts).filter((entry) => !isNew(entry) && entry[1].length > 1);
  const added = Object.entries(facts).filter(isNew);
  const names = (entries: readonly [string, unknown][]) => entries.map(([id]) => `\`${id}\``).join(', ');
  return `- **The versions hardly differ.** What runs on all of them does the same on all of them, but for ${changed.length} forms (${names(changed)}); ${added.length} are not in ${oldest} (${names(added)}).`;
}

function groupTable(group: FormGroup, { facts }: Measured, majors: readonly number[]): string {
  const rows = group.forms.flatMap((form) =>
    (facts[form.id] ?? []).map((fact, index, all) =>
      factRow(form, fact, versionRange(fact, all[index + 1], majors)),
    ),
  );
  return table(
    ['Form', 'Postgres', 'Locks', 'What waits', 'Rewritten', 'Read whole', 'In a transaction'],
    rows,
  );
}

function factRow(form: Form, fact: FactSince, versions: string): readonly string[] {
  return [
    `\`${form.statement.replaceAll('\n', ' ')}\`${form.about === undefined ? '' : `: ${form.about}`}<br>\`${form.id}\``,
    versions,
    cellLines(fact.locks.map(({ role, mode }) => `${role}: ${lockModeWords(mode)}`)) || 'none',
    cellLines(fact.locks.map(({ mode }) => blockedWords(mode))),
    fact.rewritten.join(', '),
    fact.scanned.join(', '),
    fact.runsInTransaction ? 'yes' : '**no**',
  ];
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

function cellLines(texts: readonly string[]): string {
  return texts.join('<br>');
}

/** Empty when the fact is that of all versions. */
function versionRange({ since }: FactSince, next: FactSince | undefined, majors: readonly number[]): string {
  if (next === undefined) return since === majors[0] ? '' : `from ${since}`;
  return next.since - 1 === since ? String(since) : `${since} to ${next.since - 1}`;
}
