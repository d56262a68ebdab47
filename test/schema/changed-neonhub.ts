/** NeonHub's schema on one side, and a pull request that does a bit of everything on the other. */
export const neonhubChanges = `
ALTER TABLE content_drafts RENAME COLUMN title TO headline;
ALTER TABLE content_drafts ADD COLUMN reviewed_by text REFERENCES users (id) ON DELETE SET NULL;
CREATE INDEX content_drafts_reviewed_by_idx ON content_drafts (reviewed_by);
ALTER TABLE agent_jobs ALTER COLUMN attempts TYPE bigint, ALTER COLUMN attempts SET DEFAULT 1;
ALTER TABLE users DROP COLUMN image;
DROP TABLE verification_tokens;
CREATE TYPE review_state AS ENUM ('asked', 'given');
CREATE TABLE reviews (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  draft_id text NOT NULL REFERENCES content_drafts (id) ON DELETE CASCADE,
  state review_state NOT NULL DEFAULT 'asked',
  note varchar(500),
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reviews ON reviews USING (note IS NOT NULL);
CREATE VIEW open_reviews AS SELECT id, draft_id FROM reviews WHERE state = 'asked';
CREATE FUNCTION review_count(draft text) RETURNS bigint LANGUAGE sql STABLE
  AS $$ SELECT count(*) FROM public.reviews WHERE draft_id = draft $$;
`;

const hostileNames = [
  'a"b',
  "it's; DROP TABLE x; --",
  '</details><script>alert(1)</script>',
  '![x](https://evil.example/x.png)',
  '@everyone #1',
  '`tick` | pipe',
  'line\nbreak\tand tab',
  '%%{init: {"theme": "forest"}}%%',
  'erDiagram',
  'title',
  'end',
  'PK',
  'class',
  '漢字テーブル',
  'ümläut ẞ',
  '123 starts with a digit',
  '\u202Ereversed',
  'a'.repeat(63),
  '{ } [ ] ( ) < >',
  '||--o{',
];

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** As many tables with hostile names of their own, of their columns, and keys between them. */
export function hostileTables(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const name = `${hostileNames[index % hostileNames.length] ?? ''}`.slice(0, 50) + index;
    const columns = hostileNames.map((column) => `${quoted(column)} varchar(${index + 1})`);
    return `CREATE TABLE ${quoted(name)} (id integer PRIMARY KEY, up integer, ${columns.join(', ')});
ALTER TABLE ${quoted(name)} ADD CONSTRAINT ${quoted(`${hostileNames[(index + 3) % hostileNames.length]}`.slice(0, 50))}
  FOREIGN KEY (up) REFERENCES ${quoted(name)} (id);`;
  }).join('\n');
}

/** A change in each of them. */
export function hostileChanges(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const name = `${hostileNames[index % hostileNames.length] ?? ''}`.slice(0, 50) + index;
    return `ALTER TABLE ${quoted(name)} ${hostileNames
      .map(
        (column) =>
          `ALTER ${quoted(column)} TYPE text, ALTER ${quoted(column)} SET DEFAULT ${literal(column)}`,
      )
      .join(', ')};`;
  }).join('\n');
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
