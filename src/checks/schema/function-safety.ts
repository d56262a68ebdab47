/** Functions whose names mean what the caller's search_path says, and those that lend their owner's rights. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogFunction } from './catalog.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const docs = 'https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY';

const definerPathInfo: RuleInfo = {
  id: 'definer-search-path',
  title: 'A SECURITY DEFINER function follows the caller’s search_path',
  severity: 'warning',
  levels: { supabase: 'error', strict: 'error' },
  why: 'Whoever may create a table or an operator somewhere, pg_temp included, puts it before the one that is meant, and the function runs it with its owner’s rights.',
  docs,
};

function findDefinerPaths({ catalog }: SchemaFacts) {
  return catalog.functions
    .filter((routine) => routine.isDefiner && isMutable(routine))
    .map((routine) =>
      findingOf(definerPathInfo, {
        subject: subjectOf(routine),
        message: `It runs with the rights of ${displayIdentifier(routine.owner)}, and the caller decides by search_path what its names mean.`,
        evidence: `SECURITY DEFINER, owner ${displayIdentifier(routine.owner)}${routine.ownerIsSuperuser ? ' (a superuser)' : ''}, no search_path of its own.`,
        fix: setPath(routine),
      }),
    );
}

const pathInfo: RuleInfo = {
  id: 'function-search-path',
  title: 'A function follows the caller’s search_path',
  severity: 'notice',
  levels: { recommended: 'off', supabase: 'warning' },
  why: 'Its names mean other things to another caller: it breaks in an index or a restore (where search_path is empty), or reads another schema’s table. A body of BEGIN ATOMIC is not reported.',
  docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0011_function_search_path_mutable',
};

function findPaths({ catalog }: SchemaFacts) {
  return catalog.functions
    .filter((routine) => !routine.isDefiner && isMutable(routine))
    .map((routine) =>
      findingOf(pathInfo, {
        subject: subjectOf(routine),
        message: 'The caller decides by search_path what the names in this function mean.',
        fix: setPath(routine),
      }),
    );
}

const publicInfo: RuleInfo = {
  id: 'definer-for-everyone',
  title: 'Every role may run a SECURITY DEFINER function',
  severity: 'notice',
  levels: { supabase: 'warning', strict: 'warning' },
  why: 'EXECUTE is granted to PUBLIC by default, so that every role acts with the owner’s rights, whatever the function lets it do. Trigger functions, which nobody can call, and functions in a schema that PUBLIC may not use are not reported.',
  docs,
};

function findPublic({ catalog }: SchemaFacts) {
  const callable = catalog.functions.filter(
    ({ isDefiner, isTrigger, publicMayRun }) => isDefiner && publicMayRun && !isTrigger,
  );
  return callable.map((routine) =>
    findingOf(publicInfo, {
      subject: subjectOf(routine),
      message: `Every role may run this with the rights of ${displayIdentifier(routine.owner)}${routine.ownerIsSuperuser ? ', a superuser' : ''}.`,
      evidence: 'SECURITY DEFINER; EXECUTE is granted to PUBLIC.',
      fix: `REVOKE EXECUTE ON ${signature(routine)} FROM PUBLIC;\nGRANT EXECUTE ON ${signature(routine)} TO "role";`,
    }),
  );
}

function isMutable({ hasSearchPath, isParsed }: CatalogFunction): boolean {
  return !hasSearchPath && !isParsed;
}

function subjectOf(routine: CatalogFunction): string {
  return `${displayName(routine)}(${routine.arguments})`;
}

function signature(routine: CatalogFunction): string {
  return `${routine.isProcedure ? 'PROCEDURE' : 'FUNCTION'} ${qualifiedName(routine)}(${routine.arguments})`;
}

/** pg_temp last: else it is searched first for tables and types. */
function setPath(routine: CatalogFunction): string {
  return `ALTER ${signature(routine)} SET search_path = pg_catalog, ${quoteIdentifier(routine.schema)}, pg_temp;`;
}

export const definerSearchPath: SchemaRule = { info: definerPathInfo, find: findDefinerPaths };
export const functionSearchPath: SchemaRule = { info: pathInfo, find: findPaths };
export const definerForEveryone: SchemaRule = { info: publicInfo, find: findPublic };
