import { expect, test } from 'vitest';
import { counted, formatBytes, formatCount } from '../../src/report/quantity.ts';

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [8192, '8.0 kB'],
  [96 * 1024, '96 kB'],
  [398.4 * 1024 ** 2, '398 MB'],
  [3.14 * 1024 ** 3, '3.1 GB'],
  [5_000 * 1024 ** 4, '5000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0, '0'],
  [412, '412'],
  [184_213, '184,213'],
  [999_499.9, '999,500'],
  [999_500, '1.0 M'],
  [3_049_000, '3.0 M'],
  [9_960_000, '10 M'],
  [41_000_000, '41 M'],
  [999_400_000, '999 M'],
  [999_500_000, '1.0 bn'],
  [12_000_000_000, '12 bn'],
])('%d is %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test('a noun is counted', () => {
  expect(counted(1, 'index', 'indexes')).toBe('1 index');
  expect(counted(0, 'index', 'indexes')).toBe('0 indexes');
  expect(counted(2_500_000, 'row')).toBe('2.5 M rows');
});
