/** A team's repository with everything that the examples about backups need: environments, roles, keys and two buckets. */
import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { parseSignKey, type SignKey } from '../../src/backups/signing-keys.ts';
import { parseDestination } from '../../src/backups/storage/destination.ts';
import { createS3Store } from '../../src/backups/storage/s3/s3-store.ts';
import type { BackupStore } from '../../src/backups/storage/store.ts';
import { documentedPolicies } from '../backups/storage/documented-policies.ts';
import { storeContext } from '../backups/storage/store-context.ts';
import type { DeploymentEnvironments } from '../runner/deployment-environment.ts';
import type { RunnerEvent } from '../runner/github-context.ts';
import type { StandIn } from '../runner/resolve-uses.ts';
import { gitHubStandIns } from '../runner/stand-ins.ts';
import { runWorkflow, type WorkflowJobResult } from '../runner/workflow.ts';
import type { Policy } from '../stand-ins/s3/policy.ts';
import { type S3StandIn, startS3StandIn } from '../stand-ins/s3/server.ts';
import { addBucket, type Bucket, type KeyGrant } from '../stand-ins/s3/world.ts';
import { type AwsRoles, createAwsRoles } from './aws-roles.ts';
import { repositoryRoot } from './consumer.ts';
import { serverUri } from './database.ts';
import { assertNoLeaks } from './no-leaks.ts';
import { createScene, githubToken, neonKey, type PreviewScene, secretsOf } from './preview-scene.ts';

export const arns = {
  writer: 'arn:aws:iam::123456789012:role/backup-writer',
  reader: 'arn:aws:iam::123456789012:role/backup-reader',
  pruner: 'arn:aws:iam::123456789012:role/backup-pruner',
} as const;

const bucketNames = ['backups', 'backups-elsewhere'];
const owner: KeyGrant = {
  accessKeyId: 'AKIAOWNEROFBOTH00000',
  secretAccessKey: 'owner/secret+of+both+buckets',
};

export interface BackupStage extends AsyncDisposable {
  readonly scene: PreviewScene;
  readonly s3: S3StandIn;
  readonly buckets: readonly Bucket[];
  readonly roles: AwsRoles;
  readonly identity: string;
  readonly signKey: SignKey;
  /** The destinations, opened with the credentials given; the owner of the buckets unless said otherwise. */
  open(credentials?: KeyGrant): readonly BackupStore[];
  /** Runs an example, all its jobs, in what the repository has. */
  run(file: string, run: StageRun): Promise<Readonly<Record<string, WorkflowJobResult>>>;
}

