-- AlterTable
ALTER TABLE "workers" ADD COLUMN     "report" JSONB;

-- CreateTable
CREATE TABLE "metric_totals" (
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "metric_totals_pkey" PRIMARY KEY ("name","label")
);
