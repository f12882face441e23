import { type SQLWrapper, sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

/** What a bulk change did with one user or assignment: everything else that names a job is about the job itself. */
export const isRowOfJob = ({ detail, action }: { detail: SQLWrapper; action: SQLWrapper }) =>
  sql`(${detail} ? 'job' and ${action} not like '%.job-%' and ${action} <> 'export.downloaded')`;

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
    /** Where the request came from, as far as it can be trusted; null for what the worker did. */
    remoteAddress: text("remote_address"),
    /** Browser and system in short, e.g. "Firefox on Linux". */
    device: text("device"),
  },
  (table) => [
    index("audit_entries_workspace").on(table.workspaceId, table.id),
    index("audit_entries_request").on(table.workspaceId, table.requestId),
    // An asset's checklist asks for its last few changes among all that was ever done.
    index("audit_entries_asset").on(table.workspaceId, table.assetUuid, table.action),
    // An import leaves an entry for each of its users, and one of them is looked for among all.
    index("audit_entries_user")
      .on(table.workspaceId, sql`(${table.detail} ->> 'user')`, table.id)
      .where(sql`${table.detail} ->> 'user' is not null`),
    // What is rare is found among very many, too.
    index("audit_entries_action").on(table.workspaceId, table.action, table.id),
    index("audit_entries_kind").on(table.workspaceId, sql`split_part(${table.action}, '.', 1)`, table.id),
    // Rows of bulk changes are by far the most: a text is looked for in all others, and in rows by whole ids alone.
    index("audit_entries_whole")
      .on(table.workspaceId, table.id)
      .where(sql`not ${isRowOfJob(table)}`),
    index("audit_entries_rows").using("gin", sql`${table.detail} jsonb_path_ops`).where(isRowOfJob(table)),
  ],
);

/** What the desk asked AMP on behalf of a person or an operation, without secrets; deleted after a time. */
export const ampCalls = pgTable(
  "amp_calls",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    /** When it was sent. */
    at: timestamp("at", { withTimezone: true }).notNull(),
    /** The same as of the audit entries that it led to. */
    requestId: text("request_id").notNull(),
    operationId: uuid("operation_id"),
    personName: text("person_name"),
    /** Its name in the table of endpoints; null for a path that is not in it. */
    endpoint: text("endpoint"),
    method: text("method").notNull(),
    path: text("path").notNull(),
    /** Name → value. */
    query: jsonb("query").notNull(),
    /** As it was sent, secrets and personal data replaced; null without one, or when it was too long to keep. */
    body: text("body"),
    bodyBytes: integer("body_bytes"),
    /** Null: no answer came. */
    status: integer("status"),
    durationMs: integer("duration_ms").notNull(),
    answerBytes: integer("answer_bytes"),
    /** Its form alone, no value of it. */
    answer: jsonb("answer"),
    /** AMP's words where it refused, fit for the log. */
    refusal: text("refusal"),
  },
  (table) => [
    index("amp_calls_workspace").on(table.workspaceId, table.id),
    index("amp_calls_request").on(table.workspaceId, table.requestId),
    index("amp_calls_at").on(table.at),
  ],
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
