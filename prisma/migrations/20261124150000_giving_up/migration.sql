-- CreateTable
CREATE TABLE "solution_openings" (
    "user_id" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "solution_openings_pkey" PRIMARY KEY ("user_id","challenge")
);

-- AddForeignKey
ALTER TABLE "solution_openings" ADD CONSTRAINT "solution_openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
