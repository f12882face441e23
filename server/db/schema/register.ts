import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A change of many registered users that the worker carries out row by row. */
export const userJobs = pgTable(
  "user_jobs",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    /** `import`, `categories` or `undo`. */
    kind: text("kind").notNull(),
    state: text("state").notNull(),
    /** What it is about, as the text of `lib/json.ts`. */
    about: text("about").notNull(),
    /** The job that this one takes back. */
    undoOf: uuid("undo_of"),
    requestedBy: text("requested_by").notNull(),
    requestId: text("request_id").notNull(),
    /** Why it waits, for people. */
    problem: text("problem"),
    nextRunAt: at("next_run_at"),
    createdAt: at("created_at").notNull(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
  },
  (table) => [
    index("user_jobs_workspace").on(table.workspaceId, table.createdAt),
    index("user_jobs_due").on(table.nextRunAt),
    // A job is taken back once.
    uniqueIndex("user_jobs_undo").on(table.undoOf),
  ],
);

/** One registered user in a job: what is to be done, and how far it is. */
export const userJobRows = pgTable(
  "user_job_rows",
  {
    jobId: uuid("job_id")
      .notNull()
      .references(() => userJobs.id, { onDelete: "cascade" }),
    /** The line of the file, or the place in the list. */
    number: integer("number").notNull(),
    state: text("state").notNull(),
    /** The name people know the user by. */
    name: text("name").notNull(),
    /** AMP's number of the user, once there is one. */
    userId: integer("user_id"),
    /** Steps in their order, as the text of `lib/json.ts`. */
    steps: text("steps").notNull(),
    /** How each finished step ended: `done`, or `already` when AMP had it so. */
    results: text("results").array().notNull(),
    /** Of an import: the file's cells in the order of `IMPORT_COLUMNS`, as JSON, of a row that is refused or may be; not for ever. */
    cells: text("cells"),
    /** Answers of AMP that were lost in a row. */
    losses: integer("losses").notNull().default(0),
    /** What went wrong and what to do, for people. */
    problem: text("problem"),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.number] }),
    index("user_job_rows_state").on(table.jobId, table.state, table.number),
    // What is to be forgotten is looked for often, and is little.
    index("user_job_rows_cells").on(table.jobId).where(sql`${table.cells} is not null`),
  ],
);

/** What the desk itself keeps of a registered user: AMP never hears of it. */
export const userNotes = pgTable(
  "user_notes",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    userId: integer("user_id").notNull(),
    text: text("text").notNull(),
    /** Set for a user who was put aside. */
    archivedAt: at("archived_at"),
    /** The categories of that moment, for the way back. */
    archivedCategories: integer("archived_categories").array().notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
);
