CREATE TABLE "identity"."kyc_check" (
	"user_info_uuid" uuid PRIMARY KEY NOT NULL,
	"user_address" varchar,
	"document_hash" varchar(64),
	"risks" varchar,
	"held_for" varchar(16),
	"ended_as" varchar(16),
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identity"."veriff_webhook" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" varchar(8) NOT NULL,
	"digest" varchar(64) NOT NULL,
	"session_id" varchar,
	"attempt_id" varchar,
	"said" varchar,
	"outcome" varchar(8) NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "veriff_webhook_kind_digest" UNIQUE("kind","digest")
);
--> statement-breakpoint
ALTER TABLE "identity"."kyc_check" ADD CONSTRAINT "kyc_check_user_info_uuid_user_info_uuid_fk" FOREIGN KEY ("user_info_uuid") REFERENCES "identity"."user_info"("uuid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_kyc_check_user_address" ON "identity"."kyc_check" USING btree ("user_address");--> statement-breakpoint
CREATE INDEX "idx_kyc_check_document_hash" ON "identity"."kyc_check" USING btree ("document_hash");--> statement-breakpoint
CREATE INDEX "idx_veriff_webhook_session_id" ON "identity"."veriff_webhook" USING btree ("session_id");