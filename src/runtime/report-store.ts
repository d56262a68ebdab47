import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBranch, parseSection, serializeSection } from '../report/json.ts';
import type { ReportBranch } from '../report/report.ts';
import type { Section } from '../report/section.ts';

/** Where the steps of one job leave their sections for `comment` to gather. One folder a key. */
export interface ReportStore {
  writeSection(key: string, section: Section): void;
  /** In the order in which they were first written. */
  readSections(key: string): readonly Section[];
  writeBranch(key: string, branch: ReportBranch): void;
  readBranch(key: string): ReportBranch | undefined;
  /** Forgets what an earlier run of the same job left (self-hosted runners, a re-run step). */
  clear(key: string): void;
  /** Where to put other files of this report. */
  directory(key: string): string;
}

export function createReportStore(root: string, redact: (text: string) => string): ReportStore {
  const directory = (key: string) => {
    const path = join(root, `key-${Buffer.from(key).toString('hex')}`);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const write = (path: string, json: string) => writeFileSync(path, redact(json), { mode: 0o600 });
  return {
    directory,
    writeSection(key, section) {
      const existing = sectionFiles(directory(key)).find((file) => sectionIdOf(file) === section.id);
      const next = String(sectionFiles(directory(key)).length).padStart(3, '0');
      write(
        join(directory(key), existing ?? `${next}-${section.id}.section.json`),
        serializeSection(section),
      );
    },
    readSections: (key) =>
      sectionFiles(directory(key)).map((file) => parseSection(readJson(join(directory(key), file)))),
    writeBranch: (key, branch) => write(join(directory(key), 'branch.json'), JSON.stringify(branch)),
    readBranch: (key) => readBranchFile(join(directory(key), 'branch.json')),
    clear: (key) => rmSync(directory(key), { recursive: true, force: true }),
  };
}

function sectionFiles(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.section.json'))
    .toSorted();
}

function sectionIdOf(file: string): string {
  return file.slice(4, -'.section.json'.length);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readBranchFile(path: string): ReportBranch | undefined {
  try {
    return parseBranch(readJson(path));
  } catch {
    return undefined;
  }
}
