ALTER TABLE "history_books" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "history_books" ADD COLUMN "read_at" timestamp with time zone;