/** What a reader sees of plans: text and picture, whatever stands in the names. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planDiagram } from '../../../src/checks/plans/plan-diagram.ts';
import { shareWords } from '../../../src/checks/plans/plan-findings.ts';
import { planText } from '../../../src/checks/plans/plan-text.ts';
import { accessesOf, readPlan } from '../../../src/checks/plans/plan-tree.ts';
import { withoutLiterals } from '../../../src/checks/plans/query.ts';
import { launchChromium } from '../../support/chromium.ts';
import { drawDiagrams } from '../../support/mermaid.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

function planOf(table: string) {
  const scan = {
    'Node Type': 'Bitmap Index Scan',
    'Parent Relationship': 'Outer',
    'Index Name': `${table}_idx`,
    'Total Cost': 4.3,
    'Plan Rows': 10,
    'Index Cond': `(${table}.secret = 'sk_live'::text)`,
  };
  const heap = {
    'Node Type': 'Bitmap Heap Scan',
    Schema: 'public',
    'Relation Name': table,
    Alias: 'a',
    'Total Cost': 18.2,
    'Plan Rows': 10,
    Plans: [{ ...scan, 'Node Type': 'BitmapOr', 'Index Name': undefined, Plans: [scan, scan] }],
  };
  const other = {
    'Node Type': 'Seq Scan',
    Schema: 'public',
    'Relation Name': table,
    Alias: table,
    'Total Cost': 1234567,
    'Plan Rows': 1,
  };
  return readPlan([
    {
      Plan: {
        'Node Type': 'Hash Join',
        'Join Type': 'Left',
        'Total Cost': 1234600,
        'Plan Rows': 10,
        Plans: [heap, other],
      },
    },
  ]).plan;
}

test('a plan in few lines, without literals', () => {
  expect(planText(planOf('users'), true)).toBe(`Hash Left Join  (cost 1.2 M, 10 rows)
  Bitmap Heap Scan on public.users a  (cost 18, 10 rows)
    BitmapOr  (cost 4, 10 rows)
      Index Cond: (users.secret = '…'::text)
      Bitmap Index Scan using users_idx  (cost 4, 10 rows)
        Index Cond: (users.secret = '…'::text)
      Bitmap Index Scan using users_idx  (cost 4, 10 rows)
        Index Cond: (users.secret = '…'::text)
  Seq Scan on public.users  (cost 1.2 M, 1 row)`);
  expect(planText(planOf('users'), false)).not.toContain('cost');
});

test('an index belongs to the table of the scan above it', () => {
  const relation = { schema: 'public', name: 'users' };
  expect(accessesOf(planOf('users'))).toEqual([
    { relation, index: 'users_idx', isWhole: false },
    { relation, index: 'users_idx', isWhole: false },
    { relation, index: undefined, isWhole: true },
  ]);
});

test('names of all kinds are drawn by Mermaid as they are', async () => {
  const names = [
    'users',
    'end',
    '"quoted" #35; `x`',
    '<img src=x onerror=alert(1)>',
    '%%{init: {}}%%',
    '1. list',
    '表; click a',
    'a]:::b',
  ];
  const texts = names.flatMap((name) => planDiagram(planOf(name), planOf(name)) ?? []);
  expect(texts).toHaveLength(names.length);
  const drawn = await drawDiagrams(browser, texts);
  expect(drawn.size).toBe(names.length);
  expect(drawn.get(texts[0] ?? '')?.light).toContain('public.users');
  for (const { light } of drawn.values()) expect(light).not.toMatch(/<img/);
});

test('shares and literals', () => {
  expect([0.12, 0.0345, 0.00001, 1, 0.05].map(shareWords)).toEqual([
    '12 %',
    '3.5 %',
    'less than 0.1 %',
    '100 %',
    '5 %',
  ]);
  expect(withoutLiterals(`("o'name" = 'it''s') AND x = E'a\\\\''b'`)).toBe(`("o'name" = '…') AND x = E'…'`);
});
