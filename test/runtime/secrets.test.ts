import { expect, test } from 'vitest';
import { createLogger } from '../../src/runtime/log.ts';
import { createSecrets } from '../../src/runtime/secrets.ts';

function recorded() {
  const announced: string[] = [];
  const secrets = createSecrets((value) => announced.push(value));
  return { announced, secrets };
}

test('a secret is announced raw and percent-encoded, once', () => {
  const { announced, secrets } = recorded();
  secrets.mask('npg_S3cr/t+p@ss');
  secrets.mask('npg_S3cr/t+p@ss');
  expect(announced).toEqual(['npg_S3cr/t+p@ss', 'npg_S3cr%2Ft%2Bp%40ss']);
  expect(secrets.redact('a npg_S3cr/t+p@ss b npg_S3cr%2Ft%2Bp%40ss')).toBe('a *** b ***');
});

test.each(['', 'short', 'postgres', 'PASSWORD', 'neondb'])(
  '"%s" is not masked: the runner matches substrings',
  (value) => {
    const { announced, secrets } = recorded();
    secrets.mask(value);
    expect(announced).toEqual([]);
    expect(secrets.redact(`x ${value} y`)).toBe(`x ${value} y`);
  },
);

test('the longer of two overlapping secrets is replaced first', () => {
  const { secrets } = recorded();
  secrets.mask('password1');
  secrets.mask('postgresql://u:password1@h/d');
  expect(secrets.redact('postgresql://u:password1@h/d')).toBe('***');
});

test('untrusted lines of the log cannot be workflow commands, and secrets never reach it', () => {
  const { secrets } = recorded();
  secrets.mask('top-secret-value');
  const lines: string[] = [];
  createLogger(secrets, (line) => lines.push(line)).info(
    'one\n::set-env name=A::b\n  ##[error]x\rtop-secret-value',
  );
  expect(lines.join('\n').split('\n')).toEqual([
    'one',
    '\u200b::set-env name=A::b',
    '  \u200b##[error]x',
    '***',
  ]);
});
