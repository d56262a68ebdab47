import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRecord } from './record.ts';

export interface PackageJson {
  readonly folder: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The nearest package.json at or above `folder`; undefined when there is none or it is no JSON object. */
export async function readPackageJson(folder: string): Promise<PackageJson | undefined> {
  for (const at of selfAndAbove(folder)) {
    const content = await readJson(join(at, 'package.json'));
    if (isRecord(content)) return { folder: at, content };
  }
  return undefined;
}

/** The JSON of a file, or undefined when it is missing or unreadable. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The folder itself, its parent, and so on to the root. */
export function selfAndAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...selfAndAbove(parent)];
}
