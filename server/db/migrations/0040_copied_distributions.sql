CREATE TABLE "mirror_distributions" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"uuid" text collate "C" NOT NULL,
	"status" text NOT NULL,
	"txids" text[] NOT NULL,
	"total_sats" bigint NOT NULL,
	"recipients" integer NOT NULL,
	"confirmed_at" timestamp with time zone,
	"block_height" integer,
	CONSTRAINT "mirror_distributions_workspace_id_generation_uuid_pk" PRIMARY KEY("workspace_id","generation","uuid")
);
