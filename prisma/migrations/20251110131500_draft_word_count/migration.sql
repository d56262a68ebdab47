-- Shown in every list of drafts; counting on read made those lists slow.
ALTER TABLE "content_drafts" ADD COLUMN "word_count" INTEGER;

UPDATE "content_drafts"
SET "word_count" = coalesce(array_length(regexp_split_to_array(nullif(btrim("body"), ''), '\s+'), 1), 0);

ALTER TABLE "content_drafts" ALTER COLUMN "word_count" SET NOT NULL;
