/** What the demo's pull request wants of the database: reviewers for drafts. */

/** Works, and leaves something for a reviewer to say: deleting a user would scan every draft. */
export const firstPush = {
  name: '20260301090000_draft_reviewer',
  sql: `-- Who reviews a draft.
ALTER TABLE "content_drafts" ADD COLUMN "reviewer_id" TEXT;

ALTER TABLE "content_drafts" ADD CONSTRAINT "content_drafts_reviewer_id_fkey"
    FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
`,
};

export const secondPush = {
  name: '20260301103000_draft_reviewer_index',
  sql: `CREATE INDEX "content_drafts_reviewer_id_idx" ON "content_drafts"("reviewer_id");
`,
};

const fields: readonly (readonly [string, string])[] = [
  ['  authorId  String      @map("author_id")\n', '  reviewerId String?    @map("reviewer_id")\n'],
  [
    '  author User       @relation(fields: [authorId], references: [id], onDelete: Cascade)\n',
    '  reviewer User?    @relation("reviews", fields: [reviewerId], references: [id], onDelete: SetNull)\n',
  ],
  ['  drafts   ContentDraft[]\n', '  reviews  ContentDraft[] @relation("reviews")\n'],
];

/** The Prisma schema with the reviewer in it; `indexed` as after the second push. */
export function schemaWithReviewer(schema: string, indexed: boolean): string {
  const withFields = fields.reduce((text, [after, line]) => insertAfter(text, after, line), schema);
  const named = withFields
    .replace('  author User       @relation(fields:', '  author User       @relation("writes", fields:')
    .replace('  drafts   ContentDraft[]\n', '  drafts   ContentDraft[] @relation("writes")\n');
  return indexed
    ? insertAfter(named, '  @@index([authorId, updatedAt(sort: Desc)])\n', '  @@index([reviewerId])\n')
    : named;
}

function insertAfter(text: string, anchor: string, line: string): string {
  if (!text.includes(anchor))
    throw new Error(`prisma/schema.prisma no longer holds the line: ${anchor.trim()}`);
  return text.replace(anchor, `${anchor}${line}`);
}
