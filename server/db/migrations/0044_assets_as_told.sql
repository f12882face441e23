CREATE TABLE "mirror_assets" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" text NOT NULL,
	"asset" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mirror_assets_workspace_id_asset_uuid_pk" PRIMARY KEY("workspace_id","asset_uuid")
);
--> statement-breakpoint
ALTER TABLE "mirror_assets" ADD CONSTRAINT "mirror_assets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;