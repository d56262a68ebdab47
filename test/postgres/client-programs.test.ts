import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import {
  type FindClientOptions,
  findClientProgram,
  readVersion,
} from '../../src/postgres/client-programs/find-client-program.ts';
import { securityFindings } from '../../src/postgres/client-programs/security-findings.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

async function script(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  await chmod(path, 0o755);
}

/** A program that says which version it is, in a folder as Debian names it. */
function program(folder: string, major: number, version: string): Promise<void> {
  return script(
    join(folder, String(major), 'bin/pg_dump'),
    `#!/bin/sh\necho "pg_dump (PostgreSQL) ${version} (Debian ${version}-1.pgdg)"\n`,
  );
}

function options(folder: string, more: Partial<FindClientOptions> = {}): FindClientOptions {
  return {
    name: 'pg_dump',
    serverMajor: 17,
    environment: { PATH: '/nowhere' },
    log: silentLogger,
    signal: new AbortController().signal,
    install: false,
    folders: [{ folder, pattern: /^(\d+)$/ }],
    ...more,
  };
}

test("the server's own major version is taken, whatever else is there", async () => {
  await using folder = await createTemporaryFolder('programs-');
  await program(folder.path, 16, '16.16');
  await program(folder.path, 17, '17.12');
  await program(folder.path, 18, '18.7');
  expect(await findClientProgram(options(folder.path))).toEqual({
    name: 'pg_dump',
    path: join(folder.path, '17/bin/pg_dump'),
    version: 170_012,
    text: 'pg_dump (PostgreSQL) 17.12 (Debian 17.12-1.pgdg)',
  });
});

test('else the next higher one; of the same major on PATH, the newest minor', async () => {
  await using folder = await createTemporaryFolder('programs-');
  await program(folder.path, 19, '19.1');
  await program(folder.path, 18, '18.4');
  await script(join(folder.path, 'path/pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 18.7"\n');
  const environment = { PATH: `relative:${join(folder.path, 'path')}` };
  const found = await findClientProgram(options(folder.path, { environment }));
  expect(found.path).toBe(join(folder.path, 'path/pg_dump'));
});

test('an older one is refused, and the error says what there is and what to install', async () => {
  await using folder = await createTemporaryFolder('programs-');
  await program(folder.path, 16, '16.16');
  await expect(findClientProgram(options(folder.path))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(`found: ${folder.path}/16/bin/pg_dump (16.16)`),
    hint: expect.stringContaining('`postgresql-client-17`'),
  });
});

test("Debian's wrapper is passed over, by its target and by its text", async () => {
  await using folder = await createTemporaryFolder('programs-');
  await script(
    join(folder.path, 'a/pg_dump'),
    '#!/bin/sh\n# use PgCommon;\necho "pg_dump (PostgreSQL) 17.12"\n',
  );
  await script(join(folder.path, 'pg_wrapper'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 17.12"\n');
  await mkdir(join(folder.path, 'b'));
  await symlink('../pg_wrapper', join(folder.path, 'b/pg_dump'));
  const environment = { PATH: `/usr/bin:${join(folder.path, 'a')}:${join(folder.path, 'b')}` };
  await expect(findClientProgram(options(folder.path, { environment }))).rejects.toThrow('none was found');
});

test('a program that does not start, or says nothing sensible, is none', async () => {
  await using folder = await createTemporaryFolder('programs-');
  await script(join(folder.path, '17/bin/pg_dump'), '#!/bin/sh\nexit 127\n');
  await script(join(folder.path, '18/bin/pg_dump'), '#!/bin/sh\necho hello\n');
  await expect(findClientProgram(options(folder.path))).rejects.toThrow('none was found');
  expect(readVersion('pg_dump (PostgreSQL) 19beta2')).toBe(190_000);
});

/** `apt-get` and `sudo` that write down how they were called; `apt-get install` leaves a program behind. */
async function aptMachine(folder: TemporaryFolder, apt: string) {
  const bin = join(folder.path, 'bin');
  const log = join(folder.path, 'calls');
  await script(
    join(bin, 'apt-get'),
    `#!/bin/sh\necho "apt-get $*" >> ${log}\nfor a in "$@"; do case "$a" in Dir::Etc::sourcelist=*) cat "\${a#*=}" >> ${log};; esac; done\n${apt}\n`,
  );
  await script(join(bin, 'sudo'), `#!/bin/sh\necho "sudo $1 $2 $3 $4" >> ${log}\nshift\nexec "$@"\n`);
  const keys = join(folder.path, 'keys');
  await mkdir(keys);
  await writeFile(join(keys, 'apt.postgresql.org.asc'), 'key');
  await writeFile(join(folder.path, 'os-release'), 'ID=ubuntu\nVERSION_CODENAME=noble\n');
  const sourceParts = join(folder.path, 'parts');
  await mkdir(sourceParts);
  await writeFile(join(sourceParts, 'ubuntu.sources'), 'Types: deb\n');
  return {
    calls: () => readFile(log, 'utf8'),
    options: options(join(folder.path, 'postgresql'), {
      install: true,
      environment: { PATH: `${bin}:/usr/bin:/bin` },
      installFrom: {
        keyFolder: keys,
        sourceParts,
        osRelease: join(folder.path, 'os-release'),
        isRoot: false,
      },
    }),
  };
}

const installs = (folder: string) => `case "$*" in *" install "*|"install "*)
  mkdir -p ${folder}/postgresql/17/bin
  printf '#!/bin/sh\\necho "pg_dump (PostgreSQL) 17.12"\\n' > ${folder}/postgresql/17/bin/pg_dump
  chmod +x ${folder}/postgresql/17/bin/pg_dump;; esac`;

test('what is missing is installed from PGDG: the client alone, and no other list is fetched', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, installs(folder.path));
  const found = await findClientProgram(machine.options);
  expect(found.version).toBe(170_012);
  const calls = await machine.calls();
  expect(calls).toContain('sudo -n /usr/bin/env DEBIAN_FRONTEND=noninteractive');
  expect(calls).toMatch(
    /apt-get update .*-o Dir::Etc::sourcelist=\S+\.sources -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0/,
  );
  expect(calls).toContain(
    `Suites: noble-pgdg\nComponents: main\nSigned-By: ${folder.path}/keys/apt.postgresql.org.asc`,
  );
  expect(calls).toMatch(
    /apt-get install .*-o Dir::Etc::sourceparts=\/\S+ -y --no-install-recommends postgresql-client-17\n/,
  );
});

