import { date, index, integer, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

/** How many keys a wallet has asked for on the last day that it asked. */
export const pinataQuotas = identitySchema.table("pinata_quota", {
  /** Lower case. */
  address: varchar("address").primaryKey(),
  /** UTC */
  day: date("day").notNull(),
  keys: integer("keys").notNull(),
});

/** Keys that Pinata still takes, by the part that names them; what uploads with them is kept nowhere. */
export const pinataKeys = identitySchema.table(
  "pinata_key",
  { apiKey: varchar("api_key").primaryKey(), createdAt: time("created_at").notNull() },
  (table) => [index("idx_pinata_key_created_at").on(table.createdAt)],
);
