/** Triggers, rules, policies and extended statistics. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { SchemaObject } from '../snapshot.ts';
import { isGiven } from './constraint-sql.ts';
import { nameSql, parentSql, targetOf } from './names.ts';
import type { KindSql } from './scene.ts';
import { has, listOf, needed, textOf, withoutEnd } from './values.ts';

const firing: Readonly<Record<string, string>> = {
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
};

/** When a trigger, an event trigger or a rule fires. */
export function firingOf(object: SchemaObject): string {
  return firing[textOf(object, 'enabled') ?? ''] ?? 'ENABLE';
}

function enableSql(object: SchemaObject, word: string): string {
  return `ALTER TABLE ${parentSql(object)} ${firingOf(object)} ${word} ${nameSql(object)}`;
}

export const triggerSql: KindSql = {
  create(trigger) {
    if (isGiven(trigger)) return [];
    // The snapshot's definition is without the name.
    const definition = needed(trigger, 'definition').replace(
      /TRIGGER /,
      () => `TRIGGER ${nameSql(trigger)} `,
    );
    return [definition, ...(has(trigger, 'enabled') ? [enableSql(trigger, 'TRIGGER')] : [])];
  },
  alter: ({ to, changed }) =>
    changed.has('definition') ? 'again' : changed.has('enabled') ? [enableSql(to, 'TRIGGER')] : [],
};

export const ruleSql: KindSql = {
  create: (rule) => [
    withoutEnd(
      needed(rule, 'definition').replace(/^CREATE RULE AS/, () => `CREATE RULE ${nameSql(rule)} AS`),
    ),
    ...(has(rule, 'enabled') ? [enableSql(rule, 'RULE')] : []),
  ],
  alter: ({ to, changed }) =>
    changed.has('definition') ? 'again' : changed.has('enabled') ? [enableSql(to, 'RULE')] : [],
};

export const policySql: KindSql = {
  create(policy) {
    const kind = has(policy, 'restrictive') ? ' AS RESTRICTIVE' : '';
    return [
      `CREATE ${targetOf(policy)}${kind} FOR ${needed(policy, 'command')} TO ${rolesOf(policy)}${conditions(policy)}`,
    ];
  },
  alter({ from, to, changed }) {
    const isGone = ['using', 'check'].some((name) => has(from, name) && !has(to, name));
    if (changed.has('command') || changed.has('restrictive') || isGone) return 'again';
    return changed.size === 0 ? [] : [`ALTER ${targetOf(to)} TO ${rolesOf(to)}${conditions(to)}`];
  },
};

function rolesOf(policy: SchemaObject): string {
  const roles = listOf(policy, 'roles').map((role) => (role === 'PUBLIC' ? role : quoteIdentifier(role)));
  return roles.length === 0 ? 'PUBLIC' : roles.join(', ');
}

function conditions(policy: SchemaObject): string {
  const [using, check] = [textOf(policy, 'using'), textOf(policy, 'check')];
  return `${using === undefined ? '' : ` USING (${using})`}${check === undefined ? '' : ` WITH CHECK (${check})`}`;
}

export const statisticsSql: KindSql = {
  create(statistics) {
    const name = nameSql(statistics);
    return [
      needed(statistics, 'definition').replace(/^CREATE STATISTICS/, () => `CREATE STATISTICS ${name}`),
      ...(has(statistics, 'target') ? [targetSql(statistics)] : []),
    ];
  },
  alter: ({ to, changed }) =>
    changed.has('definition') ? 'again' : changed.has('target') ? [targetSql(to)] : [],
};

function targetSql(statistics: SchemaObject): string {
  return `ALTER ${targetOf(statistics)} SET STATISTICS ${textOf(statistics, 'target') ?? '-1'}`;
}
