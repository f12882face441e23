ALTER TABLE "watch_rounds" ADD COLUMN "reason" text;--> statement-breakpoint
UPDATE "notice_settings" SET "topics" = "topics" || ',account' WHERE NOT 'account' = ANY (string_to_array("topics", ','));
