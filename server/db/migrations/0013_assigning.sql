CREATE TABLE "assignment_batch_rows" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"wanted" text NOT NULL,
	"original" text,
	"is_restoring" boolean DEFAULT false NOT NULL,
	"equal_before" integer[] DEFAULT '{}' NOT NULL,
	"asked_at" timestamp with time zone,
	"assignment_id" integer,
	"problem" text,
	CONSTRAINT "assignment_batch_rows_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "assignment_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"asset_uuid" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_name" text NOT NULL,
	"input_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "assignment_batch_rows" ADD CONSTRAINT "assignment_batch_rows_batch_id_assignment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."assignment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_batches" ADD CONSTRAINT "assignment_batches_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_batch_rows_made" ON "assignment_batch_rows" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "assignment_batches_asset" ON "assignment_batches" USING btree ("workspace_id","asset_uuid","created_at");--> statement-breakpoint
CREATE INDEX "assignment_batches_open" ON "assignment_batches" USING btree ("workspace_id","asset_uuid") WHERE "assignment_batches"."closed_at" is null;