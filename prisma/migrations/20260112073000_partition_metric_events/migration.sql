-- Metrics grow by up to 50 GB a year and are kept for thirteen months: by month, so that a month can be dropped.

ALTER TABLE "metric_events" RENAME TO "metric_events_unpartitioned";
ALTER INDEX "metric_events_pkey" RENAME TO "metric_events_unpartitioned_pkey";
ALTER INDEX "metric_events_name_occurred_at_idx" RENAME TO "metric_events_unpartitioned_name_occurred_at_idx";

CREATE TABLE "metric_events" (
    "id" BIGINT NOT NULL DEFAULT nextval('metric_events_id_seq'),
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "user_id" TEXT,
    "value" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "labels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "metric_events_pkey" PRIMARY KEY ("id", "occurred_at")
) PARTITION BY RANGE ("occurred_at");

ALTER SEQUENCE "metric_events_id_seq" OWNED BY "metric_events"."id";

-- Rows with a clock far off land here instead of failing the insert.
CREATE TABLE "metric_events_default" PARTITION OF "metric_events" DEFAULT;

-- Called here, and by a job at the start of each month.
CREATE FUNCTION "metric_events_add_month"("month" DATE) RETURNS VOID
LANGUAGE plpgsql
SET search_path = pg_catalog, public
AS $$
DECLARE
    first_day DATE := date_trunc('month', "month")::DATE;
    partition TEXT := 'metric_events_' || to_char(first_day, 'YYYY_MM');
BEGIN
    EXECUTE format(
        'CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.metric_events FOR VALUES FROM (%L) TO (%L)',
        partition, first_day::TIMESTAMP AT TIME ZONE 'UTC', (first_day + INTERVAL '1 month') AT TIME ZONE 'UTC'
    );
END;
$$;

-- Every month that has rows, and the coming three.
DO $$
DECLARE
    month DATE;
BEGIN
    FOR month IN
        SELECT DISTINCT date_trunc('month', "occurred_at" AT TIME ZONE 'UTC')::DATE FROM "metric_events_unpartitioned"
        UNION
        SELECT (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead))::DATE FROM generate_series(0, 3) AS ahead
        ORDER BY 1
    LOOP
        PERFORM "metric_events_add_month"(month);
    END LOOP;
END;
$$;

INSERT INTO "metric_events" ("id", "occurred_at", "name", "user_id", "value", "labels")
SELECT "id", "occurred_at", "name", "user_id", "value", "labels" FROM "metric_events_unpartitioned";

DROP TABLE "metric_events_unpartitioned";

-- CreateIndex
CREATE INDEX "metric_events_name_occurred_at_idx" ON "metric_events"("name", "occurred_at");

-- CreateIndex
CREATE INDEX "metric_events_occurred_at_idx" ON "metric_events" USING BRIN ("occurred_at");
