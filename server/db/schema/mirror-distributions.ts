import { bigint, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { bytewise, ofCopy } from "./mirror";

/** Distributions of an asset as AMP has booked them, without those they paid; their copy is a row of `mirror_copies`. */
export const mirrorDistributions = pgTable(
  "mirror_distributions",
  {
    ...ofCopy(),
    uuid: bytewise("uuid").notNull(),
    status: text("status").notNull(),
    txids: text("txids").array().notNull(),
    totalSats: bigint("total_sats", { mode: "bigint" }).notNull(),
    /** Payments. */
    recipients: integer("recipients").notNull(),
    /** When its last transaction was; null where AMP names none. */
    confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
    blockHeight: integer("block_height"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.generation, table.uuid] })],
);
