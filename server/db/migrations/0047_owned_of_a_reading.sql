CREATE TABLE "history_owned" (
	"workspace_id" uuid NOT NULL,
	"reading_id" uuid NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"is_sum" boolean NOT NULL,
	"holder_id" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" integer,
	"gaid" text,
	"before_sats" bigint NOT NULL,
	"sats" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "history_owned_reading" ON "history_owned" USING btree ("reading_id");--> statement-breakpoint
CREATE INDEX "history_owned_at" ON "history_owned" USING btree ("kept_at");