CREATE TABLE "sandbox"."veriff_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"token" text NOT NULL,
	"attempt_id" uuid NOT NULL,
	"vendor_data" text,
	"callback" text,
	"state" text NOT NULL,
	"decision" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "veriff_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."veriff_webhooks" (
	"id" serial PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"url" text NOT NULL,
	"signature" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt" timestamp with time zone,
	"status" integer,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "veriff_webhooks_session" ON "sandbox"."veriff_webhooks" USING btree ("session_id","id");--> statement-breakpoint
CREATE INDEX "veriff_webhooks_next" ON "sandbox"."veriff_webhooks" USING btree ("next_attempt","id");