import { date, integer, varchar } from "drizzle-orm/pg-core";
import { identitySchema } from "./schema";

/** How many keys a wallet has asked for on the last day that it asked. */
export const pinataQuotas = identitySchema.table("pinata_quota", {
  /** Lower case. */
  address: varchar("address").primaryKey(),
  /** UTC */
  day: date("day").notNull(),
  keys: integer("keys").notNull(),
});
