import { expect, test } from 'vitest';
import { createOutputReader } from '../../../src/backups/restore/restore-errors.ts';
import { readContents, selectEntries, subjectOf } from '../../../src/backups/restore/table-of-contents.ts';

function read(output: string) {
  const reader = createOutputReader();
  for (const line of output.split('\n')) reader.read(line);
  return reader.result();
}

test('errors are told with their entry and without a value of a row', () => {
  const { errors, done } = read(`pg_restore: connecting to database for restore
pg_restore: processing item 3439 ENCODING ENCODING
pg_restore: creating TABLE "public.t"
pg_restore: while PROCESSING TOC:
pg_restore: from TOC entry 3436; 0 16492 TABLE DATA t postgres
pg_restore: error: COPY failed for table "t": ERROR:  invalid input syntax for type integer: "top secret"
CONTEXT:  COPY t, line 1, column a: "top secret"
pg_restore: from TOC entry 3290; 2606 16501 CONSTRAINT t t_key postgres
pg_restore: error: could not execute query: ERROR:  Key (email)=(who@example.com) is duplicated.
Command was: ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_key UNIQUE (email);
pg_restore: warning: errors ignored on restore: 2`);
  expect(done).toBe(1);
  expect(errors.map(({ entry }) => entry)).toEqual([3436, 3290]);
  expect(errors[0]?.message).toContain('invalid input syntax for type integer');
  expect(JSON.stringify(errors)).not.toMatch(/secret|who@example/);
});

test('a refused connection is no progress', () => {
  const { errors, done } = read(
    'pg_restore: error: connection to server at "127.0.0.1", port 1 failed: Connection refused',
  );
  expect({ done, count: errors.length }).toEqual({ done: 0, count: 1 });
  expect(read('pg_restore: creating TABLE "public.t"\npg_restore: executing SEQUENCE SET s').done).toBe(2);
});

const list = `;
; Archive created at 2026-11-27 05:13:09 UTC
;     dbname: a
;
2; 3079 16386 EXTENSION - citext 
3443; 0 0 COMMENT - EXTENSION citext 
216; 1259 16492 TABLE public my table weird owner
3436; 0 16492 TABLE DATA public my table postgres
3500; 3466 16999 EVENT TRIGGER - audit postgres
3501; 6100 17000 SUBSCRIPTION - sub postgres
3502; 6104 17001 PUBLICATION - pub postgres
3503; 0 0 COMMENT public TABLE t postgres`;

test('the table of contents, and what a role with few rights leaves out', () => {
  const entries = readContents(list);
  expect(entries.map(({ kind }) => kind)).toEqual([
    'EXTENSION',
    'COMMENT',
    'TABLE',
    'TABLE DATA',
    'EVENT TRIGGER',
    'SUBSCRIPTION',
    'PUBLICATION',
    'COMMENT',
  ]);
  const [, , , data] = entries;
  expect(data === undefined ? '' : subjectOf(data)).toBe('table data public my table');
  const kept = (isSuperuser: boolean) => selectEntries(entries, isSuperuser).entries.map(({ id }) => id);
  expect(kept(true)).toEqual([2, 3443, 216, 3436, 3500, 3502, 3503]);
  expect(kept(false)).toEqual([2, 216, 3436, 3503]);
  expect(selectEntries(entries, false).omissions).toHaveLength(4);
});
