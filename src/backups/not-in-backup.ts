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
  /** Only chosen tables were dumped. */
  readonly isPartial: boolean;
}

export async function notInBackup(options: NotInBackupOptions): Promise<readonly Omission[]> {
  const { session, facts, isPartial } = options;
  const names = await readNames(session);
  return [
    ...tablesLeftOut(options),
    ...(isPartial
      ? [
          {
            subject: 'all but the chosen tables',
            reason: 'views, functions, types, extensions and large objects',
          },
        ]
      : partsOfDatabase(options, names)),
    ...named(
      'roles',
      facts.roles,
      'they and their passwords belong to the server: make them before a restore',
    ),
    ...named(
      'tablespaces',
      names.tablespaces,
      'folders of the server: make them first, or use `--no-tablespaces`',
    ),
    ...named('other databases', names.databases, 'a dump is of one database'),
    { subject: 'planner statistics', reason: 'run ANALYZE after a restore, or the first queries are slow' },
    {
      subject: 'changes after the snapshot',
      reason: 'a dump is one moment; the write-ahead log that leads to any other is not part of it',
    },
  ];
}

function tablesLeftOut({ relations, contents }: NotInBackupOptions): readonly Omission[] {
  return relations
    .filter(({ oid, kind }) => kind !== 'materialised view' && !contents.tables.has(oid))
    .map((relation) => ({ subject: displayName(relation), reason: whyLeftOut(relation, contents) }));
}

function whyLeftOut(relation: StoredRelation, contents: DumpContents): string {
  const { oid, kind, extension, isUnlogged } = relation;
  if (kind === 'foreign table') return 'a foreign table: its rows are on another server';
  if (extension !== undefined) return `belongs to the extension ${extension}, which makes it anew`;
  if (!contents.definitions.has(oid)) return 'it was excluded';
  const why = isUnlogged ? 'are unlogged, and were excluded or this is a standby' : 'were excluded';
  return `its rows ${why}, its definition is there`;
}

interface Names {
  readonly subscriptions: readonly string[];
  readonly eventTriggers: readonly string[];
  readonly tablespaces: readonly string[];
  readonly databases: readonly string[];
  readonly hasStorage: boolean;
}

const namesQuery = `SELECT
  ARRAY(SELECT s.subname::text FROM pg_catalog.pg_subscription s
    WHERE s.subdbid = d.oid ORDER BY s.subname COLLATE "C") AS subscriptions,
  ARRAY(SELECT e.evtname::text FROM pg_catalog.pg_event_trigger e
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend p WHERE p.objid = e.oid AND p.deptype = 'e'
      AND p.classid = 'pg_catalog.pg_event_trigger'::pg_catalog.regclass)
    ORDER BY e.evtname COLLATE "C") AS event_triggers,
  ARRAY(SELECT t.spcname::text FROM pg_catalog.pg_tablespace t
    WHERE t.spcname NOT IN ('pg_global', 'pg_default') AND (t.oid = d.dattablespace
      OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.reltablespace = t.oid))
    ORDER BY t.spcname COLLATE "C") AS tablespaces,
  ARRAY(SELECT o.datname::text FROM pg_catalog.pg_database o
    WHERE o.oid <> d.oid AND NOT o.datistemplate AND o.datname <> 'postgres'
    ORDER BY o.datname COLLATE "C") AS databases,
  (pg_catalog.to_regclass('storage.objects') IS NOT NULL)::text AS has_storage
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()`;

async function readNames(session: Session): Promise<Names> {
  const [row = {}] = await session.query(namesQuery);
  return {
    subscriptions: textsOf(row, 'subscriptions'),
    eventTriggers: textsOf(row, 'event_triggers'),
    tablespaces: textsOf(row, 'tablespaces'),
    databases: textsOf(row, 'databases'),
    hasStorage: text(row, 'has_storage') === 'true',
  };
}

/** What is in the dump, but does not come back by itself; what stands beside the database. */
function partsOfDatabase({ contents, facts }: NotInBackupOptions, names: Names): readonly Omission[] {
  const dumpsSubscriptions = contents.kinds.has('SUBSCRIPTION');
  return [
    ...named(
      'database settings',
      facts.settings,
      'ALTER DATABASE … SET comes back only where pg_restore makes the database (`--create`)',
    ),
    {
      subject: 'owner, grants and comment of the database',
      reason: 'they come back only where pg_restore makes the database (`--create`)',
    },
    ...named(
      'subscriptions',
      names.subscriptions,
      dumpsSubscriptions
        ? 'they come back switched off: whether a copy may replicate is for you to say'
        : 'only a superuser may dump them',
    ),
    ...named('event triggers', names.eventTriggers, 'only a superuser may restore them'),
    ...(names.hasStorage
      ? [
          {
            subject: 'files in Supabase Storage',
            reason: 'the database holds their names; the files lie elsewhere',
          },
        ]
      : []),
  ];
}

const mostNames = 20;

function named(what: string, names: readonly string[], reason: string): readonly Omission[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return [{ subject: `${what}: ${shown}${more}`, reason }];
}
