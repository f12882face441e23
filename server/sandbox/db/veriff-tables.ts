import { index, integer, serial, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { VERIFF_DELIVERY_STATES, VERIFF_SIGNATURES, VERIFF_STATES } from "@/lib/contracts/control-veriff";
import { VERIFF_DECISION_NAMES } from "@/lib/domain/veriff";
import { sandboxSchema } from "./schema";

const time = (name: string) => timestamp(name, { withTimezone: true });

/** Verifications that somebody asked the stand-in for Veriff to carry out. */
export const veriffSessions = sandboxSchema.table("veriff_sessions", {
  id: uuid("id").primaryKey(),
  sequence: serial("sequence").notNull(),
  /** Whoever knows it may play the verification. */
  token: text("token").notNull().unique(),
  attemptId: uuid("attempt_id").notNull(),
  vendorData: text("vendor_data"),
  /** Where the person is sent afterwards; null: the one that is set for all. */
  callback: text("callback"),
  state: text("state", { enum: VERIFF_STATES }).notNull(),
  decision: text("decision", { enum: VERIFF_DECISION_NAMES }),
  /** Counts the steps: a form that was shown before another step is refused. */
  revision: integer("revision").notNull().default(0),
  createdAt: time("created_at").notNull(),
  updatedAt: time("updated_at").notNull(),
});

/** Webhooks, stored before they are sent. */
export const veriffWebhooks = sandboxSchema.table(
  "veriff_webhooks",
  {
    id: serial("id").primaryKey(),
    sessionId: uuid("session_id").notNull(),
    kind: text("kind", { enum: ["event", "decision"] }).notNull(),
    what: text("what").notNull(),
    url: text("url").notNull(),
    signature: text("signature", { enum: VERIFF_SIGNATURES }).notNull(),
    /** The signed bytes. */
    body: text("body").notNull(),
    state: text("state", { enum: VERIFF_DELIVERY_STATES }).notNull().default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    /** null once it is over. */
    nextAttempt: time("next_attempt"),
    /** What the last attempt was answered. */
    status: integer("status"),
    problem: text("problem"),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    index("veriff_webhooks_session").on(table.sessionId, table.id),
    index("veriff_webhooks_next").on(table.nextAttempt, table.id),
  ],
);
