/** Real backups of real databases in a real folder, and drills of them. */

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFolder, backupId } from '../../../src/backups/backup-id.ts';
import type { DrillOutcome, DrillParts } from '../../../src/backups/drill/drill-parts.ts';
import { drillPrograms } from '../../../src/backups/drill/drill-programs.ts';
import { databaseFactsReader } from '../../../src/backups/drill/facts-reader.ts';
import { runDrill } from '../../../src/backups/drill/run-drill.ts';
import { storedSubject } from '../../../src/backups/drill/stored-subject.ts';
import type { ManifestDraft } from '../../../src/backups/manifest-draft.ts';
import { startEmbeddedTarget } from '../../../src/backups/restore/embedded-target.ts';
import { createEmptyDatabase } from '../../../src/backups/restore/empty-database.ts';
import {
  type PublicKey,
  parsePublicKeys,
  parseSignKey,
  type SignKey,
} from '../../../src/backups/signing-keys.ts';
import { openStore } from '../../../src/backups/storage/open-store.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import { type BackupToStore, storeBackup } from '../../../src/backups/store-backup.ts';
import { takeDump } from '../../../src/backups/take-dump.ts';
import { findClientProgram } from '../../../src/postgres/client-programs/find-client-program.ts';
import { connect } from '../../../src/postgres/connect.ts';
import { readSnapshot } from '../../../src/schema/read-snapshot.ts';
import { serializeSnapshot } from '../../../src/schema/snapshot-file.ts';
import { serverUri, type TestDatabase } from '../../support/database.ts';
import { type RestoreSetup, restoreSetup } from '../restore/setup.ts';

export const takenAt = '2026-11-22T05:00:00Z';

export interface Scene extends AsyncDisposable {
  readonly setup: RestoreSetup;
  readonly store: BackupStore;
  /** Folder of the store. */
  readonly folder: string;
  openStore(name: string): Promise<BackupStore>;
}

export async function openScene(signal?: AbortSignal): Promise<Scene> {
  const setup = await restoreSetup(signal);
  const open = (name: string) =>
    openStore(
      { kind: 'file', folder: join(setup.folder.path, name) },
      {
        log: setup.log,
        signal: setup.context.signal,
        timeoutMs: 10_000,
        now: setup.context.now,
        fetch: globalThis.fetch,
        mask: () => {},
        environment: {},
      },
      {
        workspace: setup.folder.path,
        artifactFolder: join(setup.folder.path, 'artifact'),
        scratchFolder: setup.folder.path,
        isRepositoryPublic: undefined,
        repository: () => Promise.reject(new Error('no repository')),
        releaseTag: undefined,
      },
    );
  const store = await open('store');
  return {
    setup,
    store,
    folder: join(setup.folder.path, 'store'),
    openStore: open,
    [Symbol.asyncDispose]: () => setup[Symbol.asyncDispose](),
  };
}

export interface SignPair {
  readonly sign: SignKey;
  readonly trusted: readonly PublicKey[];
  readonly publicPem: string;
}

export function signPair(): SignPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const sign = parseSignKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { sign, trusted: parsePublicKeys(publicPem), publicPem };
}

export interface MadeBackupOptions {
  readonly at?: string;
  readonly sign?: SignKey;
  readonly recipients?: BackupToStore['recipients'];
  readonly stores?: readonly BackupStore[];
  readonly change?: (draft: ManifestDraft) => ManifestDraft;
  readonly proof?: 'source' | 'none';
  readonly tag?: string;
  /** Done to the folder that pg_dump has written, before it is stored, so that hashes are of what comes of it. */
  readonly tamper?: (folder: string) => Promise<void>;
}

