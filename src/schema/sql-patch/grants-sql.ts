/** Grants as `grants.ts` tells them, against what would hold without any: what leads from one list to another. */
import { quoteIdentifier } from '../../postgres/identifier.ts';

/** Held, held with grant option, taken from whoever has it by default. */
type Held = '+' | '*' | '-';

interface Privileges {
  readonly grantee: string;
  readonly held: ReadonlyMap<string, Held>;
}

/** Around a list of privileges and what they are on: `GRANT … ON TABLE x TO y`. */
export interface GrantTarget {
  /** A statement before GRANT or REVOKE, such as `ALTER DEFAULT PRIVILEGES …`. */
  readonly before?: string;
  readonly on: string;
  /** After each privilege: of a column its name. */
  readonly column?: string;
  /** Who has every privilege by default. */
  readonly owner?: string | undefined;
}

export function grantsSql(
  from: readonly string[],
  to: readonly string[],
  target: GrantTarget,
): readonly string[] {
  const [old, now] = [read(from), read(to)];
  const grantees = [...new Set([...old, ...now].map(({ grantee }) => grantee))].toSorted();
  const heldBy = (list: readonly Privileges[], name: string) =>
    list.find(({ grantee }) => grantee === name)?.held ?? new Map<string, Held>();
  return grantees.flatMap((grantee) =>
    changesFor(heldBy(old, grantee), heldBy(now, grantee), grantee === target.owner).map(
      ({ action, privileges }) => statement(action, { grantee, privileges, target }),
    ),
  );
}

type Action = 'grant' | 'grant with option' | 'revoke' | 'revoke option';

function changesFor(old: ReadonlyMap<string, Held>, now: ReadonlyMap<string, Held>, isOwner: boolean) {
  const byAction = new Map<Action, string[]>();
  for (const privilege of new Set([...old.keys(), ...now.keys()])) {
    const [before, after] = [old.get(privilege), now.get(privilege)];
    const action = actionFor(before, after ?? (isOwner && before === '*' ? '+' : undefined));
    if (action !== undefined) byAction.set(action, [...(byAction.get(action) ?? []), privilege]);
  }
  return [...byAction].map(([action, privileges]) => ({ action, privileges }));
}

function actionFor(old: Held | undefined, now: Held | undefined): Action | undefined {
  if (old === now) return undefined;
  if (now === '+') return old === '*' ? 'revoke option' : 'grant';
  if (now === '*') return 'grant with option';
  if (now === '-') return 'revoke';
  return old === '-' ? 'grant' : 'revoke';
}

interface Facts {
  readonly grantee: string;
  readonly privileges: readonly string[];
  readonly target: GrantTarget;
}

function statement(action: Action, { grantee, privileges, target }: Facts): string {
  const { before = '', on, column = '' } = target;
  const what = `${privileges.map((privilege) => `${privilege}${column}`).join(', ')} ON ${on}`;
  const who = grantee === 'PUBLIC' ? 'PUBLIC' : quoteIdentifier(grantee);
  const sql = {
    grant: `GRANT ${what} TO ${who}`,
    'grant with option': `GRANT ${what} TO ${who} WITH GRANT OPTION`,
    revoke: `REVOKE ${what} FROM ${who}`,
    'revoke option': `REVOKE GRANT OPTION FOR ${what} FROM ${who}`,
  };
  return `${before}${sql[action]}`;
}

function read(lines: readonly string[]): readonly Privileges[] {
  const byGrantee = new Map<string, Map<string, Held>>();
  for (const line of lines) {
    const [, revoked, grantee = '', list = ''] = /^(revoked from )?(.*): ([A-Z*, ]+)$/s.exec(line) ?? [];
    const held = byGrantee.get(grantee) ?? new Map<string, Held>();
    for (const word of list.split(', ')) {
      const privilege = word.replace('*', '');
      held.set(privilege, revoked === undefined ? (word.endsWith('*') ? '*' : '+') : '-');
    }
    byGrantee.set(grantee, held);
  }
  return [...byGrantee].map(([grantee, held]) => ({ grantee, held }));
}
