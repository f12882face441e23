ALTER TABLE "mirror_copies" ADD COLUMN "figures" text;--> statement-breakpoint
ALTER TABLE "mirror_copies" ADD COLUMN "beside" text;--> statement-breakpoint
UPDATE "mirror_copies" SET "digest" = NULL WHERE "kind" = 'holders';
