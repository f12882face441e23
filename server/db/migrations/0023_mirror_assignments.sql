CREATE TABLE "mirror_assignments" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"id" integer NOT NULL,
	"user_id" integer NOT NULL,
	"amount" bigint NOT NULL,
	"receiving_address" text,
	"distribution_uuid" text,
	"is_ready" boolean NOT NULL,
	"vests_at" timestamp with time zone,
	"is_distributed" boolean NOT NULL,
	"creator" integer NOT NULL,
	"gaid" text,
	"ticket" bigint NOT NULL,
	"is_gone" boolean NOT NULL,
	CONSTRAINT "mirror_assignments_workspace_id_generation_id_pk" PRIMARY KEY("workspace_id","generation","id")
);
--> statement-breakpoint
CREATE INDEX "mirror_assignments_amount" ON "mirror_assignments" USING btree ("workspace_id","generation","amount","id");--> statement-breakpoint
CREATE INDEX "mirror_assignments_user" ON "mirror_assignments" USING btree ("workspace_id","generation","user_id");