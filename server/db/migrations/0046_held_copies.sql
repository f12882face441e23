CREATE TABLE "mirror_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "mirror_holds_copy" ON "mirror_holds" USING btree ("workspace_id","kind","key","generation");