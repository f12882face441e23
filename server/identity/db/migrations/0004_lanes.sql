CREATE TABLE "identity"."chain_request" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"address" varchar NOT NULL,
	"person" varchar(64),
	"kind" varchar(16) NOT NULL,
	"chain_id" bigint NOT NULL,
	"contract_address" varchar,
	"task" uuid,
	"failure" text,
	"requested_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity"."lane_broadcast" (
	"hash" varchar(66) PRIMARY KEY NOT NULL,
	"transaction" uuid NOT NULL,
	"raw" text NOT NULL,
	"max_fee_per_gas" bigint NOT NULL,
	"max_priority_fee_per_gas" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."lane_transaction" (
	"uuid" uuid PRIMARY KEY NOT NULL,
	"chain_id" bigint NOT NULL,
	"sender" varchar(42) NOT NULL,
	"nonce" bigint NOT NULL,
	"genesis" varchar(66) NOT NULL,
	"kind" varchar(16) NOT NULL,
	"job" uuid NOT NULL,
	"recipient" varchar(42) NOT NULL,
	"data" text NOT NULL,
	"gas" bigint NOT NULL,
	"status" varchar(16) NOT NULL,
	"hash" varchar(66) NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"missing_since" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."blockchain_task_try" (
	"task" uuid PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"reason" text,
	"is_given_up" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity"."lane_broadcast" ADD CONSTRAINT "lane_broadcast_transaction_lane_transaction_uuid_fk" FOREIGN KEY ("transaction") REFERENCES "identity"."lane_transaction"("uuid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_chain_request_address" ON "identity"."chain_request" USING btree ("address","requested_at");--> statement-breakpoint
CREATE INDEX "idx_chain_request_task" ON "identity"."chain_request" USING btree ("task");--> statement-breakpoint
CREATE INDEX "idx_chain_request_person" ON "identity"."chain_request" USING btree ("person");--> statement-breakpoint
CREATE INDEX "idx_lane_broadcast_transaction" ON "identity"."lane_broadcast" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "idx_lane_transaction_job" ON "identity"."lane_transaction" USING btree ("job");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_per_lane" ON "identity"."lane_transaction" USING btree ("chain_id","sender") WHERE "identity"."lane_transaction"."status" = 'SIGNED';--> statement-breakpoint
CREATE UNIQUE INDEX "one_per_nonce" ON "identity"."lane_transaction" USING btree ("chain_id","sender","genesis","nonce") WHERE "identity"."lane_transaction"."status" <> 'DROPPED';