export interface StageRun {
  readonly event: RunnerEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly edit?: (text: string) => string;
  readonly standIns?: Readonly<Record<string, StandIn>>;
  /** Of the repository itself, seen by every job. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

export async function createBackupStage(): Promise<BackupStage> {
  const scene = await createScene();
  const s3 = await startS3StandIn([owner]);
  const buckets = bucketNames.map((name) => addBucket(s3.world, name));
  const roles = createAwsRoles(
    [
      { arn: arns.writer, policy: policyOf('writer'), environments: ['backup'] },
      { arn: arns.reader, policy: policyOf('drill'), environments: ['drill', 'disaster-recovery'] },
      { arn: arns.pruner, policy: policyOf('pruner'), environments: ['backup-pruning'] },
    ],
    s3.world,
  );
  const identity = await generateX25519Identity();
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const stage = { scene, s3, roles, identity, pem, signKey: parseSignKey(pem) };
  await shipCalledWorkflow(scene);
  return {
    ...stage,
    buckets,
    open: (credentials = owner) => destinationsOf(s3).map((text) => openStore(text, credentials)),
    run: (file, run) => runOnStage(stage, file, run),
    async [Symbol.asyncDispose]() {
      await s3[Symbol.asyncDispose]();
      await scene[Symbol.asyncDispose]();
    },
  };
}

/** The documented policy, for each of the two buckets. */
function policyOf(name: string): Policy {
  const policy = documentedPolicies().get(name);
  if (policy === undefined) throw new Error(`The page has no policy ${name}.`);
  const texts = bucketNames.map((bucket) =>
    JSON.stringify(policy.Statement).replaceAll(/arn:aws:s3:::backups(?=["/])/g, `arn:aws:s3:::${bucket}`),
  );
  return { ...policy, Statement: texts.flatMap((text): Policy['Statement'] => JSON.parse(text)) };
}

function destinationsOf({ url }: S3StandIn): readonly string[] {
  return bucketNames.map((name) => `s3://${name}/prefix?endpoint=${url}`);
}

function openStore(text: string, { accessKeyId, secretAccessKey, sessionToken }: KeyGrant): BackupStore {
  const destination = parseDestination(text, () => undefined);
  if (destination.kind !== 's3') throw new Error('no bucket');
  const environment = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
  return createS3Store(destination, storeContext({ environment }));
}

/** As GitHub has it at `@v1`, but for the address of Neon's API. */
async function shipCalledWorkflow({ consumer, neon }: PreviewScene): Promise<void> {
  const folder = join(consumer.shipped, '.github/workflows');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'proved-backup.yml');
  await cp(join(repositoryRoot, '.github/workflows/proved-backup.yml'), file);
  await writeFile(file, withNeon(await readFile(file, 'utf8'), neon.url));
}

function withNeon(workflow: string, url: string): string {
  return workflow.replace(/^( *)neon-project-id: .*$/gm, `$&\n$1neon-api-url: ${url}`);
}

interface Stage {
  readonly scene: PreviewScene;
  readonly s3: S3StandIn;
  readonly roles: AwsRoles;
  readonly identity: string;
  readonly pem: string;
  readonly signKey: SignKey;
}

/** What each environment has: nobody gets what another job needs. */
function environmentsOf({ scene, identity, pem }: Stage): DeploymentEnvironments {
  const reader = { BACKUP_READER_ROLE: arns.reader };
  return {
    backup: {
      vars: { BACKUP_WRITER_ROLE: arns.writer },
      secrets: { NEON_API_KEY: neonKey, BACKUP_SIGN_KEY: pem },
    },
    drill: { vars: reader, secrets: { BACKUP_IDENTITY: identity } },
    'backup-pruning': { vars: { BACKUP_PRUNER_ROLE: arns.pruner } },
    production: { secrets: { PRODUCTION_DATABASE_URL: scene.neon.uri() } },
    'disaster-recovery': { vars: reader, secrets: { NEON_API_KEY: neonKey, BACKUP_IDENTITY: identity } },
  };
}

const jobNames = ['backup', 'verify', 'migrate', 'prune', 'drill', 'freshness', 'restore'];

async function runOnStage(stage: Stage, file: string, run: StageRun) {
  const { scene, s3, roles, identity, signKey } = stage;
  const { consumer, neon, github } = scene;
  const text = await readFile(join(repositoryRoot, 'examples', file), 'utf8');
  const calls = /^ {4}uses: /m.test(text);
  // Every job has a machine of its own.
  const temporary = (job: string) => join(consumer.temporaryDirectory, file, job);
  const results = await runWorkflow({
    workflow: { text: (run.edit ?? ((same) => same))(calls ? text : withNeon(text, neon.url)) },
    workspace: consumer.workspace,
    jobs: Object.fromEntries(jobNames.map((name) => [name, { temporaryDirectory: temporary(name) }])),
    event: run.event,
    inputs: run.inputs ?? {},
    github: { repository: 'acme/shop', token: githubToken, apiUrl: github.url, runId: '42' },
    secrets: [serverUri()],
    secretsContext: run.secrets ?? {},
    vars: {
      BACKUP_DESTINATIONS: destinationsOf(s3).join('\n'),
      BACKUP_REGION: 'eu-central-1',
      BACKUP_RECIPIENTS: await identityToRecipient(identity),
      BACKUP_PUBLIC_KEY: signKey.publicPem,
      NEON_PROJECT_ID: neon.projectId,
      ...run.vars,
    },
    environments: environmentsOf(stage),
    actions: { 'neonhub/database-actions': consumer.shipped },
    standIns: {
      ...gitHubStandIns({ artifacts: consumer.artifacts }),
      'aws-actions/configure-aws-credentials': roles.standIn,
      ...run.standIns,
    },
  });
  for (const result of Object.values(results)) await searchForLeaks(stage, result);
  return results;
}

async function searchForLeaks({ scene, identity, pem }: Stage, result: WorkflowJobResult): Promise<void> {
  const { consumer, github } = scene;
  // Later steps of the job have the session of the role: that is what the action is for.
  const env = Object.fromEntries(Object.entries(result.env).filter(([name]) => !name.startsWith('AWS_')));
  await assertNoLeaks(
    { ...result, env },
    {
      secrets: [...secretsOf(scene), serverUri(), identity, pem.split('\n')[1] ?? ''],
      folders: [consumer.temporaryDirectory, consumer.workspace],
      github,
    },
  );
}
