ALTER TABLE "amp_calls" ADD COLUMN "refusal" text;--> statement-breakpoint
UPDATE "amp_calls" SET "body" = '"<removed>"', "body_bytes" = 11 WHERE "endpoint" = 'setMemo' AND "body" IS NOT NULL;