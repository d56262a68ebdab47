/** `ALTER DATABASE … SET`, which CREATE DATABASE does not copy. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Administrator } from './administrator.ts';

/** Settings whose value is a list of names, each quoted by itself (GUC_LIST_QUOTE; the list that pg_dump has). */
const nameLists = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

export async function copySettings(administrator: Administrator, from: string, to: string): Promise<void> {
  const { connection, context } = administrator;
  const rows = await connection.query(
    `SELECT pg_catalog.unnest(s.setconfig) AS setting
       FROM pg_catalog.pg_db_role_setting s JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
      WHERE d.datname = $1 AND s.setrole = 0`,
    [from],
  );
  for (const row of rows) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text(row, 'setting')) ?? [];
    try {
      await connection.query(
        `ALTER DATABASE ${quoteIdentifier(to)} SET ${settingName(name)} TO ${settingValue(name, value)}`,
      );
    } catch (thrown) {
      if (sqlStateOf(thrown) !== sqlState.insufficientPrivilege) throw thrown;
      context.log.warning(
        `The setting ${name} of the database "${from}" was not copied: only a superuser may set it.`,
      );
    }
  }
}

/** Extensions' settings have a dot between two names. */
function settingName(name: string): string {
  return name.split('.').map(quoteIdentifier).join('.');
}

/** Exported for tests. */
export function settingValue(name: string, value: string): string {
  if (!nameLists.has(name.toLowerCase())) return quoteLiteral(value);
  const names = splitNames(value);
  return names.length === 0 ? "''" : names.map(quoteLiteral).join(', ');
}

/** `"$user", public` as the catalog has it, to the bare names. */
function splitNames(list: string): readonly string[] {
  const parts = list.matchAll(/"((?:[^"]|"")*)"|([^\s,"]+)/g);
  return [...parts].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
