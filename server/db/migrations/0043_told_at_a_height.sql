CREATE TABLE "history_told" (
	"workspace_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"is_today" boolean NOT NULL,
	"gaid" text NOT NULL,
	"sats" bigint NOT NULL,
	"told_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "history_told" ADD CONSTRAINT "history_told_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "history_told_check" ON "history_told" USING btree ("check_id");--> statement-breakpoint
CREATE INDEX "history_told_at" ON "history_told" USING btree ("told_at");