/** @returns the backup's id */
export async function makeBackup(
  { setup, store }: Scene,
  database: TestDatabase,
  options: MadeBackupOptions = {},
): Promise<string> {
  const { log, signal } = setup.context;
  const { at = takenAt, proof = 'source', change = (draft) => draft } = options;
  const common = { environment: process.env, log, signal };
  const pgDump = await findClientProgram({ name: 'pg_dump', serverMajor: 15, install: false, ...common });
  const id = backupId({ series: 'app', takenAt: new Date(at), trigger: 'scheduled', commit: '' });
  const folder = join(setup.folder.path, `dump-${id}-${performance.now()}`);
  const taken = await takeDump({
    uri: database.uri,
    output: { kind: 'folder', path: folder },
    jobs: 1,
    proof,
    tables: {},
    pgDump,
    compression: 'none',
    timeoutMs: 10_000,
    lockTimeoutMs: 10_000,
    ...common,
  });
  await options.tamper?.(folder);
  const { files: _packed, format: _format, ...description } = taken.description;
  const draft: ManifestDraft = {
    id,
    series: 'app',
    database: 'app',
    origin: {
      trigger: 'scheduled',
      repository: 'neonhub/app',
      commit: '',
      ...(options.tag === undefined ? {} : { tag: options.tag }),
    },
    server: taken.server,
    snapshot: { ...taken.snapshot, takenAt: new Date(at).toISOString() },
    dump: description,
    proof,
    facts: taken.facts,
    notInBackup: taken.notInBackup,
    seconds: taken.seconds,
  };
  const schemaJson = await schemaOf(database, setup);
  await storeBackup({
    stores: options.stores ?? [store],
    dump: { format: 'directory', folder },
    schemaJson: () => schemaJson,
    draft: change(draft),
    recipients: options.recipients,
    signKey: options.sign,
    serverNow: () => Promise.resolve(new Date(at)),
    log,
    signal,
  });
  return id;
}

async function schemaOf(database: TestDatabase, { context }: RestoreSetup): Promise<string> {
  await using session = await connect({
    uri: database.uri,
    applicationName: 'test',
    signal: context.signal,
    timeoutMs: 10_000,
    log: context.log,
  });
  return serializeSnapshot(await readSnapshot(session));
}

export type DrillChange = Partial<Omit<DrillParts, 'subject'>> & {
  readonly trusted?: readonly PublicKey[];
  readonly identities?: Parameters<typeof storedSubject>[0]['identities'];
  readonly store?: BackupStore;
  readonly allowsUnpatched?: boolean;
};

export async function drill(scene: Scene, id: string, change: DrillChange = {}): Promise<DrillOutcome> {
  const { context } = scene.setup;
  const { trusted = [], identities, store = scene.store, allowsUnpatched = true, ...parts } = change;
  const folder = join(scene.setup.folder.path, 'work');
  await mkdir(folder, { recursive: true });
  return runDrill(
    {
      subject: storedSubject({
        store,
        backupId: id,
        series: 'app',
        trust: { publicKeys: trusted },
        identities,
        log: context.log,
        signal: context.signal,
      }),
      openTarget: sharedTarget,
      programs: (backup) => drillPrograms(backup, { ...context, install: false, allowsUnpatched }),
      facts: databaseFactsReader({ workers: 2, install: false }),
      assertions: [],
      assertionTimeoutMs: 5000,
      jobs: 2,
      machine: { cores: 2, memoryBytes: 1024, platform: 'linux' },
      ...parts,
    },
    { ...context, folder },
  );
}

/** A database on the server that all tests share: a server of its own takes a second to start. */
export const sharedTarget: DrillParts['openTarget'] = ({ server }, own) =>
  createEmptyDatabase(
    {
      serverUri: serverUri(),
      database: `restored_${randomUUID()}`,
      server,
      description: 'shared server',
      isThrownAway: true,
      roles: 'make',
    },
    own,
  );

export const embeddedTarget: DrillParts['openTarget'] = ({ server }, own) =>
  startEmbeddedTarget({ server, database: 'restored', maintenanceMegabytes: 64 }, own);

/** Path of a stored object of the backup. */
export function objectPath({ folder }: Scene, id: string, name: string): string {
  return join(folder, backupFolder(id), name);
}

/** Changes the bytes of a stored object in place. */
export async function changeObject(
  scene: Scene,
  id: string,
  name: string,
  change: (bytes: Buffer) => Buffer,
): Promise<void> {
  const path = objectPath(scene, id, name);
  await writeFile(path, change(await readFile(path)));
}
