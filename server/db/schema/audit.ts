import { bigserial, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** Who did what, when, with which result. Rows are only ever added. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    at: timestamp("at", { withTimezone: true }).notNull(),
    personName: text("person_name").notNull(),
    requestId: text("request_id").notNull(),
    action: text("action").notNull(),
    outcome: text("outcome").notNull(),
    assetUuid: uuid("asset_uuid"),
    /** What the action was about, in ids and amounts; no secret, no personal data. */
    detail: jsonb("detail").notNull(),
  },
  (table) => [index("audit_entries_workspace").on(table.workspaceId, table.id)],
);

/** An intention formed in a form: carried out once, however often it is submitted. */
export const intents = pgTable(
  "intents",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    action: text("action").notNull(),
    /** Hash of the input: the same id with another content is refused. */
    inputHash: text("input_hash").notNull(),
    state: text("state").notNull(),
    /** As `lib/json.ts` writes it. */
    result: text("result"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [index("intents_workspace").on(table.workspaceId, table.createdAt)],
);
