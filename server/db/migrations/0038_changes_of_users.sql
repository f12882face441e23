ALTER TABLE "watch_assets" ADD COLUMN "books_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "lacking" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "lacking_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "watch_assets" ADD COLUMN "orders" text;--> statement-breakpoint
CREATE INDEX "audit_entries_user" ON "audit_entries" USING btree ("workspace_id",("detail" ->> 'user'),"id") WHERE "audit_entries"."detail" ->> 'user' is not null;--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("workspace_id","action","id");--> statement-breakpoint
CREATE INDEX "audit_entries_kind" ON "audit_entries" USING btree ("workspace_id",split_part("action", '.', 1),"id");--> statement-breakpoint
CREATE INDEX "audit_entries_whole" ON "audit_entries" USING btree ("workspace_id","id") WHERE not ("audit_entries"."detail" ? 'job' and "audit_entries"."action" not like '%.job-%' and "audit_entries"."action" <> 'export.downloaded');--> statement-breakpoint
CREATE INDEX "audit_entries_rows" ON "audit_entries" USING gin ("detail" jsonb_path_ops) WHERE ("audit_entries"."detail" ? 'job' and "audit_entries"."action" not like '%.job-%' and "audit_entries"."action" <> 'export.downloaded');