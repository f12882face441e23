ALTER TABLE "sessions" ADD COLUMN "preview_manager_id" integer;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "preview_username" text;