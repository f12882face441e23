CREATE TABLE "identity"."pinata_key" (
	"api_key" varchar PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idx_pinata_key_created_at" ON "identity"."pinata_key" USING btree ("created_at");