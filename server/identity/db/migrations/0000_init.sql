CREATE TABLE "identity"."auto_invest_task_history" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"user_wallet_address" varchar NOT NULL,
	"campaign_contract_address" varchar NOT NULL,
	"amount" numeric(78) NOT NULL,
	"status" varchar(16) NOT NULL,
	"hash" varchar,
	"created_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."auto_invest_task" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"user_wallet_address" varchar NOT NULL,
	"campaign_contract_address" varchar NOT NULL,
	"amount" numeric(78) NOT NULL,
	"status" varchar(16) NOT NULL,
	"hash" varchar,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "per_user_campaign" UNIQUE("chain_id","user_wallet_address","campaign_contract_address")
);
--> statement-breakpoint
CREATE TABLE "identity"."auto_invest_transaction" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"hash" varchar NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chain_id_and_hash" UNIQUE("chain_id","hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."blockchain_task" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"addresses" varchar[] NOT NULL,
	"chain_id" bigint NOT NULL,
	"status" varchar(16) NOT NULL,
	"hash" varchar,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone,
	"payload" varchar
);
--> statement-breakpoint
CREATE TABLE "identity"."pending_blockchain_address" (
	"address" varchar NOT NULL,
	"chain_id" bigint NOT NULL,
	"payload" varchar
);
--> statement-breakpoint
CREATE TABLE "identity"."login_text" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"address_hash" varchar(64),
	"nonce" varchar(64) NOT NULL,
	"text_hash" varchar(64) NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "login_text_text_hash_unique" UNIQUE("text_hash")
);
--> statement-breakpoint
CREATE TABLE "identity"."refresh_token_family_member" (
	"token_id" integer PRIMARY KEY NOT NULL,
	"family" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."refresh_token" (
	"id" serial PRIMARY KEY NOT NULL,
	"token" varchar(128) NOT NULL,
	"user_address" varchar NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refresh_token_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "identity"."retired_refresh_token" (
	"token" varchar(128) PRIMARY KEY NOT NULL,
	"family" uuid NOT NULL,
	"retired_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."revoked_access_token" (
	"jti" uuid PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."signing_key" (
	"kid" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."refresh_token_family" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"user_address" varchar NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."app_user" (
	"address" varchar PRIMARY KEY NOT NULL,
	"email" varchar,
	"user_info_uuid" uuid,
	"language" varchar(8),
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."user_info" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"session_id" varchar NOT NULL,
	"first_name" varchar NOT NULL,
	"last_name" varchar NOT NULL,
	"id_number" varchar,
	"date_of_birth" varchar,
	"nationality" varchar,
	"place_of_birth" varchar,
	"document_type" varchar,
	"document_number" varchar,
	"document_country" varchar,
	"document_valid_from" varchar,
	"document_valid_until" varchar,
	"created_at" timestamp with time zone NOT NULL,
	"connected" boolean NOT NULL,
	"deactivated" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."veriff_decision" (
	"id" varchar PRIMARY KEY NOT NULL,
	"status" varchar NOT NULL,
	"code" integer NOT NULL,
	"reason" varchar,
	"reason_code" integer,
	"decision_time" varchar,
	"acceptance_time" varchar,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."veriff_session" (
	"id" varchar PRIMARY KEY NOT NULL,
	"user_address" varchar NOT NULL,
	"url" varchar,
	"vendor_data" varchar,
	"host" varchar,
	"status" varchar,
	"connected" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"state" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."refresh_token_family_member" ADD CONSTRAINT "refresh_token_family_member_token_id_refresh_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "identity"."refresh_token"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."refresh_token_family_member" ADD CONSTRAINT "refresh_token_family_member_family_refresh_token_family_uuid_fk" FOREIGN KEY ("family") REFERENCES "identity"."refresh_token_family"("uuid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."retired_refresh_token" ADD CONSTRAINT "retired_refresh_token_family_refresh_token_family_uuid_fk" FOREIGN KEY ("family") REFERENCES "identity"."refresh_token_family"("uuid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity"."app_user" ADD CONSTRAINT "app_user_user_info_uuid_user_info_uuid_fk" FOREIGN KEY ("user_info_uuid") REFERENCES "identity"."user_info"("uuid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_auto_invest_task_chain_id_status" ON "identity"."auto_invest_task" USING btree ("chain_id","status");--> statement-breakpoint
CREATE INDEX "idx_faucet_task_status" ON "identity"."blockchain_task" USING btree ("status");--> statement-breakpoint
CREATE INDEX "idx_faucet_task_chain_id" ON "identity"."blockchain_task" USING btree ("chain_id");--> statement-breakpoint
CREATE INDEX "idx_pending_faucet_address_chain_id" ON "identity"."pending_blockchain_address" USING btree ("chain_id");--> statement-breakpoint
CREATE INDEX "idx_login_text_address_hash" ON "identity"."login_text" USING btree ("address_hash","id");--> statement-breakpoint
CREATE INDEX "idx_login_text_expires_at" ON "identity"."login_text" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idx_refresh_token_family_member_family" ON "identity"."refresh_token_family_member" USING btree ("family");--> statement-breakpoint
CREATE INDEX "idx_refresh_token_user_address" ON "identity"."refresh_token" USING btree ("user_address");--> statement-breakpoint
CREATE INDEX "idx_retired_refresh_token_family" ON "identity"."retired_refresh_token" USING btree ("family");--> statement-breakpoint
CREATE INDEX "idx_revoked_access_token_expires_at" ON "identity"."revoked_access_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idx_refresh_token_family_user_address" ON "identity"."refresh_token_family" USING btree ("user_address");--> statement-breakpoint
CREATE INDEX "idx_user_info_session_id" ON "identity"."user_info" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "idx_user_info_created_at" ON "identity"."user_info" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "idx_veriff_session_user_address" ON "identity"."veriff_session" USING btree ("user_address");--> statement-breakpoint
CREATE INDEX "idx_veriff_session_created_at" ON "identity"."veriff_session" USING btree ("created_at");