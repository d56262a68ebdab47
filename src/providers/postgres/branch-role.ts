import { UserError } from '../../errors.ts';
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { detailOf, sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Administrator } from './administrator.ts';
import { formatMark, type Mark } from './mark.ts';
import { scramVerifier } from './role-password.ts';

export interface RoleRequest {
  readonly role: string;
  readonly mark: Mark;
  readonly password: string;
}

/** Makes the branch's role with its mark, in one transaction: there is never one without the other. */
export async function createRole(administrator: Administrator, request: RoleRequest): Promise<void> {
  const { connection } = administrator;
  const name = quoteIdentifier(request.role);
  const taken = await connection.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [
    request.role,
  ]);
  if (taken.length > 0)
    throw new UserError(`There is a role "${request.role}" on this server that this action did not make.`, {
      hint: "The branch's database and role would have that name. Choose another `branch` name.",
    });
  await connection.query(
    [
      `CREATE ROLE ${name} LOGIN PASSWORD ${quoteLiteral(await scramVerifier(request.password))}`,
      ...membership(administrator, name),
      markStatement(name, request.mark),
    ].join(';\n'),
  );
}

/**
 * Only members may give a role a database and objects. A superuser needs no membership; since PostgreSQL 16 the role's
 * creator is a member, but neither inherits from it nor may become it until it says so.
 */
function membership({ isSuperuser, serverVersion }: Administrator, name: string): readonly string[] {
  if (isSuperuser) return [];
  return [`GRANT ${name} TO CURRENT_USER${serverVersion < 160_000 ? '' : ' WITH INHERIT TRUE, SET TRUE'}`];
}

function markStatement(name: string, mark: Mark): string {
  return `COMMENT ON ROLE ${name} IS ${quoteLiteral(formatMark(mark))}`;
}

/** Writes the mark anew and sets the password, which differs only if that of `postgres-url` was changed. */
export async function renewRole(administrator: Administrator, request: RoleRequest): Promise<void> {
  const name = quoteIdentifier(request.role);
  await administrator.connection.query(
    [
      `ALTER ROLE ${name} LOGIN PASSWORD ${quoteLiteral(await scramVerifier(request.password))}`,
      ...membership(administrator, name),
      markStatement(name, request.mark),
    ].join(';\n'),
  );
}

/** A role that still owns something in another database cannot go: it is locked out instead, and the log says why. */
export async function dropRole({ connection, context }: Administrator, role: string): Promise<void> {
  const name = quoteIdentifier(role);
  try {
    await connection.query(`DROP ROLE IF EXISTS ${name}`);
  } catch (thrown) {
    if (sqlStateOf(thrown) !== sqlState.dependentObjectsStillExist) throw thrown;
    await connection.query(`ALTER ROLE ${name} NOLOGIN`);
    context.log.warning(
      `The role "${role}" may no longer log in, but cannot be dropped: ${detailOf(thrown) ?? 'something depends on it'}`,
    );
  }
}
