/** A database that somebody else, such as a provider's API, has made for a restore. */
import { majorOf } from '../../postgres/client-program.ts';
import { parseConnectionUri } from '../../postgres/connection-uri.ts';
import { text, truth } from '../../postgres/row.ts';
import type { Omission } from '../proof/database-facts.ts';
import { administer } from './empty-database.ts';
import { prepareRoles } from './restore-roles.ts';
import {
  type RestoreContext,
  type RestoreTarget,
  type SourceServer,
  UnfitTargetError,
} from './restore-target.ts';

export interface GivenDatabaseRequest {
  /** Of the empty database, as its owner. */
  readonly uri: string;
  readonly server: SourceServer;
  readonly description: string;
  /** Missing roles are made, and stay: they go with what the database is on. */
  readonly roles: 'make' | 'leave';
}

/** @throws UnfitTargetError when it is not empty */
export async function useEmptyDatabase(
  { uri, server, description, roles }: GivenDatabaseRequest,
  context: RestoreContext,
): Promise<RestoreTarget> {
  await using session = await administer(uri, context);
  const [facts = {}] = await session.query(emptinessQuery);
  const { database } = parseConnectionUri(uri);
  if (truth(facts, 'has_relations'))
    throw new UnfitTargetError(`The database "${database}" is not empty.`, {
      hint: 'Nothing that exists is restored over. Choose another name.',
    });
  const major = majorOf(session.serverVersion);
  const isSuperuser = truth(facts, 'is_superuser');
  const mayMakeRoles = roles === 'make' && (isSuperuser || truth(facts, 'may_create_roles'));
  return {
    uri,
    database,
    serverVersion: session.serverVersion,
    description: `${description}, PostgreSQL ${major}.${session.serverVersion % 10_000}`,
    isSuperuser,
    omissions: otherLocale(server, { encoding: text(facts, 'encoding'), locale: text(facts, 'locale') }),
    async prepareRoles(names) {
      await using own = await administer(uri, context);
      // Awaited here: the session ends with this function.
      return await prepareRoles(own, names, mayMakeRoles);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

const emptinessQuery = `SELECT pg_catalog.pg_encoding_to_char(d.encoding)::text AS encoding, d.datcollate::text AS locale,
  r.rolsuper AS is_superuser, r.rolcreaterole AS may_create_roles,
  EXISTS (SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'm')
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e
        WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')) AS has_relations
FROM pg_catalog.pg_database d, pg_catalog.pg_roles r
WHERE d.datname = pg_catalog.current_database() AND r.rolname = current_user`;

function otherLocale(
  source: SourceServer,
  target: Pick<SourceServer, 'encoding' | 'locale'>,
): readonly Omission[] {
  const pairs = [
    ['locale', source.locale, target.locale],
    ['encoding', source.encoding, target.encoding],
  ] as const;
  return pairs
    .filter(([, wanted, found]) => wanted !== found)
    .map(([what, wanted, found]) => ({
      subject: `${what} ${wanted}`,
      reason: `the database that it was restored into has ${found}`,
    }));
}
