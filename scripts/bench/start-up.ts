import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../test/support/consumer.ts';
import { median } from './median.ts';

const rounds = 25;

/** Alternates the two, so that whatever else the machine does hits both. */
export async function benchStartUp(): Promise<string> {
  const bare: number[] = [];
  const light: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(timed(['-e', '0']));
    light.push(timed([join(repositoryRoot, 'dist/index.js'), 'delete-branch']));
  }
  const [floor, own] = [median(bare), median(light)];
  return [
    `Start-up, medians of ${rounds} alternating runs, Node ${process.versions.node}`,
    `  node -e 0                        ${floor.toFixed(0)} ms`,
    `  delete-branch, up to its inputs  ${own.toFixed(0)} ms`,
    `  more than bare node              ${(own - floor).toFixed(0)} ms (goal: 60 ms), ratio ${(own / floor).toFixed(2)}`,
  ].join('\n');
}

function timed(argv: readonly string[]): number {
  const env = { PATH: process.env.PATH ?? '', RUNNER_TEMP: tmpdir(), GITHUB_REPOSITORY: 'acme/shop' };
  const start = performance.now();
  spawnSync(process.execPath, [...argv], { env, stdio: 'ignore' });
  return performance.now() - start;
}
