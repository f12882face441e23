ALTER TABLE "assignment_batches" ADD COLUMN "next_run_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignment_batches" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "assignment_batches" ADD COLUMN "problem" text;--> statement-breakpoint
CREATE INDEX "assignment_batches_due" ON "assignment_batches" USING btree ("next_run_at");