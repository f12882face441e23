ALTER TABLE "sandbox"."faults" ADD COLUMN "skip" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."calls" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "sandbox"."calls" ADD COLUMN "duration_ms" real;--> statement-breakpoint
ALTER TABLE "sandbox"."calls" ADD COLUMN "size_bytes" integer;--> statement-breakpoint
ALTER TABLE "sandbox"."calls" ADD COLUMN "faults" jsonb;--> statement-breakpoint
ALTER TABLE "sandbox"."calls" ADD COLUMN "effect_status" integer;