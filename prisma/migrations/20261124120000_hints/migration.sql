-- AlterTable
ALTER TABLE "drafts" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Nobody knows when the drafts that are there were begun: at their last change at the latest.
UPDATE "drafts" SET "created_at" = "updated_at";

-- CreateTable
CREATE TABLE "hint_openings" (
    "user_id" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "hint" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hint_openings_pkey" PRIMARY KEY ("user_id","challenge","hint")
);

-- AddForeignKey
ALTER TABLE "hint_openings" ADD CONSTRAINT "hint_openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
