/** The end of the demo: a release is backed up, the backup is proved, and a copy with one changed byte is refused. */
import { generateKeyPairSync } from 'node:crypto';
import { cp, open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { formatDuration } from '../../src/duration.ts';
import { UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { findClientProgram } from '../../src/postgres/client-programs/find-client-program.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { createReportStore } from '../../src/runtime/report-store.ts';
import type { ActionResult } from '../../test/runner/run-action.ts';
import type { Consumer } from '../../test/support/consumer.ts';

export interface ReleaseScene {
  readonly consumer: Consumer;
  /** URI of production. */
  readonly production: string;
  /** Such as 18. */
  readonly serverMajor: number;
  readonly github: { readonly url: string; readonly token: string };
  /** Where logs and the backup go. */
  readonly output: string;
  readonly color: boolean;
  say(line: string): void;
}

export async function playRelease(scene: ReleaseScene): Promise<void> {
  const missing = await whyNoClient(scene.serverMajor);
  if (missing !== undefined) {
    scene.say(`A release is not backed up here: ${missing}`);
    return;
  }
  const keys = await makeKeys();
  const backups = join(scene.output, 'backups');
  scene.say('Release v3.2.0: production is dumped, fingerprinted, encrypted, signed');
  const backup = await run(scene, '4-backup', {
    action: 'backup',
    with: {
      'database-url': scene.production,
      to: backups,
      'encrypt-to': keys.recipient,
      'sign-key': keys.privatePem,
    },
  });
  expectEnd(backup, 'success', 'the backup');
  scene.say('Drill: the stored backup is decrypted, restored into an empty server and compared, row for row');
  expectEnd(await drill(scene, '5-drill', { from: backups, keys }), 'success', 'the drill');
  const changed = await changeOneByte(backups, join(scene.output, 'backups-changed'));
  scene.say(
    `One byte of a copy is changed (${changed.at.toLocaleString('en')} of ${changed.bytes.toLocaleString('en')})`,
  );
  const refused = await drill(scene, '6-changed-copy', { from: join(scene.output, 'backups-changed'), keys });
  expectEnd(refused, 'failure', 'the drill of the changed copy');
}

async function whyNoClient(serverMajor: number): Promise<string | undefined> {
  try {
    await findClientProgram({
      name: 'pg_dump',
      serverMajor,
      environment: process.env,
      log: silentLogger,
      signal: new AbortController().signal,
      install: false,
    });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown.message;
  }
}

interface Keys {
  readonly identity: string;
  readonly recipient: string;
  readonly privatePem: string;
  readonly publicPem: string;
}

async function makeKeys(): Promise<Keys> {
  const identity = await generateX25519Identity();
  const pair = generateKeyPairSync('ed25519');
  return {
    identity,
    recipient: await identityToRecipient(identity),
    privatePem: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicPem: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

function drill(
  scene: ReleaseScene,
  name: string,
  { from, keys }: { readonly from: string; readonly keys: Keys },
): Promise<ActionResult> {
  return run(scene, name, {
    action: 'verify-backup',
    with: { from, identity: keys.identity, 'public-key': keys.publicPem, issue: 'false' },
  });
}

async function run(
  scene: ReleaseScene,
  name: string,
  step: { readonly action: string; readonly with: Readonly<Record<string, string>> },
): Promise<ActionResult> {
  const started = performance.now();
  const secrets = ['database-url', 'sign-key', 'identity'].flatMap((input) => step.with[input] ?? []);
  const result = await scene.consumer.run({
    ...step,
    event: { name: 'release', payload: { action: 'published', release: { tag_name: 'v3.2.0' } } },
    github: { repository: 'acme/shop', apiUrl: scene.github.url, token: scene.github.token, runId: name },
    secrets,
  });
  await writeFile(join(scene.output, `${name}.log`), result.log);
  await writeFile(join(scene.output, `${name}.md`), result.summary);
  scene.say(`${step.action} took ${formatDuration(performance.now() - started)}, ${result.conclusion}`);
  console.log(`\n${told(scene, step.action)}\n`);
  return result;
}

/** The section that the step left for the job's report. */
function told({ consumer, color }: ReleaseScene, action: string): string {
  const store = createReportStore(
    join(consumer.temporaryDirectory, 'database-actions/reports'),
    (text) => text,
  );
  const sections = store.readSections('').filter(({ id }) => id === action);
  const subject = {
    repository: 'acme/shop',
    pullRequest: undefined,
    key: '',
    commit: undefined,
    branch: undefined,
    runUrl: undefined,
  };
  const title = sections[0]?.title ?? action;
  return renderTerminal({ version: 1, subject, sections }, { title, color, width: 100 }).replace(
    /^/gm,
    '    ',
  );
}

/** A bit is flipped in the middle of the dump of a copy: what a bad disk does. */
async function changeOneByte(
  from: string,
  to: string,
): Promise<{ readonly at: number; readonly bytes: number }> {
  await cp(from, to, { recursive: true });
  const names = await readdir(to, { recursive: true });
  const name = names.find((path) => path.endsWith('dump.tar.age'));
  if (name === undefined) throw new Error('the backup holds no dump');
  const path = join(to, name);
  const { size: bytes } = await stat(path);
  const at = Math.floor(bytes / 2);
  await using file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await file.write(byte, 0, 1, at);
  return { at, bytes };
}

function expectEnd(result: ActionResult, wanted: ActionResult['conclusion'], what: string): void {
  if (result.conclusion === wanted) return;
  throw new Error(`${what} ended as ${result.conclusion}:\n${result.log.split('\n').slice(-30).join('\n')}`);
}
