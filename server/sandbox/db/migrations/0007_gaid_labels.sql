CREATE TABLE "sandbox"."gaid_labels" (
	"gaid" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL
);
