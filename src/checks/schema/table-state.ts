/** How production's tables fare: space that holds no row, and rows that autovacuum does not clear away. */
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { formatBytes } from '../../report/quantity.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { numberOption } from '../../report/rule-policy.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';
import { type Production, productionFor, reasonOf } from './production.ts';
import { ageText, type TableState } from './statistics.ts';

const bloatInfo: RuleInfo = {
  id: 'table-bloat',
  title: 'Much of a table is empty',
  severity: 'notice',
  levels: { strict: 'warning' },
  options: {
    percent: {
      kind: 'number',
      default: 50,
      minimum: 10,
      maximum: 95,
      description: 'Least share of the table that is estimated to hold no row.',
    },
    'minimum-megabytes': {
      kind: 'number',
      default: 100,
      minimum: 1,
      maximum: 1_000_000,
      description: 'Least space that is estimated to hold no row.',
    },
  },
  why: 'Scans, the cache and every copy carry it. It is an estimate from row counts and average widths, on the low side; `pgstattuple` measures.',
  docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
};

function findBloat(facts: SchemaFacts) {
  const least = numberOption(facts.policy, bloatInfo, 'minimum-megabytes') * 1024 * 1024;
  const percent = numberOption(facts.policy, bloatInfo, 'percent');
  return tablesOf(facts).flatMap((table) => {
    const empty = table.bytes - (table.neededBytes ?? table.bytes);
    if (empty < least || empty * 100 < table.bytes * percent) return [];
    return findingOf(bloatInfo, {
      subject: displayName(table),
      message: `About ${Math.floor((empty * 100) / table.bytes)} % of this table hold no row.`,
      evidence: `${formatBytes(table.bytes)} for about ${Math.round(table.rows).toLocaleString('en-US')} rows, which need ${formatBytes(table.neededBytes ?? 0)} (estimate).`,
      fix: `-- New rows use the space again by themselves. To give it back: pg_repack or pg_squeeze, or, under an ACCESS EXCLUSIVE lock:\nVACUUM (FULL, ANALYZE) ${qualifiedName(table)};`,
    });
  });
}

/** One line, however many tables it is about. */
function skippedBloat(facts: SchemaFacts): readonly string[] {
  const production = productionFor(facts, { seconds: 0, notOnReplica: undefined });
  if (production.kind === 'skipped') return [production.reason];
  const tables = tablesOf(facts);
  const unknown = tables.filter(({ neededBytes }) => neededBytes === null).length;
  if (unknown === 0) return [];
  return [`${unknown} of ${tables.length} tables were never analysed, or the role may not read them`];
}

const autovacuumInfo: RuleInfo = {
  id: 'autovacuum-behind',
  title: 'Autovacuum does not keep up with a table',
  severity: 'warning',
  options: {
    'minimum-rows': {
      kind: 'number',
      default: 10_000,
      minimum: 1,
      maximum: 1_000_000_000,
      description: 'Fewer dead rows are not reported.',
    },
    hours: {
      kind: 'number',
      default: 24,
      minimum: 1,
      maximum: 8_760,
      description: 'A table that was vacuumed more recently is not reported.',
    },
  },
  why: 'Twice as many rows are dead as autovacuum waits for, and no vacuum has come for long: it is switched off for the table, is held back by an old transaction or replication slot, or has too few workers. Every scan reads the dead rows too.',
  docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM',
};

function findBehind(facts: SchemaFacts) {
  if (productionOf(facts).kind === 'skipped') return [];
  const least = numberOption(facts.policy, autovacuumInfo, 'minimum-rows');
  const longest = numberOption(facts.policy, autovacuumInfo, 'hours') * 3600;
  return tablesOf(facts).flatMap((table) => {
    const { deadRows, vacuumAt, lastVacuumSeconds } = table;
    if (deadRows < least || deadRows < 2 * vacuumAt) return [];
    if (lastVacuumSeconds !== null && lastVacuumSeconds < longest) return [];
    return findingOf(autovacuumInfo, {
      subject: displayName(table),
      message: `${deadRows.toLocaleString('en-US')} rows of it are dead, and no vacuum clears them away.`,
      evidence: behindEvidence(table),
      fix: table.isAutovacuumOn
        ? `VACUUM (VERBOSE, ANALYZE) ${qualifiedName(table)};\n-- Its output says which old transaction holds it back, if one does.`
        : `ALTER TABLE ${qualifiedName(table)} RESET (autovacuum_enabled);\nVACUUM (ANALYZE) ${qualifiedName(table)};`,
    });
  });
}

function behindEvidence({ vacuumAt, lastVacuumSeconds, isAutovacuumOn }: TableState): string {
  const last =
    lastVacuumSeconds === null
      ? 'no vacuum was counted'
      : `the last vacuum was ${ageText(lastVacuumSeconds)} ago`;
  const off = isAutovacuumOn ? '' : '; autovacuum is off for it';
  return `Autovacuum starts at ${Math.round(vacuumAt).toLocaleString('en-US')} dead rows; ${last}${off}.`;
}

function productionOf(facts: SchemaFacts): Production {
  const seconds = numberOption(facts.policy, autovacuumInfo, 'hours') * 3600;
  return productionFor(facts, { seconds, notOnReplica: 'dead rows' });
}

/** Of the schemas that are looked at. */
function tablesOf({ statistics, catalog }: SchemaFacts): readonly TableState[] {
  if (statistics.kind === 'skipped') return [];
  return statistics.counted.tables.filter(({ schema }) => catalog.schemas.includes(schema));
}

export const tableBloat: SchemaRule = {
  info: bloatInfo,
  find: findBloat,
  needsStatistics: true,
  skipped: skippedBloat,
};
export const autovacuumBehind: SchemaRule = {
  info: autovacuumInfo,
  find: findBehind,
  needsStatistics: true,
  skipped: (facts) => reasonOf(productionOf(facts)),
};
