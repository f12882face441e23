ALTER TABLE "mirror_copies" ADD COLUMN "figures" text;--> statement-breakpoint
ALTER TABLE "mirror_copies" ADD COLUMN "beside" text;