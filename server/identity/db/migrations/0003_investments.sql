CREATE TABLE "identity"."pinata_quota" (
	"address" varchar PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"keys" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."auto_invest_task_history" ADD COLUMN "invested" numeric(78);--> statement-breakpoint
ALTER TABLE "identity"."auto_invest_task_history" ADD COLUMN "reason" varchar;--> statement-breakpoint
ALTER TABLE "identity"."auto_invest_task" ADD COLUMN "reason" varchar;--> statement-breakpoint
ALTER TABLE "identity"."auto_invest_task" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "idx_auto_invest_task_history_wallet" ON "identity"."auto_invest_task_history" USING btree ("user_wallet_address");