CREATE TABLE "mirror_categories" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"id" integer NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"member_count" integer NOT NULL,
	"assets" text[] NOT NULL,
	"ticket" bigint NOT NULL,
	"is_gone" boolean NOT NULL,
	CONSTRAINT "mirror_categories_workspace_id_generation_id_pk" PRIMARY KEY("workspace_id","generation","id")
);
