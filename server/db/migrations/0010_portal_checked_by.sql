ALTER TABLE "portal_amp_ids" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "portal_gaid_texts" ADD COLUMN "checked_by" text;