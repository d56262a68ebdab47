-- The agents poll this table every second: what they poll for must be found without a scan, and the words in
-- "urgency" become a number that can be sorted by.

-- AlterTable
ALTER TABLE "agent_jobs"
    ADD COLUMN "priority" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "run_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "attempts" SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN "locked_by" TEXT,
    ADD COLUMN "locked_at" TIMESTAMPTZ(3);

-- Only unfinished jobs are ever sorted again.
UPDATE "agent_jobs"
SET "priority" = CASE "urgency" WHEN 'critical' THEN 20 WHEN 'high' THEN 10 WHEN 'low' THEN -10 ELSE 0 END,
    "run_at" = "created_at"
WHERE "status" IN ('queued', 'running');

ALTER TABLE "agent_jobs" DROP COLUMN "urgency";

-- DropIndex
DROP INDEX "agent_jobs_status_idx";

-- What FOR UPDATE SKIP LOCKED walks; finished jobs, nearly all of the table, are not in it.
CREATE INDEX "agent_jobs_claim" ON "agent_jobs"("priority" DESC, "run_at") WHERE "status" = 'queued';

-- For the reaper: jobs whose worker died.
CREATE INDEX "agent_jobs_stuck" ON "agent_jobs"("locked_at") WHERE "status" = 'running';
