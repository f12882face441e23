DROP INDEX "identity"."idx_lane_broadcast_transaction";--> statement-breakpoint
ALTER TABLE "identity"."lane_broadcast" DROP CONSTRAINT "lane_broadcast_pkey";--> statement-breakpoint
ALTER TABLE "identity"."lane_broadcast" ADD CONSTRAINT "lane_broadcast_transaction_hash_pk" PRIMARY KEY("transaction","hash");
