ALTER TABLE "identity"."auto_invest_task" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity"."auto_invest_task" ADD COLUMN "job" uuid;