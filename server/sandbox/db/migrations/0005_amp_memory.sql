CREATE TABLE "sandbox"."amp_deleted_gaids" (
	"issuer_id" integer NOT NULL,
	"gaid" text NOT NULL,
	CONSTRAINT "amp_deleted_gaids_issuer_id_gaid_pk" PRIMARY KEY("issuer_id","gaid")
);
--> statement-breakpoint
ALTER TABLE "sandbox"."amp_assets" ADD COLUMN "has_cancelled" boolean DEFAULT false NOT NULL;