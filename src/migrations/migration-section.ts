/** The report's section about a migration run. */
import { formatDuration } from '../duration.ts';
import type { Finding } from '../report/finding.ts';
import type { Block, Section, Text } from '../report/section.ts';
import type { EngineUsed, MigrationFailure, MigrationResult, MigrationRun } from './migration-run.ts';

export function migrationSection(run: MigrationRun): Section {
  const findings = run.kind === 'failed' ? [failureFinding(run.failure), ...run.findings] : run.findings;
  return {
    id: 'migrate',
    title: 'Migrations',
    status: statusOf(run),
    summary: summaryOf(run),
    blocks: [
      ...tableOf(run.migrations),
      ...(run.kind === 'failed' ? failureBlocks(run.failure) : []),
      engineFacts(run),
    ],
    findings,
  };
}

function statusOf(run: MigrationRun): Section['status'] {
  if (run.kind === 'failed') return 'failed';
  return run.findings.length > 0 ? 'warning' : 'passed';
}

function summaryOf(run: MigrationRun): string {
  const took = formatDuration(run.durationMs);
  if (run.kind === 'failed') return failedSummary(run.failure, run.engine.name);
  if (run.engine.name === 'command') return `the command succeeded in ${took}`;
  const applied = run.migrations.filter(({ status }) => status === 'applied').length;
  const baselined = run.migrations.length - applied;
  const marked = baselined === 0 ? '' : `, ${count(baselined, 'migration')} marked as applied (baseline)`;
  if (applied === 0) return `nothing to apply${marked}`;
  return `${count(applied, 'migration')} applied in ${took}${marked}`;
}

function failedSummary({ reason, migration }: MigrationFailure, engine: EngineUsed['name']): string {
  const what = migration ?? 'the run';
  if (reason === 'cancelled') return `${what} was cancelled`;
  if (reason === 'timed-out') return `${what} was stopped: the time was over`;
  return migration === undefined && engine === 'command' ? 'the command failed' : `${what} failed`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function tableOf(migrations: readonly MigrationResult[]): readonly Block[] {
  if (migrations.length === 0) return [];
  const rows = migrations.map(({ name, status, durationMs }): readonly Text[] => [
    { code: name },
    status,
    durationMs === undefined ? '' : formatDuration(durationMs),
  ]);
  const columns = [{ title: 'Migration' }, { title: 'Status' }, { title: 'Time', align: 'right' as const }];
  return [{ kind: 'table', columns, rows }];
}

function failureBlocks(failure: MigrationFailure): readonly Block[] {
  const { statement, recovery, line, file } = failure;
  const caption = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`;
  const code: readonly Block[] =
    statement === undefined
      ? []
      : [{ kind: 'code', language: 'sql', text: statement, ...(caption === undefined ? {} : { caption }) }];
  return [
    { kind: 'text', text: failure.message },
    ...code,
    ...longDetail(failure),
    ...(factsOf(failure).length === 0 ? [] : [{ kind: 'facts' as const, rows: factsOf(failure) }]),
    { kind: 'list', items: recovery },
  ];
}

/** The last lines of a command, or the call stack of a function. */
function longDetail({ detail }: MigrationFailure): readonly Block[] {
  return detail?.includes('\n') ? [{ kind: 'code', language: 'text', text: detail }] : [];
}

function factsOf({ sqlState, detail, hint }: MigrationFailure): readonly (readonly [string, Text])[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['SQLSTATE', sqlState],
    ['Detail', detail?.includes('\n') ? undefined : detail],
    ['Hint', hint],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

function engineFacts({ engine }: MigrationRun): Block {
  const version = engine.version === undefined ? '' : ` ${engine.version}`;
  return { kind: 'facts', rows: [['Engine', `${engine.name}${version}: ${engine.reason}`]] };
}

function failureFinding(failure: MigrationFailure): Finding {
  const { file, line, detail, hint, sqlState } = failure;
  const evidence = [sqlState === undefined ? undefined : `SQLSTATE ${sqlState}`, detail, hint]
    .filter((part) => part !== undefined)
    .join('\n');
  return {
    rule: failure.reason === 'error' ? 'migration-failed' : `migration-${failure.reason}`,
    severity: 'error',
    subject: failure.migration ?? 'migrate',
    message: failure.message,
    ...(evidence === '' ? {} : { evidence }),
    fix: failure.recovery.join('\n'),
    ...(file === undefined ? {} : { location: { file, line: line ?? 1 } }),
  };
}
