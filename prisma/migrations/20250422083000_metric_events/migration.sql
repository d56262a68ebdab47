-- CreateTable
CREATE TABLE "metric_events" (
    "id" BIGSERIAL NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "user_id" TEXT,
    "value" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "labels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "metric_events_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "metric_events_name_occurred_at_idx" ON "metric_events"("name", "occurred_at");
