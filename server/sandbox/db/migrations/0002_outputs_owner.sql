ALTER TABLE "sandbox"."outputs" ADD COLUMN "owner" text;--> statement-breakpoint
CREATE INDEX "issuances_token" ON "sandbox"."issuances" USING btree ("token_id");--> statement-breakpoint
CREATE INDEX "outputs_owner" ON "sandbox"."outputs" USING btree ("owner","spent_by_txid");
--> statement-breakpoint
-- Worlds made before this column existed.
UPDATE "sandbox"."outputs" SET "owner" = "scripts"."owner"
FROM "sandbox"."scripts" WHERE "scripts"."script_hex" = "outputs"."script_hex";
