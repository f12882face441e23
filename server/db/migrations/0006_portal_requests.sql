CREATE TABLE "portal_links" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"issuer_name" text NOT NULL,
	"issuer_address" text NOT NULL,
	"chain_ids" bigint[] NOT NULL,
	"category_ids" integer[] NOT NULL,
	"is_open" boolean NOT NULL,
	"shows_holdings" boolean NOT NULL,
	"shows_distributions" boolean NOT NULL,
	"managers" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_links_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "portal_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"intent_id" uuid NOT NULL,
	"address" text NOT NULL,
	"chain_id" bigint NOT NULL,
	"gaid" text NOT NULL,
	"gaid_text" text NOT NULL,
	"gaid_signature" text NOT NULL,
	"gaid_bound_at" timestamp with time zone NOT NULL,
	"gaid_checked_at" timestamp with time zone NOT NULL,
	"kyc_completed_at" timestamp with time zone,
	"kyc_valid_until" timestamp with time zone,
	"kyc_risk_labels" text NOT NULL,
	"person_cipher" text NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"category_ids" integer[] NOT NULL,
	"amp_user_id" integer,
	"steps" text NOT NULL,
	"problem" text,
	"next_run_at" timestamp with time zone,
	"kyc_alert" text,
	"kyc_alert_at" timestamp with time zone,
	"kyc_answer" text,
	"kyc_checked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal_links" ADD CONSTRAINT "portal_links_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_requests" ADD CONSTRAINT "portal_requests_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "portal_requests_intent" ON "portal_requests" USING btree ("workspace_id","address","intent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_requests_one_open" ON "portal_requests" USING btree ("workspace_id","address") WHERE "portal_requests"."state" in ('open', 'approving');--> statement-breakpoint
CREATE INDEX "portal_requests_workspace" ON "portal_requests" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "portal_requests_due" ON "portal_requests" USING btree ("next_run_at");