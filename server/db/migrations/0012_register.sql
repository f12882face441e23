CREATE TABLE "user_job_rows" (
	"job_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"user_id" integer,
	"steps" text NOT NULL,
	"results" text[] NOT NULL,
	"losses" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_job_rows_job_id_number_pk" PRIMARY KEY("job_id","number")
);
--> statement-breakpoint
CREATE TABLE "user_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"about" text NOT NULL,
	"undo_of" uuid,
	"requested_by" text NOT NULL,
	"request_id" text NOT NULL,
	"problem" text,
	"next_run_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user_notes" (
	"workspace_id" uuid NOT NULL,
	"user_id" integer NOT NULL,
	"text" text NOT NULL,
	"archived_at" timestamp with time zone,
	"archived_categories" integer[] NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_notes_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "user_job_rows" ADD CONSTRAINT "user_job_rows_job_id_user_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."user_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_jobs" ADD CONSTRAINT "user_jobs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_notes" ADD CONSTRAINT "user_notes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_job_rows_state" ON "user_job_rows" USING btree ("job_id","state","number");--> statement-breakpoint
CREATE INDEX "user_jobs_workspace" ON "user_jobs" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "user_jobs_due" ON "user_jobs" USING btree ("next_run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "user_jobs_undo" ON "user_jobs" USING btree ("undo_of");