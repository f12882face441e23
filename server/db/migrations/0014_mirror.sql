CREATE SEQUENCE "public"."mirror_tickets" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "mirror_copies" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"generation" bigint,
	"started_at" timestamp with time zone,
	"took_ms" integer,
	"row_count" integer,
	"digest" text,
	"next" bigint,
	"next_started_at" timestamp with time zone,
	"stale_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "mirror_copies_workspace_id_kind_key_pk" PRIMARY KEY("workspace_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "mirror_holders" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"user_id" integer,
	"amount" bigint NOT NULL,
	CONSTRAINT "mirror_holders_workspace_id_generation_id_pk" PRIMARY KEY("workspace_id","generation","id")
);
--> statement-breakpoint
CREATE TABLE "mirror_holdings" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"position" integer NOT NULL,
	"holder_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"user_id" integer,
	"gaid" text,
	"amount" bigint NOT NULL,
	CONSTRAINT "mirror_holdings_workspace_id_generation_position_pk" PRIMARY KEY("workspace_id","generation","position")
);
--> statement-breakpoint
CREATE TABLE "mirror_users" (
	"workspace_id" uuid NOT NULL,
	"generation" bigint NOT NULL,
	"id" integer NOT NULL,
	"name" text NOT NULL,
	"gaid" text,
	"is_company" boolean NOT NULL,
	"categories" integer[] NOT NULL,
	"creator" integer NOT NULL,
	"sort_name" text collate "C" NOT NULL,
	"search" text NOT NULL,
	"ticket" bigint NOT NULL,
	"is_gone" boolean NOT NULL,
	CONSTRAINT "mirror_users_workspace_id_generation_id_pk" PRIMARY KEY("workspace_id","generation","id")
);
--> statement-breakpoint
ALTER TABLE "mirror_copies" ADD CONSTRAINT "mirror_copies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mirror_holders_amount" ON "mirror_holders" USING btree ("workspace_id","generation","amount","id");--> statement-breakpoint
CREATE INDEX "mirror_holdings_holder" ON "mirror_holdings" USING btree ("workspace_id","generation","holder_id");--> statement-breakpoint
CREATE INDEX "mirror_holdings_amount" ON "mirror_holdings" USING btree ("workspace_id","generation","amount","position");--> statement-breakpoint
CREATE INDEX "mirror_users_name" ON "mirror_users" USING btree ("workspace_id","generation","sort_name","id");