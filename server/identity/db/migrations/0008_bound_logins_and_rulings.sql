CREATE TABLE "identity"."kyc_ruling" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_address" varchar NOT NULL,
	"held_for" varchar(16) NOT NULL,
	"decision" varchar(8) NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."ended_login" (
	"user_address" varchar PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."login_text" ADD COLUMN "caller_hash" varchar(64);--> statement-breakpoint
ALTER TABLE "identity"."refresh_token_family" ADD COLUMN "origin" varchar;--> statement-breakpoint
CREATE INDEX "idx_kyc_ruling_user_address" ON "identity"."kyc_ruling" USING btree ("user_address");