ALTER TABLE "portal_requests" ADD COLUMN "expected_user_id" integer;--> statement-breakpoint
ALTER TABLE "portal_requests" ADD COLUMN "is_owner_confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "portal_requests" ADD COLUMN "kyc_asked_at" timestamp with time zone;--> statement-breakpoint
-- Until now it was written whether or not the service had answered.
UPDATE "portal_requests" SET "kyc_checked_at" = NULL;
