CREATE TABLE "watch_lacking" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"txid" text NOT NULL,
	"position" integer,
	"outputs" integer NOT NULL,
	"walk" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "watch_lacking_workspace_id_asset_uuid_txid_pk" PRIMARY KEY("workspace_id","asset_uuid","txid")
);
--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "walked_to" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "walked_txid" text;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "walk" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "is_walked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_lacking" ADD CONSTRAINT "watch_lacking_asset" FOREIGN KEY ("workspace_id","asset_uuid") REFERENCES "public"."watch_assets"("workspace_id","asset_uuid") ON DELETE cascade ON UPDATE no action;