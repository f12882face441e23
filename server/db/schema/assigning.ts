import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Assignments that a person approved together, or the change of one. The id is the form's: a repeat meets the first. */
export const assignmentBatches = pgTable(
  "assignment_batches",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    assetUuid: uuid("asset_uuid").notNull(),
    /** `create` or `edit`. */
    kind: text("kind").notNull(),
    personName: text("person_name").notNull(),
    /** Of what was approved: the same id with other contents is refused. */
    inputHash: text("input_hash").notNull(),
    createdAt: at("created_at").notNull(),
    /** When nothing was left to do. */
    closedAt: at("closed_at"),
    /** When the worker carries it on; null while it rests or a person has to go on. */
    nextRunAt: at("next_run_at"),
    /** Of its approval; null for one from before the worker carried them. */
    requestId: text("request_id"),
    /** Why it waits, for people. */
    problem: text("problem"),
  },
  (table) => [
    index("assignment_batches_asset").on(table.workspaceId, table.assetUuid, table.createdAt),
    index("assignment_batches_open")
      .on(table.workspaceId, table.assetUuid)
      .where(sql`${table.closedAt} is null`),
    index("assignment_batches_due").on(table.nextRunAt),
  ],
);

/** One assignment of a batch. */
export const assignmentBatchRows = pgTable(
  "assignment_batch_rows",
  {
    batchId: uuid("batch_id")
      .notNull()
      .references(() => assignmentBatches.id),
    /** Counted from 1, as in the grid. */
    position: integer("position").notNull(),
    state: text("state").notNull(),
    /** What is to be made, as `lib/json.ts` writes it. */
    wanted: text("wanted").notNull(),
    /** The assignment that is deleted for it, whole, as `lib/json.ts` writes it. */
    original: text("original"),
    /** What is made is the original again. */
    isRestoring: boolean("is_restoring").notNull().default(false),
    /** Numbers of equal assignments that AMP had right before it was asked. */
    equalBefore: integer("equal_before").array().notNull().default([]),
    /** When AMP was asked last; null while it was not. */
    askedAt: at("asked_at"),
    /** The new assignment's number. */
    assignmentId: integer("assignment_id"),
    /** Why it waits for a person, in words. */
    problem: text("problem"),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.position] }),
    index("assignment_batch_rows_made").on(table.assignmentId),
  ],
);
