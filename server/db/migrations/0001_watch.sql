CREATE TABLE "watch_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"asset_name" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"txid" text,
	"operation_id" uuid,
	"is_token" boolean NOT NULL,
	"state" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"misses" integer DEFAULT 0 NOT NULL,
	"acknowledged_by" text,
	"reason" text,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "watch_assets" (
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"name" text NOT NULL,
	"ticker" text,
	"precision" integer NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"good_at" timestamp with time zone,
	"problem" text,
	"figures" text,
	"tokens" text NOT NULL,
	CONSTRAINT "watch_assets_workspace_id_asset_uuid_pk" PRIMARY KEY("workspace_id","asset_uuid")
);
--> statement-breakpoint
CREATE TABLE "watch_rounds" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"good_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "watch_alerts" ADD CONSTRAINT "watch_alerts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD CONSTRAINT "watch_assets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_rounds" ADD CONSTRAINT "watch_rounds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_alerts_workspace" ON "watch_alerts" USING btree ("workspace_id","raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_alerts_one" ON "watch_alerts" USING btree ("workspace_id","asset_uuid","subject") WHERE "watch_alerts"."state" <> 'closed';