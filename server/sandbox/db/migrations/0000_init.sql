CREATE TABLE "sandbox"."amp_accounts" (
	"id" serial PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"token" text NOT NULL,
	"manager_of" integer,
	"is_locked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "amp_accounts_username_unique" UNIQUE("username"),
	CONSTRAINT "amp_accounts_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_assets" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"issuer_id" integer NOT NULL,
	"name" text NOT NULL,
	"asset_id" text NOT NULL,
	"token_id" text,
	"ticker" text,
	"precision" integer NOT NULL,
	"domain" text,
	"pubkey" text,
	"issued_sats" bigint NOT NULL,
	"issuance_txid" text NOT NULL,
	"is_restricted" boolean NOT NULL,
	"is_registered" boolean DEFAULT false NOT NULL,
	"is_authorized" boolean DEFAULT false NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"is_deleted" boolean DEFAULT false NOT NULL,
	"authorization_endpoint" text,
	"memo" text DEFAULT '' NOT NULL,
	CONSTRAINT "amp_assets_asset_id_unique" UNIQUE("asset_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_assignments" (
	"id" serial PRIMARY KEY NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"user_id" integer NOT NULL,
	"amount_sats" bigint NOT NULL,
	"is_ready" boolean NOT NULL,
	"vesting_at" timestamp with time zone,
	"creator_id" integer NOT NULL,
	"distribution_uuid" uuid,
	"receiving_address" text,
	"receiving_gaid" text,
	"is_distributed" boolean DEFAULT false NOT NULL,
	"vout" integer
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_categories" (
	"id" serial PRIMARY KEY NOT NULL,
	"issuer_id" integer NOT NULL,
	"name" text NOT NULL,
	"description" text,
	CONSTRAINT "amp_categories_name" UNIQUE("issuer_id","name")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_category_assets" (
	"category_id" integer NOT NULL,
	"asset_uuid" uuid NOT NULL,
	CONSTRAINT "amp_category_assets_category_id_asset_uuid_pk" PRIMARY KEY("category_id","asset_uuid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_category_users" (
	"category_id" integer NOT NULL,
	"user_id" integer NOT NULL,
	CONSTRAINT "amp_category_users_category_id_user_id_pk" PRIMARY KEY("category_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_distributions" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"txid" text,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_manager_assets" (
	"manager_id" integer NOT NULL,
	"asset_uuid" uuid NOT NULL,
	CONSTRAINT "amp_manager_assets_manager_id_asset_uuid_pk" PRIMARY KEY("manager_id","asset_uuid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_registered_users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox"."amp_registered_users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1001 CACHE 1),
	"issuer_id" integer NOT NULL,
	"name" text NOT NULL,
	"is_company" boolean NOT NULL,
	"default_gaid" text,
	"creator_id" integer NOT NULL,
	CONSTRAINT "amp_registered_users_name" UNIQUE("issuer_id","name")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_reissuances" (
	"txid" text NOT NULL,
	"vin" integer NOT NULL,
	"sequence" serial NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"vout" integer NOT NULL,
	"destination_address" text NOT NULL,
	"amount_sats" bigint NOT NULL,
	"block_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "amp_reissuances_txid_vin_pk" PRIMARY KEY("txid","vin")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_outputs" (
	"txid" text NOT NULL,
	"vout" integer NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"is_token" boolean DEFAULT false NOT NULL,
	"is_burnt" boolean DEFAULT false NOT NULL,
	"amount_sats" bigint NOT NULL,
	"gaid" text,
	"asset_blinder" text NOT NULL,
	"amount_blinder" text NOT NULL,
	"activity" text,
	"is_blacklisted" boolean DEFAULT false NOT NULL,
	"from_height" integer,
	"spent_txid" text,
	"spent_vin" integer,
	"spent_height" integer,
	CONSTRAINT "amp_outputs_txid_vout_pk" PRIMARY KEY("txid","vout")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_transactions" (
	"asset_uuid" uuid NOT NULL,
	"txid" text NOT NULL,
	"sequence" serial NOT NULL,
	"kind" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"height" integer,
	"block_time" timestamp with time zone,
	CONSTRAINT "amp_transactions_asset_uuid_txid_pk" PRIMARY KEY("asset_uuid","txid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_treasury_addresses" (
	"asset_uuid" uuid NOT NULL,
	"script_hex" text NOT NULL,
	"sequence" serial NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "amp_treasury_addresses_asset_uuid_script_hex_pk" PRIMARY KEY("asset_uuid","script_hex")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_user_gaids" (
	"issuer_id" integer NOT NULL,
	"gaid" text NOT NULL,
	"user_id" integer NOT NULL,
	"sequence" serial NOT NULL,
	CONSTRAINT "amp_user_gaids_issuer_id_gaid_pk" PRIMARY KEY("issuer_id","gaid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."amp_work_orders" (
	"id" serial PRIMARY KEY NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_sats" bigint NOT NULL,
	"txid" text
);
--> statement-breakpoint
CREATE TABLE "sandbox"."blocks" (
	"height" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"time" timestamp with time zone NOT NULL,
	CONSTRAINT "blocks_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."calls" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"surface" text NOT NULL,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"status" integer NOT NULL,
	"account" text
);
--> statement-breakpoint
CREATE TABLE "sandbox"."issuances" (
	"txid" text NOT NULL,
	"vin" integer NOT NULL,
	"is_reissuance" boolean NOT NULL,
	"entropy" text NOT NULL,
	"asset_id" text NOT NULL,
	"amount_sats" bigint NOT NULL,
	"asset_amount_blinder" text NOT NULL,
	"token_id" text,
	"token_amount_sats" bigint NOT NULL,
	"token_amount_blinder" text NOT NULL,
	CONSTRAINT "issuances_txid_vin_pk" PRIMARY KEY("txid","vin")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."locked_coins" (
	"wallet" text NOT NULL,
	"txid" text NOT NULL,
	"vout" integer NOT NULL,
	CONSTRAINT "locked_coins_wallet_txid_vout_pk" PRIMARY KEY("wallet","txid","vout")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."outputs" (
	"txid" text NOT NULL,
	"vout" integer NOT NULL,
	"script_hex" text NOT NULL,
	"address" text,
	"kind" text NOT NULL,
	"asset_id" text NOT NULL,
	"amount_sats" bigint NOT NULL,
	"asset_blinder" text NOT NULL,
	"amount_blinder" text NOT NULL,
	"asset_commitment" text,
	"amount_commitment" text,
	"spent_by_txid" text,
	"spent_by_vin" integer,
	CONSTRAINT "outputs_txid_vout_pk" PRIMARY KEY("txid","vout")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."owners" (
	"owner" text PRIMARY KEY NOT NULL,
	"seed_hex" text NOT NULL,
	"next_receive" integer DEFAULT 0 NOT NULL,
	"next_change" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."scripts" (
	"script_hex" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"is_change" boolean NOT NULL,
	"key_index" integer NOT NULL,
	"label" text NOT NULL,
	"address" text NOT NULL,
	"public_key" text NOT NULL,
	"blinding_public_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."transactions" (
	"txid" text PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"wtxid" text NOT NULL,
	"hex" text NOT NULL,
	"block_height" integer,
	"block_index" integer,
	"received_at" timestamp with time zone NOT NULL,
	"fee_sats" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."wallet_comments" (
	"wallet" text NOT NULL,
	"txid" text NOT NULL,
	"comment" text NOT NULL,
	CONSTRAINT "wallet_comments_wallet_txid_pk" PRIMARY KEY("wallet","txid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."wallets" (
	"name" text PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"is_loaded" boolean DEFAULT true NOT NULL,
	"passphrase_hash" text,
	"unlocked_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sandbox"."issuances" ADD CONSTRAINT "issuances_txid_transactions_txid_fk" FOREIGN KEY ("txid") REFERENCES "sandbox"."transactions"("txid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."outputs" ADD CONSTRAINT "outputs_txid_transactions_txid_fk" FOREIGN KEY ("txid") REFERENCES "sandbox"."transactions"("txid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."scripts" ADD CONSTRAINT "scripts_owner_owners_owner_fk" FOREIGN KEY ("owner") REFERENCES "sandbox"."owners"("owner") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox"."transactions" ADD CONSTRAINT "transactions_block_height_blocks_height_fk" FOREIGN KEY ("block_height") REFERENCES "sandbox"."blocks"("height") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amp_assets_issuer" ON "sandbox"."amp_assets" USING btree ("issuer_id","sequence");--> statement-breakpoint
CREATE INDEX "amp_assignments_asset" ON "sandbox"."amp_assignments" USING btree ("asset_uuid","id");--> statement-breakpoint
CREATE INDEX "amp_assignments_open" ON "sandbox"."amp_assignments" USING btree ("asset_uuid","id") WHERE not "sandbox"."amp_assignments"."is_distributed";--> statement-breakpoint
CREATE INDEX "amp_assignments_user" ON "sandbox"."amp_assignments" USING btree ("user_id","asset_uuid");--> statement-breakpoint
CREATE INDEX "amp_assignments_distribution" ON "sandbox"."amp_assignments" USING btree ("distribution_uuid");--> statement-breakpoint
CREATE INDEX "amp_category_assets_asset" ON "sandbox"."amp_category_assets" USING btree ("asset_uuid");--> statement-breakpoint
CREATE INDEX "amp_category_users_user" ON "sandbox"."amp_category_users" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "amp_distributions_asset" ON "sandbox"."amp_distributions" USING btree ("asset_uuid","sequence");--> statement-breakpoint
CREATE INDEX "amp_reissuances_asset" ON "sandbox"."amp_reissuances" USING btree ("asset_uuid","sequence");--> statement-breakpoint
CREATE INDEX "amp_outputs_unspent" ON "sandbox"."amp_outputs" USING btree ("asset_uuid","gaid") WHERE "sandbox"."amp_outputs"."spent_txid" is null;--> statement-breakpoint
CREATE INDEX "amp_outputs_gaid" ON "sandbox"."amp_outputs" USING btree ("gaid","asset_uuid") WHERE "sandbox"."amp_outputs"."spent_txid" is null;--> statement-breakpoint
CREATE INDEX "amp_outputs_spent" ON "sandbox"."amp_outputs" USING btree ("spent_txid");--> statement-breakpoint
CREATE INDEX "amp_outputs_height" ON "sandbox"."amp_outputs" USING btree ("asset_uuid","from_height");--> statement-breakpoint
CREATE INDEX "amp_outputs_activity" ON "sandbox"."amp_outputs" USING btree ("asset_uuid","from_height","txid","vout") WHERE "sandbox"."amp_outputs"."activity" is not null;--> statement-breakpoint
CREATE INDEX "amp_transactions_order" ON "sandbox"."amp_transactions" USING btree ("asset_uuid","height","sequence");--> statement-breakpoint
CREATE INDEX "amp_transactions_unconfirmed" ON "sandbox"."amp_transactions" USING btree ("txid") WHERE "sandbox"."amp_transactions"."height" is null;--> statement-breakpoint
CREATE INDEX "amp_user_gaids_user" ON "sandbox"."amp_user_gaids" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "amp_work_orders_asset" ON "sandbox"."amp_work_orders" USING btree ("asset_uuid");--> statement-breakpoint
CREATE INDEX "issuances_asset" ON "sandbox"."issuances" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "outputs_script" ON "sandbox"."outputs" USING btree ("script_hex");--> statement-breakpoint
CREATE INDEX "outputs_spent_by" ON "sandbox"."outputs" USING btree ("spent_by_txid");--> statement-breakpoint
CREATE INDEX "scripts_owner" ON "sandbox"."scripts" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "transactions_block" ON "sandbox"."transactions" USING btree ("block_height");