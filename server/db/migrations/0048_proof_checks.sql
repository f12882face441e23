CREATE TABLE "proof_checks" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"found" text NOT NULL,
	CONSTRAINT "proof_checks_workspace_id_asset_uuid_pk" PRIMARY KEY("workspace_id","asset_uuid")
);
--> statement-breakpoint
ALTER TABLE "proof_checks" ADD CONSTRAINT "proof_checks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;