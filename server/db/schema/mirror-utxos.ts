import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytewise, ofCopy } from "./mirror";

/** Unspent outputs of an asset as AMP listed them; their copy is a row of `mirror_copies`. */
export const mirrorUtxos = pgTable(
  "mirror_utxos",
  {
    ...ofCopy(),
    /** `txid:vout` */
    place: bytewise("place").notNull(),
    kind: text("kind").notNull(),
    userId: integer("user_id"),
    gaid: text("gaid"),
    amount: bigint("amount", { mode: "bigint" }).notNull(),
    isBlacklisted: boolean("is_blacklisted").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.place] }),
    index("mirror_utxos_amount").on(table.workspaceId, table.generation, table.amount, table.place),
    index("mirror_utxos_blacklisted")
      .on(table.workspaceId, table.generation, table.userId)
      .where(sql`${table.isBlacklisted}`),
    index("mirror_utxos_gaid").on(table.workspaceId, table.generation, table.gaid),
  ],
);
