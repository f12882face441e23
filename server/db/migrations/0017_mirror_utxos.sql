CREATE TABLE "mirror_utxos" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"place" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"user_id" integer,
	"gaid" text,
	"amount" bigint NOT NULL,
	"is_blacklisted" boolean NOT NULL,
	CONSTRAINT "mirror_utxos_workspace_id_generation_place_pk" PRIMARY KEY("workspace_id","generation","place")
);
--> statement-breakpoint
CREATE INDEX "mirror_utxos_amount" ON "mirror_utxos" USING btree ("workspace_id","generation","amount","place");--> statement-breakpoint
CREATE INDEX "mirror_utxos_gaid" ON "mirror_utxos" USING btree ("workspace_id","generation","gaid");