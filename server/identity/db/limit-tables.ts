import { index, integer, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

/** How often somebody has called in the window that runs. Unlogged in its migration: a crash may forget it. */
export const callCounts = identitySchema.table(
  "call_count",
  {
    /** HMAC of the limit's name and of who is counted; neither addresses nor IPs are kept. */
    key: varchar("key", { length: 64 }).primaryKey(),
    count: integer("count").notNull(),
    endsAt: time("ends_at").notNull(),
  },
  (table) => [index("idx_call_count_ends_at").on(table.endsAt)],
);
