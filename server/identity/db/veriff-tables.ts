import { boolean, index, integer, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

export const veriffSessions = identitySchema.table(
  "veriff_session",
  {
    id: varchar("id").primaryKey(),
    userAddress: varchar("user_address").notNull(),
    url: varchar("url"),
    vendorData: varchar("vendor_data"),
    host: varchar("host"),
    status: varchar("status"),
    connected: boolean("connected").notNull(),
    createdAt: time("created_at").notNull(),
    /** 0 created, 1 started, 2 submitted */
    state: integer("state").notNull(),
  },
  (table) => [
    index("idx_veriff_session_user_address").on(table.userAddress),
    index("idx_veriff_session_created_at").on(table.createdAt),
  ],
);

/** The last decision of a session; its id is the session's. */
export const veriffDecisions = identitySchema.table("veriff_decision", {
  id: varchar("id").primaryKey(),
  status: varchar("status").notNull(),
  code: integer("code").notNull(),
  reason: varchar("reason"),
  reasonCode: integer("reason_code"),
  /** As Veriff sent them. */
  decisionTime: varchar("decision_time"),
  acceptanceTime: varchar("acceptance_time"),
  createdAt: time("created_at").notNull(),
});
