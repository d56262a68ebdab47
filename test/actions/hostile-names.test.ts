import { readdir } from 'node:fs/promises';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { queryOnce, serverUri } from '../support/database.ts';
import { createScene } from '../support/preview-scene.ts';

const branch = `x"; DROP TABLE users; -- '$(touch pwned)\`touch pwned\` %41 <!-- database-actions:report: --> @acme/admins ::error::planted`;
const table = `t"; DROP TABLE users; --$(touch pwned)|<img src=x>@acme ::error::planted`;

test.each(['neon', 'postgres'])(
  'a hostile branch and table name on %s: data, everywhere',
  async (provider) => {
    await using scene = await createScene();
    const quoted = `"${table.replaceAll('"', '""')}"`;
    // No primary key and an index twice: two findings that name the table, one of them with a fix.
    await scene.consumer.addMigration(
      '20260301090000_hostile',
      `CREATE TABLE ${quoted} (a INT);\nCREATE INDEX one ON ${quoted} (a);\nCREATE INDEX two ON ${quoted} (a);\n`,
    );
    const inputs =
      provider === 'neon' ? { branch } : { provider, branch, 'postgres-url': serverUri('postgres') };
    const result = await scene.run({ with: { ...inputs, 'ignore-findings': 'schema-drift' } });
    expect(result.outputs).toMatchObject({ branch, status: 'warning' });
    expect(result.conclusion).toBe('success');
    expect(result.annotations.filter(({ message }) => message === 'planted')).toEqual([]);
    expect(await readdir(scene.consumer.workspace)).not.toContain('pwned');
    const [comment, ...others] = scene.comments();
    expect(others).toEqual([]);
    expect(comment?.body.match(/<!-- database-actions:report/g)).toHaveLength(1);
    const shown = marked.parse(comment?.body ?? '', { gfm: true, async: false });
    expect(shown).not.toContain('<img');
    expect(shown.replace(/<code[^>]*>.*?<\/code>/gs, '')).not.toMatch(/@acme/);
    const url = result.outputs['database-url'] ?? '';
    expect(await queryOnce(url, "SELECT to_regclass('users') IS NOT NULL AS there")).toEqual([
      { there: true },
    ]);
    const closed = await scene.run({ with: inputs, on: 'closed' });
    expect(closed.outputs).toMatchObject({ deleted: 'true' });
    expect(scene.comments()).toHaveLength(1);
  },
);
