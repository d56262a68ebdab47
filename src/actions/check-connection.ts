import { type ConnectionCheck, checkConnection, connectionRules } from '../checks/check-connection.ts';
import { connectionSection } from '../checks/connection-section.ts';
import { sortFindings } from '../report/finding.ts';
import { ruleOnAll } from '../report/rule-policy.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction, type InputValues } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { configurationInput, failOnInput, githubInputs } from './common-inputs.ts';
import { type ReadConfiguration, readConfiguration } from './configuration.ts';
import { type DatabaseTarget, databaseTargetInputs, resolveDatabase } from './database-target.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { pullRequestOf } from './target.ts';

export const connectionCheckInputs = {
  'minimum-postgres-version': input.integer({
    description: 'Least major version of Postgres that is accepted.',
    default: '15',
    minimum: 10,
    maximum: 99,
  }),
  'max-latency': input.integer({
    description: 'Longest median round trip on the direct host that passes, in milliseconds; `0` = no limit.',
    default: '0',
    minimum: 0,
    maximum: 60_000,
  }),
  'require-tls': input.choice({
    description: '`auto` requires TLS unless the host is this machine or a service container of the job.',
    choices: ['auto', 'true', 'false'],
    default: 'auto',
  }),
} as const;

export const connectionOutputs = {
  'latency-ms': 'Median of several round trips on the direct host, in milliseconds.',
  'server-version': 'Version of the server, such as `17.5`.',
} as const;

export const definition = defineAction({
  name: 'check-connection',
  title: 'Check the connection',
  description:
    'Checks the direct and the pooled connection: TLS, authentication, version, latency, limits, time-outs, read and write.',
  icon: 'activity',
  permissions: [
    'None, unless there is a configuration: `contents: read`, for the configuration of the base commit.',
  ],
  inputs: {
    ...databaseTargetInputs,
    ...connectionCheckInputs,
    ...configurationInput,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: { ...connectionOutputs, status: '`passed`, `warning` or `failed`.' },
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'check-connection', title: 'Connection' };
  return leavingSection(io, step, () => checkAndTell(io));
}

async function checkAndTell(io: ActionIo<typeof definition>): Promise<void> {
  const database = await resolveDatabase(io, io.inputs);
  const settings = await settingsOf(io);
  const check = await runConnectionCheck({ job: io, inputs: io.inputs, database, settings });
  for (const [name, value] of connectionOutputValues(check)) io.output(name, value);
  const section = connectionSection(check);
  io.output('status', statusOf(section));
  concludeSection(io, section, io.inputs.failOn);
}

function settingsOf(io: ActionIo<typeof definition>): Promise<ReadConfiguration> {
  const { inputs, event } = io;
  return readConfiguration({ job: io, inputs, pullRequest: pullRequestOf(inputs, event) });
}

export interface ConnectionCheckRequest {
  readonly job: Job;
  readonly inputs: Pick<
    InputValues<typeof definition.inputs>,
    'minimumPostgresVersion' | 'maxLatency' | 'requireTls' | 'timeout'
  >;
  readonly database: DatabaseTarget;
  readonly settings: ReadConfiguration;
}

/** Checks both URIs and leaves the section. */
export async function runConnectionCheck({
  job,
  inputs,
  database,
  settings,
}: ConnectionCheckRequest): Promise<ConnectionCheck> {
  const checked = await checkConnection(
    {
      directUri: database.direct,
      ...(database.pooled === undefined ? {} : { pooledUri: database.pooled }),
      minimumPostgresVersion: inputs.minimumPostgresVersion,
      ...(inputs.maxLatency === 0 ? {} : { maxLatencyMs: inputs.maxLatency }),
      ...(inputs.requireTls === 'auto' ? {} : { requireTls: inputs.requireTls === 'true' }),
    },
    { log: job.log, signal: job.signal, timeoutMs: inputs.timeout * 1000, now: job.now },
  );
  const ruled = ruleOnAll(checked.findings, connectionRules, settings.policy);
  const findings = sortFindings([...ruled.told, ...(await settings.changes())]);
  const check = { ...checked, findings, accepted: ruled.accepted };
  job.reports.writeSection(database.key, connectionSection(check));
  return check;
}

export function connectionOutputValues(
  check: ConnectionCheck,
): readonly (readonly [keyof typeof connectionOutputs, string])[] {
  return [
    ['latency-ms', check.latencyMs === undefined ? '' : check.latencyMs.toFixed(1)],
    ['server-version', check.serverVersion?.text.split(' ')[0] ?? ''],
  ];
}