test('as root there is no sudo', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, installs(folder.path));
  const installFrom = { ...machine.options.installFrom, isRoot: true };
  await findClientProgram({ ...machine.options, installFrom });
  expect(await machine.calls()).not.toContain('sudo');
});

test('what fits already is not installed again', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, 'exit 1');
  await program(join(folder.path, 'postgresql'), 18, '18.7');
  expect((await findClientProgram(machine.options)).version).toBe(180_007);
});

test('a failure of apt is told with its last words', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(
    folder,
    'echo "E: Unable to locate package postgresql-client-17" >&2; exit 100',
  );
  await expect(findClientProgram(machine.options)).rejects.toMatchObject({
    name: 'ExternalError',
    message: expect.stringMatching(/`apt-get update` ended with exit code 100\.\nE: Unable to locate/),
  });
});

test('apt that says all is well and installs nothing is not believed', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, 'exit 0');
  await expect(findClientProgram(machine.options)).rejects.toThrow('none was found');
});

test.for([
  [
    'the key is not there',
    { keyFolder: '/nowhere' },
    '/usr/bin:/bin',
    'the key of apt.postgresql.org is not in /nowhere',
  ],
  [
    'the release is not known',
    { osRelease: '/nowhere' },
    '/usr/bin:/bin',
    'names no release of Debian or Ubuntu',
  ],
] as const)('a machine that cannot: %s', async ([, place, , message]) => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, 'exit 0');
  const installFrom = { ...machine.options.installFrom, ...place };
  await expect(findClientProgram({ ...machine.options, installFrom })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(message),
  });
});

test('a machine that cannot: no apt, no sudo', async () => {
  await using folder = await createTemporaryFolder('programs-');
  const machine = await aptMachine(folder, 'exit 0');
  const bare = join(folder.path, 'bare');
  await script(join(bare, 'other'), '#!/bin/sh\n');
  const environment = { PATH: bare };
  await expect(findClientProgram({ ...machine.options, environment })).rejects.toThrow(
    'there is no `apt-get`',
  );
  await symlink(join(folder.path, 'bin/apt-get'), join(bare, 'apt-get'));
  await expect(findClientProgram({ ...machine.options, environment })).rejects.toThrow(
    'does not run as root and there is no `sudo`',
  );
});

function restoreProgram(version: number) {
  return {
    name: 'pg_restore' as const,
    path: '/x/pg_restore',
    version,
    text: `pg_restore (PostgreSQL) ${version}`,
  };
}

test('an archive that anyone may have written and a pg_restore with a hole are refused', () => {
  const [finding, ...others] = securityFindings(restoreProgram(170_011), 'restore', 'unauthenticated');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'error',
    message: expect.stringContaining('CVE-2026-116314'),
    fix: 'Update `postgresql-client-17` to 17.12 or newer.',
  });
});

test.for([
  [150_019, 'restore', ['CVE-2026-116314']],
  [150_020, 'restore', []],
  [150_013, 'restore', ['CVE-2025-8715', 'CVE-2026-116314']],
  [150_017, 'dump', ['CVE-2026-6477']],
  [180_006, 'restore', ['CVE-2026-116314']],
  [180_007, 'restore', []],
  [190_000, 'restore', []],
  [130_022, 'restore', ['CVE-2026-116314']],
  [120_022, 'dump', ['CVE-2025-8715', 'CVE-2026-6477']],
] as const)('%i, to %s: %j', ([version, purpose, ids]) => {
  const findings = securityFindings(restoreProgram(version), purpose, 'authenticated');
  expect(findings.map(({ message }) => /CVE-[\d-]+/.exec(message)?.[0])).toEqual(ids);
  expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
});
