CREATE TABLE "wallet_turns" (
	"operation_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"batch" integer NOT NULL,
	"place" bigserial NOT NULL,
	"is_granted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wallet_turns" ADD CONSTRAINT "wallet_turns_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallet_turns" ADD CONSTRAINT "wallet_turns_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wallet_turns_workspace" ON "wallet_turns" USING btree ("workspace_id");