/** Who may use a table: grants that are gone, row security that is new. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { type Case, type Judgement, tableSql, tableWords, voiceOf } from './case.ts';
import type { Grant, TableFacts } from './table-facts.ts';

export function accessJudgements(place: Case): readonly Judgement[] {
  const [made, met] = [place.madeTable?.facts, place.metTable?.facts];
  if (made === undefined || met === undefined) return [];
  return [...grantsGone(place, made, met), ...rowSecurity(place, made, met)];
}

/** DROP and CREATE lose the grants of a table too, which nobody wrote down in the migration. */
function grantsGone(place: Case, made: TableFacts, met: TableFacts): readonly Judgement[] {
  const gone = made.grants.filter(
    (grant) => grant.role !== met.owner && !met.grants.some((kept) => isSame(kept, grant)),
  );
  const roles = [...new Set(gone.map(({ role }) => role))];
  return roles.map((role) => {
    const privileges = gone.filter((grant) => grant.role === role).map(({ privilege }) => privilege);
    return roleLocked(place, role, privileges);
  });
}

function isSame(left: Grant, right: Grant): boolean {
  return left.privilege === right.privilege && (left.role === right.role || left.role === 'public');
}

function roleLocked(place: Case, role: string, privileges: readonly string[]): Judgement {
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const list = privileges.join(', ');
  const state = voice.choose(
    `after this pull request ${role} has no ${list} on ${tableWords(model)}`,
    `before the migrations ${role} has no ${list} on ${tableWords(model)}`,
  );
  return {
    model: model.name,
    about: role,
    operation: 'all',
    status: 'at risk',
    message: `If ${voice.app.toLowerCase()} connects as ${role}, its queries of ${model.name} fail (42501): ${state}. A table that is dropped and made again has lost its grants.`,
    fix: `GRANT ${list} ON ${tableSql(model)} TO ${role === 'public' ? 'PUBLIC' : quoteIdentifier(role)};`,
  };
}

function rowSecurity(place: Case, made: TableFacts, met: TableFacts): readonly Judgement[] {
  const isNew = met.hasRowSecurity && !made.hasRowSecurity;
  const isForced = met.forcesRowSecurity && !made.forcesRowSecurity;
  if (!isNew && !isForced) return [];
  const { model, direction } = place;
  const voice = voiceOf(direction);
  const who = met.forcesRowSecurity
    ? 'every role without BYPASSRLS'
    : `every role but its owner ${met.owner}`;
  const state = voice.choose(
    'this pull request puts row security on',
    'before the migrations row security is on for',
  );
  return [
    {
      model: model.name,
      operation: 'all',
      status: 'at risk',
      message: `${voice.app} reads and writes ${model.name} without a word about policies; ${state} ${tableWords(model)}, for ${who}. What no policy allows is not found, and not taken (42501), ${voice.until}.`,
      fix: `-- Release 1: the policies, and code that sets what they ask for\n-- Release 2, when no instance of the old code runs:\nALTER TABLE ${tableSql(model)} ENABLE ROW LEVEL SECURITY;`,
    },
  ];
}
