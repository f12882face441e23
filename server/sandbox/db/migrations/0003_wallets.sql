CREATE TABLE "sandbox"."wallet_transactions" (
	"owner" text NOT NULL,
	"txid" text NOT NULL,
	"sequence" integer NOT NULL,
	"is_sender" boolean NOT NULL,
	CONSTRAINT "wallet_transactions_owner_txid_pk" PRIMARY KEY("owner","txid")
);
--> statement-breakpoint
CREATE TABLE "sandbox"."watched_scripts" (
	"owner" text NOT NULL,
	"script_hex" text NOT NULL,
	"label" text NOT NULL,
	"is_change" boolean DEFAULT false NOT NULL,
	"descriptor" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "watched_scripts_owner_script_hex_pk" PRIMARY KEY("owner","script_hex")
);
--> statement-breakpoint
ALTER TABLE "sandbox"."locked_coins" ADD COLUMN "is_persistent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."wallets" ADD COLUMN "has_private_keys" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."wallets" ADD COLUMN "is_blank" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."wallets" ADD COLUMN "avoids_reuse" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."wallets" ADD COLUMN "has_descriptors" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sandbox"."wallet_transactions" ADD CONSTRAINT "wallet_transactions_txid_transactions_txid_fk" FOREIGN KEY ("txid") REFERENCES "sandbox"."transactions"("txid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wallet_transactions_order" ON "sandbox"."wallet_transactions" USING btree ("owner","sequence");--> statement-breakpoint
CREATE INDEX "watched_scripts_script" ON "sandbox"."watched_scripts" USING btree ("script_hex");--> statement-breakpoint
-- Worlds made before this table existed: who is touched follows from the scripts of what was paid and spent.
INSERT INTO "sandbox"."wallet_transactions" ("owner", "txid", "sequence", "is_sender")
SELECT "touched"."owner", "t"."txid", "t"."sequence", bool_or("touched"."is_sender")
FROM "sandbox"."transactions" "t" JOIN (
  SELECT "s"."owner", "o"."txid", false AS "is_sender" FROM "sandbox"."outputs" "o"
  JOIN "sandbox"."scripts" "s" ON "s"."script_hex" = "o"."script_hex"
  UNION ALL
  SELECT "s"."owner", "i"."txid", true FROM "sandbox"."inputs" "i"
  JOIN "sandbox"."outputs" "p" ON "p"."txid" = "i"."prev_txid" AND "p"."vout" = "i"."prev_vout"
  JOIN "sandbox"."scripts" "s" ON "s"."script_hex" = "p"."script_hex"
) "touched" ON "touched"."txid" = "t"."txid"
WHERE "touched"."owner" LIKE 'wallet:%'
GROUP BY 1, 2, 3;
