/** What a restore of a dump does not bring back, with the names of this very database. */
import type { Session } from '../postgres/catalog-transaction.ts';
import { displayName } from '../postgres/object-name.ts';
import { text } from '../postgres/row.ts';
import type { DumpContents } from './dump/dump-contents.ts';
import type { DatabaseFacts, Omission } from './proof/database-facts.ts';
import { type StoredRelation, textsOf } from './proof/relations.ts';

export interface NotInBackupOptions {
  /** At the snapshot. */
  readonly session: Session;
  readonly relations: readonly StoredRelation[];
  readonly contents: DumpContents;
  readonly facts: Pick<DatabaseFacts, 'roles' | 'settings'>;
}

export async function notInBackup(options: NotInBackupOptions): Promise<readonly Omission[]> {
  return [
    ...tablesLeftOut(options),
    ...(await ofDatabase(options)),
    ...(await ofServer(options)),
    {
      subject: 'planner statistics',
      reason: 'run ANALYZE after a restore, or the first queries are slow',
    },
    {
      subject: 'changes after the snapshot',
      reason: 'a dump is one moment; WAL for a recovery to any other is not part of it',
    },
  ];
}

function tablesLeftOut({ relations, contents }: NotInBackupOptions): readonly Omission[] {
  return relations
    .filter(({ oid, kind }) => kind !== 'materialised view' && !contents.tables.has(oid))
    .map((relation) => ({ subject: displayName(relation), reason: whyLeftOut(relation) }));
}

function whyLeftOut({ kind, extension }: StoredRelation): string {
  if (kind === 'foreign table') return 'a foreign table: its rows are on another server';
  if (extension !== undefined) return `belongs to the extension ${extension}, which makes it anew`;
  return 'its rows were excluded';
}

const databaseQuery = `SELECT
  ARRAY(SELECT s.subname::text FROM pg_catalog.pg_subscription s
    WHERE s.subdbid = d.oid ORDER BY s.subname COLLATE "C") AS subscriptions,
  ARRAY(SELECT DISTINCT t.spcname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_tablespace t ON t.oid = c.reltablespace
    WHERE t.spcname NOT IN ('pg_global', 'pg_default') ORDER BY 1) AS tablespaces,
  (SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata)::text AS large_objects,
  (pg_catalog.to_regclass('storage.objects') IS NOT NULL)::text AS has_storage
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`;

async function ofDatabase({ session, contents, facts }: NotInBackupOptions): Promise<readonly Omission[]> {
  const [row = {}] = await session.query(databaseQuery);
  const [subscriptions, tablespaces] = [textsOf(row, 'subscriptions'), textsOf(row, 'tablespaces')];
  const hasLostObjects = !contents.hasLargeObjects && text(row, 'large_objects') !== '0';
  return [
    ...named('database settings', facts.settings, 'ALTER DATABASE … SET is not dumped: set them again'),
    ...named(
      'subscriptions',
      subscriptions,
      'restored switched off at best: whether they may replicate is for you to say',
    ),
    ...named(
      'tablespaces',
      tablespaces,
      'folders of the server: make them before a restore, or restore without',
    ),
    ...(hasLostObjects ? [{ subject: 'large objects', reason: 'a dump of chosen tables has none' }] : []),
    ...(text(row, 'has_storage') === 'true'
      ? [
          {
            subject: 'files in Supabase Storage',
            reason: 'the database holds their names; the files lie elsewhere',
          },
        ]
      : []),
  ];
}

async function ofServer({ session, facts }: NotInBackupOptions): Promise<readonly Omission[]> {
  const rows = await session.query(`SELECT d.datname AS name FROM pg_catalog.pg_database d
WHERE NOT d.datistemplate AND d.datallowconn AND d.datname NOT IN (pg_catalog.current_database(), 'postgres')
ORDER BY d.datname COLLATE "C"`);
  const databases = rows.map((row) => text(row, 'name'));
  return [
    ...named(
      'roles',
      facts.roles,
      'roles and their passwords belong to the server: make them before a restore',
    ),
    ...named('other databases', databases, 'a dump is of one database'),
  ];
}

const mostNames = 20;

function named(what: string, names: readonly string[], reason: string): readonly Omission[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return [{ subject: `${what}: ${shown}${more}`, reason }];
}
