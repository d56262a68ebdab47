import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './median.ts';

const rounds = 3;

interface Rates {
  readonly hashing: number;
  readonly encrypting: number;
  readonly decrypting: number;
  readonly whole: number;
  readonly roundTrip: number;
  readonly memory: number;
}

/** Encrypting and decrypting against sha256 alone, in a process of its own. */
export async function benchEncryption(): Promise<string> {
  const samples: Rates[] = [];
  for (let round = 0; round < rounds; round += 1) samples.push(await measureInChild());
  const of = (name: keyof Rates) => median(samples.map((sample) => sample[name]));
  const hashing = of('hashing');
  const line = (title: string, rate: number, goal = '') =>
    `  ${title.padEnd(42)} ${rate.toFixed(0).padStart(5)} MB/s, ${(rate / hashing).toFixed(2)} of sha256${goal}`;
  return [
    `Encryption of 512 MB, MB a second of processor time, medians of ${rounds} runs, Node ${process.versions.node}`,
    line('sha256', hashing),
    line('age, encrypting', of('encrypting'), ' (goal: 300 MB/s)'),
    line('age, decrypting', of('decrypting'), ' (goal: 300 MB/s)'),
    line('folder, tar, three hashes, age', of('whole')),
    line('the same, and back into a folder', of('roundTrip')),
    `  most memory                                ${of('memory').toFixed(0).padStart(5)} MB`,
  ].join('\n');
}

async function measureInChild(): Promise<Rates> {
  const script = join(import.meta.dirname, 'encryption-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
  const rates: Rates = JSON.parse(stdout);
  return rates;
}
