CREATE TABLE "amp_calls" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"request_id" text NOT NULL,
	"operation_id" uuid,
	"person_name" text,
	"endpoint" text,
	"method" text NOT NULL,
	"path" text NOT NULL,
	"query" jsonb NOT NULL,
	"body" text,
	"body_bytes" integer,
	"status" integer,
	"duration_ms" integer NOT NULL,
	"answer_bytes" integer,
	"answer" jsonb
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "remote_address" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "amp_calls" ADD CONSTRAINT "amp_calls_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amp_calls_workspace" ON "amp_calls" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "amp_calls_request" ON "amp_calls" USING btree ("workspace_id","request_id");--> statement-breakpoint
CREATE INDEX "amp_calls_at" ON "amp_calls" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_request" ON "audit_entries" USING btree ("workspace_id","request_id");