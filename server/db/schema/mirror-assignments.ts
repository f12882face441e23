import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { ofCopy, readSingly } from "./mirror";

/** Assignments of an asset as AMP listed them; their copy is a row of `mirror_copies`. */
export const mirrorAssignments = pgTable(
  "mirror_assignments",
  {
    ...ofCopy(),
    id: integer("id").notNull(),
    userId: integer("user_id").notNull(),
    amount: bigint("amount", { mode: "bigint" }).notNull(),
    receivingAddress: text("receiving_address"),
    distributionUuid: text("distribution_uuid"),
    /** The lock: false = held back. */
    isReady: boolean("is_ready").notNull(),
    /** Whether it has vested since AMP told it is judged when it is read. */
    vestsAt: timestamp("vests_at", { withTimezone: true }),
    /** As AMP told by its own clock, which need not be the desk's: the sandbox's is turned. */
    isVested: boolean("is_vested").notNull().default(false),
    isDistributed: boolean("is_distributed").notNull(),
    creator: integer("creator").notNull(),
    gaid: text("gaid"),
    ...readSingly(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.id] }),
    index("mirror_assignments_amount").on(table.workspaceId, table.generation, table.amount, table.id),
    index("mirror_assignments_user").on(table.workspaceId, table.generation, table.userId),
    // Counted over for each page of the whole list.
    index("mirror_assignments_served").on(table.workspaceId, table.generation).where(sql`not is_gone`),
  ],
);
