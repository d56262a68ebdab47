-- CreateEnum
CREATE TYPE "draft_status" AS ENUM ('draft', 'in_review', 'published', 'archived');

-- CreateTable
CREATE TABLE "content_drafts" (
    "id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "draft_status" NOT NULL DEFAULT 'draft',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "content_drafts_author_id_updated_at_idx" ON "content_drafts"("author_id", "updated_at" DESC);

-- AddForeignKey
ALTER TABLE "content_drafts" ADD CONSTRAINT "content_drafts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
