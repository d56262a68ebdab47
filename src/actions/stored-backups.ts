/** Opens the places where backups are stored, and reads what the actions about them have in common. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { isBackupId } from '../backups/backup-id.ts';
import type { ChosenDrill } from '../backups/drill/choose-drills.ts';
import type { DrillParts } from '../backups/drill/drill-parts.ts';
import { drillPrograms } from '../backups/drill/drill-programs.ts';
import { databaseFactsReader } from '../backups/drill/facts-reader.ts';
import { storedSubject } from '../backups/drill/stored-subject.ts';
import { type Identities, parseIdentities } from '../backups/encryption/identities.ts';
import type { RestoreContext } from '../backups/restore/restore-target.ts';
import { type PublicKey, parsePublicKeys } from '../backups/signing-keys.ts';
import type { BackupStore } from '../backups/storage/store.ts';
import { UserError } from '../errors.ts';
import { splitStatements } from '../postgres/split-statements.ts';
import type { InputValues } from '../runtime/definition.ts';
import type { Job } from '../runtime/io.ts';
import type { storedBackupInputs } from './backup-inputs.ts';
import { openStores } from './open-stores.ts';

export type StoredBackupInputs = InputValues<typeof storedBackupInputs> & {
  readonly githubToken: string | undefined;
  /** Seconds. */
  readonly timeout: number;
};

export interface StoredBackups {
  readonly stores: readonly BackupStore[];
  readonly series: string;
  readonly identities: Identities | undefined;
  readonly publicKeys: readonly PublicKey[];
}

/** @throws UserError for a destination, an identity or a key that cannot be read, and where the series is not clear */
export async function openStoredBackups(job: Job, inputs: StoredBackupInputs): Promise<StoredBackups> {
  const identities = inputs.identity === undefined ? undefined : await parseIdentities(inputs.identity);
  for (const key of identities?.keys ?? []) job.mask(key);
  const publicKeys = inputs.publicKey === undefined ? [] : parsePublicKeys(inputs.publicKey);
  const stores = await openStores(job, { ...inputs, destinations: inputs.from, input: 'from' });
  return {
    stores,
    series: inputs.series ?? (await onlySeries(stores)) ?? nameOf(job),
    identities,
    publicKeys,
  };
}

/** For people, where nothing is stored yet, or nothing any more. */
function nameOf({ event }: Job): string {
  return event.repository.split('/')[1] ?? event.repository;
}

/** @throws UserError when there is none, or more than one */
export async function requireSeries(stores: readonly BackupStore[]): Promise<string> {
  const series = await onlySeries(stores);
  if (series !== undefined) return series;
  throw new UserError(`There is no backup in ${stores.map(({ location }) => location).join(', ')}.`);
}

/** Undefined when there is no backup at all. @throws UserError when there is more than one */
async function onlySeries(stores: readonly BackupStore[]): Promise<string | undefined> {
  const found = new Set<string>();
  for (const store of stores)
    for await (const { key } of store.list('')) {
      const [series = '', ...rest] = key.split('/');
      if (rest.length > 2 && isBackupId(rest.at(-2) ?? '')) found.add(series);
    }
  const [series, ...others] = [...found].toSorted();
  if (series === undefined || others.length === 0) return series;
  const where = stores.map(({ location }) => location).join(', ');
  throw new UserError(`There are several series of backups in ${where}: ${[series, ...others].join(', ')}.`, {
    hint: 'Name the one that is meant with `series`.',
  });
}

/** SQL as it is given, or the content of a file of the workspace. @throws UserError for a file that is none, and for nothing */
export function readAssertions(job: Job, text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const path = resolve(job.workspace, text);
  const isPath = !/[\s;()]/.test(text);
  if (isPath && !(existsSync(path) && statSync(path).isFile()))
    throw new UserError(`Input \`assert-sql\`: there is no file "${text}".`, {
      hint: 'Give SQL, or a path below the workspace; is the repository checked out?',
    });
  const statements = splitStatements(isPath ? readFileSync(path, 'utf8') : text);
  if (statements.length > 0) return statements;
  throw new UserError('Input `assert-sql` holds no statement.', {
    hint: 'Leave it away, or give statements such as `SELECT count(*) > 0 FROM users;`.',
  });
}

/** Everything of a drill but its target. */
export function drillParts(
  job: Job,
  inputs: StoredBackupInputs,
  parts: {
    readonly backups: StoredBackups;
    readonly chosen: ChosenDrill;
    readonly assertions: readonly string[];
  },
): Omit<DrillParts, 'openTarget'> {
  const { backups, chosen, assertions } = parts;
  const store = backups.stores.find(({ location }) => location === chosen.location);
  if (store === undefined) throw new Error(`There is no store ${chosen.location}.`);
  const jobs = inputs.jobs === 0 ? availableParallelism() : inputs.jobs;
  const { log, signal, environment } = job;
  const install = inputs.installClient;
  return {
    subject: storedSubject({
      store,
      backupId: chosen.backupId,
      series: backups.series,
      trust: { publicKeys: backups.publicKeys },
      identities: backups.identities,
      log,
      signal,
    }),
    programs: (backup) =>
      drillPrograms(backup, {
        ...{ environment, log, signal, install },
        allowsUnpatched: inputs.allowUnpatchedPgRestore,
      }),
    facts: databaseFactsReader({ workers: jobs, install }),
    assertions,
    assertionTimeoutMs: inputs.assertTimeout * 1000,
    jobs,
    machine: {
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      platform: `${process.platform} ${process.arch}`,
    },
  };
}

export function restoreContext(job: Job, { timeout }: Pick<StoredBackupInputs, 'timeout'>): RestoreContext {
  const { log, signal, now, mask, environment, stateDirectory } = job;
  return { log, signal, now, mask, environment, folder: stateDirectory, timeoutMs: timeout * 1000 };
}
