CREATE TABLE "sandbox"."authorizations" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"from_gaid" text NOT NULL,
	"request" jsonb NOT NULL,
	"server_result" boolean,
	"endpoint" text,
	"endpoint_status" integer,
	"endpoint_ms" integer,
	"endpoint_answer" text,
	"is_approved" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"txid" text
);
--> statement-breakpoint
CREATE TABLE "sandbox"."faults" (
	"id" serial PRIMARY KEY NOT NULL,
	"surface" text NOT NULL,
	"target" text NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb NOT NULL,
	"remaining" integer,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."registry_entries" (
	"asset_id" text PRIMARY KEY NOT NULL,
	"sequence" serial NOT NULL,
	"domain" text NOT NULL,
	"ticker" text,
	"contract" jsonb NOT NULL,
	"issuance_txid" text NOT NULL,
	"issuance_vin" integer NOT NULL,
	"prevout_txid" text NOT NULL,
	"prevout_vout" integer NOT NULL,
	"verification_method" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox"."site_files" (
	"domain" text NOT NULL,
	"path" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "site_files_domain_path_pk" PRIMARY KEY("domain","path")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."inputs" (
	"txid" text NOT NULL,
	"vin" integer NOT NULL,
	"prev_txid" text NOT NULL,
	"prev_vout" integer NOT NULL,
	CONSTRAINT "inputs_txid_vin_pk" PRIMARY KEY("txid","vin")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."openings" (
	"asset_commitment" text NOT NULL,
	"amount_commitment" text NOT NULL,
	"asset_id" text NOT NULL,
	"amount_sats" bigint NOT NULL,
	"asset_blinder" text NOT NULL,
	"amount_blinder" text NOT NULL,
	CONSTRAINT "openings_asset_commitment_amount_commitment_pk" PRIMARY KEY("asset_commitment","amount_commitment")
);
--> statement-breakpoint
ALTER TABLE "sandbox"."transactions" ADD COLUMN "conflicted_height" integer;--> statement-breakpoint
ALTER TABLE "sandbox"."transactions" ADD COLUMN "is_raw" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."inputs" ADD CONSTRAINT "inputs_txid_transactions_txid_fk" FOREIGN KEY ("txid") REFERENCES "sandbox"."transactions"("txid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authorizations_asset" ON "sandbox"."authorizations" USING btree ("asset_uuid","sequence");--> statement-breakpoint
CREATE INDEX "registry_entries_ticker" ON "sandbox"."registry_entries" USING btree ("domain","ticker");--> statement-breakpoint
CREATE INDEX "inputs_prevout" ON "sandbox"."inputs" USING btree ("prev_txid","prev_vout");
--> statement-breakpoint
-- Worlds made before this table existed: their transactions spend what the outputs say.
INSERT INTO "sandbox"."inputs" ("txid", "vin", "prev_txid", "prev_vout")
SELECT "spent_by_txid", "spent_by_vin", "txid", "vout" FROM "sandbox"."outputs" WHERE "spent_by_txid" IS NOT NULL;
