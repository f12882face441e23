CREATE TABLE "portal_amp_ids" (
	"address" text PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"gaid" text NOT NULL,
	"text" text NOT NULL,
	"signature" text NOT NULL,
	"is_contract" boolean NOT NULL,
	"bound_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "portal_attempts" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"chain_id" bigint NOT NULL,
	"issuer_slug" text,
	"text" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_gaid_texts" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"gaid" text NOT NULL,
	"text" text NOT NULL,
	"checked_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_kyc" (
	"address" text PRIMARY KEY NOT NULL,
	"kyc_cipher" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"address" text NOT NULL,
	"chain_id" bigint NOT NULL,
	"issuer_slug" text,
	"access_cipher" text,
	"access_expires_at" timestamp with time zone NOT NULL,
	"refresh_cipher" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "portal_sessions_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "portal_gaid_texts" ADD CONSTRAINT "portal_gaid_texts_session_id_portal_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."portal_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portal_attempts_expiry" ON "portal_attempts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "portal_sessions_address" ON "portal_sessions" USING btree ("address");