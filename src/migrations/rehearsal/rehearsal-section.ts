/** The report's section about a rehearsal: the worst at a glance, the rest folded. */
import { formatDuration } from '../../duration.ts';
import { counted } from '../../report/quantity.ts';
import type { Block, Section } from '../../report/section.ts';
import { countFindings, countsInWords } from '../../report/verdict.ts';
import { circumstancesWords, sourceWords, timeoutWords } from './circumstances-words.ts';
import { extrapolations, type ProductionRows } from './extrapolation.ts';
import { blockedBy } from './lock-mode.ts';
import type { Measurement } from './measurement.ts';
import {
  allowedDetails,
  compatibilityBlocks,
  dataBlocks,
  loadBlocks,
  notMeasuredDetails,
  rollbackBlocks,
} from './part-blocks.ts';
import type { Rehearsal } from './rehearsal.ts';
import { findingsOfRehearsal, statementFinder } from './rehearsal-findings.ts';
import { relationName, statesByOid } from './relation-words.ts';
import { isNotable, type StatementFacts, shortestStallMs, statementFacts } from './statement-facts.ts';
import { lockTable, placeWords, statementTable } from './statement-table.ts';
import { timeline } from './timeline.ts';

/** @param production rows of production's tables, where the rehearsed branch has others */
export function rehearsalSection(rehearsal: Rehearsal, production?: ProductionRows): Section {
  const facts = statementFacts(rehearsal);
  const findings = findingsOfRehearsal(rehearsal);
  const { verdict, measurement } = rehearsal;
  const counts = countsInWords(countFindings(findings));
  return {
    id: 'rehearse-migrations',
    title: 'Rehearsal',
    status: verdict === 'error' ? 'failed' : verdict === 'warning' ? 'warning' : 'passed',
    summary: `${summaryOf(facts, measurement)}${counts === '' ? '' : `: ${counts}`}`,
    blocks: measurement.statements.length === 0 ? [] : blocksOf(rehearsal, facts, production),
    findings,
  };
}

function summaryOf(facts: readonly StatementFacts[], { circumstances }: Measurement): string {
  if (facts.length === 0) return 'no pending migration';
  const failed = facts.filter(({ statement }) => statement.status === 'failed');
  const start = failed.length === 0 ? '' : `${counted(failed.length, 'statement')} failed, `;
  const blocking = facts.filter(({ stalls }) => stalls.length > 0);
  const longest = Math.max(...blocking.map(({ stalls }) => stalls[0]?.heldMs ?? 0));
  if (blocking.length === 0) {
    return `${start}none of ${counted(facts.length, 'statement')} blocks reads or writes for ${shortestStallMs} ms`;
  }
  const reads = blocking.some(({ stalls }) => stalls.some(({ mode }) => blockedBy(mode).reads));
  const verb = blocking.length === 1 ? 'blocks' : 'block';
  const what = reads ? 'reads or writes' : 'writes';
  const where = circumstances.isProductionData ? 'production-size tables' : 'existing tables';
  const last = `${blocking.length === 1 ? 'for' : 'longest'} ${formatDuration(longest)}`;
  return `${start}${counted(blocking.length, 'statement')} ${verb} ${what} on ${where}, ${last}`;
}

/** Statements that are seen without a click. */
const mostNotable = 12;

function blocksOf(
  rehearsal: Rehearsal,
  facts: readonly StatementFacts[],
  production: ProductionRows | undefined,
): readonly Block[] {
  const { measurement, data, compatibility, codeFirst, load, rollback, allowed } = rehearsal;
  const find = statementFinder(measurement.statements);
  const states = statesByOid(measurement.before);
  const shown = facts.filter(isNotable).slice(0, mostNotable);
  const diagram = timeline(measurement.statements);
  return [
    ...(shown.length === 0 ? [] : [statementTable(shown, states)]),
    ...(production === undefined ? [] : estimateBlocks(measurement, production)),
    ...(diagram === undefined ? [] : [diagram]),
    ...dataBlocks(data, find),
    ...compatibilityBlocks(compatibility, 'The deployed app'),
    ...compatibilityBlocks(codeFirst, 'The new app'),
    ...loadBlocks(load),
    ...rollbackBlocks(rollback),
    circumstancesFacts(measurement),
    ...otherStatements(facts, shown, rehearsal),
    ...allowedDetails(allowed, find),
    ...notMeasuredDetails(rehearsal),
  ];
}

function estimateBlocks(measurement: Measurement, production: ProductionRows): readonly Block[] {
  const find = statementFinder(measurement.statements);
  const rows = extrapolations(measurement, production).map(
    ({ table, words, statement }) =>
      [`${relationName(table)} (${placeWords(find(statement) ?? statement)})`, words] as const,
  );
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

function circumstancesFacts({ circumstances, statements }: Measurement): Block {
  const source = sourceWords(statements);
  return {
    kind: 'facts',
    rows: [
      ['Measured on', circumstancesWords(circumstances)],
      ...(source === undefined ? [] : [['How', source] as const]),
      ['Time-outs', timeoutWords(circumstances)],
      ...(circumstances.isProductionData
        ? []
        : [['Data', "not a copy of production's: sizes and times say nothing about production"] as const]),
    ],
  };
}

function otherStatements(
  facts: readonly StatementFacts[],
  shown: readonly StatementFacts[],
  { measurement }: Rehearsal,
): readonly Block[] {
  const others = facts.filter((each) => !shown.includes(each));
  const locks = lockTable(measurement.statements);
  const title =
    shown.length === 0 ? counted(others.length, 'statement') : counted(others.length, 'other statement');
  const states = statesByOid(measurement.before);
  return [
    ...(others.length === 0
      ? []
      : [{ kind: 'details' as const, title, blocks: [statementTable(others, states)] }]),
    ...(locks === undefined ? [] : [{ kind: 'details' as const, title: 'Every lock', blocks: [locks] }]),
  ];
}
