CREATE TABLE "history_books" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"transactions" integer NOT NULL,
	CONSTRAINT "history_books_workspace_id_asset_uuid_pk" PRIMARY KEY("workspace_id","asset_uuid")
);
--> statement-breakpoint
CREATE TABLE "history_movements" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"position" integer NOT NULL,
	"gaid" text NOT NULL,
	"user_id" integer,
	"sats" bigint NOT NULL,
	CONSTRAINT "history_movements_workspace_id_asset_uuid_position_gaid_pk" PRIMARY KEY("workspace_id","asset_uuid","position","gaid")
);
--> statement-breakpoint
CREATE TABLE "history_transactions" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"position" integer NOT NULL,
	"txid" text NOT NULL,
	"height" integer NOT NULL,
	"mined_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"supply_sats" bigint NOT NULL,
	CONSTRAINT "history_transactions_workspace_id_asset_uuid_position_pk" PRIMARY KEY("workspace_id","asset_uuid","position")
);
--> statement-breakpoint
ALTER TABLE "history_books" ADD CONSTRAINT "history_books_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_movements" ADD CONSTRAINT "history_movements_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_transactions" ADD CONSTRAINT "history_transactions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "history_transactions_height" ON "history_transactions" USING btree ("workspace_id","asset_uuid","height");