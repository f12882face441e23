import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/**
 * A stored treasury operation. Its contents are the text of `lib/json.ts`, which keeps every digit of an amount.
 * `state` is a state of `lib/domain/operation.ts`. */
export const operations = pgTable(
  "operations",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    kind: text("kind").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    state: text("state").notNull(),
    requestedBy: text("requested_by").notNull(),
    requestId: text("request_id").notNull(),
    /** What the person approved, and the hash that was on the screen. */
    intent: text("intent").notNull(),
    intentHash: text("intent_hash").notNull(),
    /** The intent without its list, and how long that is: what lists of operations show of thousands. */
    intentHead: text("intent_head").generatedAlwaysAs(sql`(intent::jsonb - 'assignments' - 'outputs')::text`),
    intentItems: integer("intent_items").generatedAlwaysAs(
      sql`jsonb_array_length(coalesce(intent::jsonb -> 'assignments', intent::jsonb -> 'outputs'))`,
    ),
    /** Facts gathered on the way: AMP's order, the txid, change outputs. */
    facts: text("facts").notNull(),
    /** Why it waits or stopped, for people. */
    problem: text("problem"),
    /** Counts the moves: whoever has not seen the last one cannot make the next. */
    version: integer("version").notNull().default(0),
    nextRunAt: timestamp("next_run_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("operations_workspace").on(table.workspaceId, table.createdAt),
    index("operations_due").on(table.nextRunAt),
    // Each page of an asset asks when an operation of it was done last.
    index("operations_done")
      .on(table.workspaceId, table.assetUuid, table.updatedAt)
      .where(sql`${table.state} = 'done'`),
    // One open treasury operation per asset: a second batch would spend the first one's unconfirmed change.
    uniqueIndex("operations_one_open")
      .on(table.workspaceId, table.assetUuid)
      .where(sql`${table.state} not in ('done', 'cancelled', 'failed')`),
  ],
);

/** The journal: intent before, outcome after each step. Rows are only ever added. */
export const operationJournal = pgTable(
  "operation_journal",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    operationId: uuid("operation_id")
      .notNull()
      .references(() => operations.id),
    at: timestamp("at", { withTimezone: true }).notNull(),
    step: text("step").notNull(),
    phase: text("phase").notNull(),
    detail: text("detail").notNull(),
  },
  (table) => [index("operation_journal_operation").on(table.operationId, table.id)],
);

/** Whose broadcast of a workspace's wallet is next; see server/treasury/turns.ts. */
export const walletTurns = pgTable(
  "wallet_turns",
  {
    operationId: uuid("operation_id")
      .primaryKey()
      .references(() => operations.id),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    /** An operation asks once for each of its transactions. */
    batch: integer("batch").notNull(),
    place: bigserial("place", { mode: "bigint" }).notNull(),
    isGranted: boolean("is_granted").notNull().default(false),
  },
  (table) => [index("wallet_turns_workspace").on(table.workspaceId)],
);
