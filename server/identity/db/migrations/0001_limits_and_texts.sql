CREATE UNLOGGED TABLE "identity"."call_count" (
	"key" varchar(64) PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."login_text" ADD COLUMN "origin" varchar;--> statement-breakpoint
ALTER TABLE "identity"."login_text" ADD COLUMN "chain_id" bigint;--> statement-breakpoint
ALTER TABLE "identity"."login_text" ADD COLUMN "verifier_hash" varchar(64);--> statement-breakpoint
CREATE INDEX "idx_call_count_ends_at" ON "identity"."call_count" USING btree ("ends_at");