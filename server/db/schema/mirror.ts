import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });
/** Sorts by bytes on every host, whatever the cluster's language: a cursor means the same place everywhere. */
export const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Whose row it is, and of which whole copy. */
export const ofCopy = () => ({
  workspaceId: uuid("workspace_id").notNull(),
  generation: bigint("generation", { mode: "number" }).notNull(),
});

/** Of rows that AMP is also asked for one by one. */
export const readSingly = () => ({
  /** When the row was asked for; a later answer wins. */
  ticket: bigint("ticket", { mode: "number" }).notNull(),
  /** Deleted at AMP while the list was coming in. */
  isGone: boolean("is_gone").notNull(),
});

/** Numbers of generations and of single rows read again: the higher one was asked for later. */
export const mirrorTickets = pgSequence("mirror_tickets");

/** What a workspace has copied of AMP's whole lists: one row per list. */
export const mirrorCopies = pgTable(
  "mirror_copies",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    kind: text("kind").notNull(),
    /** The asset's UUID where a list is an asset's, empty otherwise. */
    key: text("key").notNull(),
    /** The rows that are served; null before the first whole copy. */
    generation: bigint("generation", { mode: "number" }),
    /** When AMP was asked for them: what it answered is as old as that. */
    startedAt: at("started_at"),
    tookMs: integer("took_ms"),
    rowCount: integer("row_count"),
    /** Of a short list: one that AMP answers unchanged is not written again. */
    digest: text("digest"),
    /** What the served rows add up to, and what AMP told of the whole beside them; JSON of `lib/json.ts`. */
    figures: text("figures"),
    beside: text("beside"),
    /** The rows that are coming in. */
    next: bigint("next", { mode: "number" }),
    nextStartedAt: at("next_started_at"),
    /** Something was changed then: a copy begun earlier is not shown any more. */
    staleAt: at("stale_at"),
    /** Somebody else of the same issuer has changed something since: it is shown, and read again soon. */
    changedBesideAt: at("changed_beside_at"),
    usedAt: at("used_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.kind, table.key] })],
);

/** Downloads that read one generation from their first portion to their last: its rows stay as long. */
export const mirrorHolds = pgTable(
  "mirror_holds",
  {
    id: uuid("id").primaryKey(),
    ...ofCopy(),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    /** The rows may go then, whoever reads them. */
    until: at("until").notNull(),
  },
  (table) => [index("mirror_holds_copy").on(table.workspaceId, table.kind, table.key, table.generation)],
);

/** Registered users as AMP listed them. */
export const mirrorUsers = pgTable(
  "mirror_users",
  {
    ...ofCopy(),
    id: integer("id").notNull(),
    name: text("name").notNull(),
    gaid: text("gaid"),
    isCompany: boolean("is_company").notNull(),
    categories: integer("categories").array().notNull(),
    creator: integer("creator").notNull(),
    /** `lib/domain/sort-key.ts` of the name. */
    sortName: bytewise("sort_name").notNull(),
    /** What the search looks into, in small letters. */
    search: text("search").notNull(),
    ...readSingly(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.id] }),
    index("mirror_users_name").on(table.workspaceId, table.generation, table.sortName, table.id),
    // Counted over for each page of the whole list.
    index("mirror_users_served").on(table.workspaceId, table.generation).where(sql`not is_gone`),
  ],
);

/** What an owner holds of an asset in one GAID. */
export const mirrorHoldings = pgTable(
  "mirror_holdings",
  {
    ...ofCopy(),
    /** Its place in AMP's answer. */
    position: integer("position").notNull(),
    holderId: bytewise("holder_id").notNull(),
    kind: text("kind").notNull(),
    userId: integer("user_id"),
    gaid: text("gaid"),
    amount: bigint("amount", { mode: "bigint" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.position] }),
    index("mirror_holdings_holder").on(table.workspaceId, table.generation, table.holderId),
    index("mirror_holdings_amount").on(table.workspaceId, table.generation, table.amount, table.position),
  ],
);

/** The same, added up by owner. */
export const mirrorHolders = pgTable(
  "mirror_holders",
  {
    ...ofCopy(),
    /** `holderOf` of `lib/domain/ownership.ts`. */
    id: bytewise("id").notNull(),
    kind: text("kind").notNull(),
    userId: integer("user_id"),
    amount: bigint("amount", { mode: "bigint" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.generation, table.id] }),
    index("mirror_holders_amount").on(table.workspaceId, table.generation, table.amount, table.id),
  ],
);

/** Categories without the list of their members, which may be everybody. */
export const mirrorCategories = pgTable(
  "mirror_categories",
  {
    ...ofCopy(),
    id: integer("id").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    memberCount: integer("member_count").notNull(),
    assets: text("assets").array().notNull(),
    ...readSingly(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.generation, table.id] })],
);
