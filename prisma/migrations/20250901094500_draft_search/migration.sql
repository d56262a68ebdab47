-- Search in drafts by part of a word.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";

-- CreateIndex
CREATE INDEX "content_drafts_title_trgm" ON "content_drafts" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "content_drafts_body_trgm" ON "content_drafts" USING GIN ("body" gin_trgm_ops);
