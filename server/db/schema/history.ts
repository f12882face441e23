import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const assetKey = {
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  assetUuid: uuid("asset_uuid").notNull(),
};

/** How far an asset's transactions have been read, as AMP counts them from the oldest on. */
export const historyBooks = pgTable(
  "history_books",
  {
    ...assetKey,
    transactions: integer("transactions").notNull(),
    /** When somebody looked at it last. */
    usedAt: timestamp("used_at", { withTimezone: true }),
    /** When somebody last began to bring it up to date. */
    readAt: timestamp("read_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.assetUuid] })],
);

/** A transaction of the asset that stands in a block; `position` counts from the oldest. */
export const historyTransactions = pgTable(
  "history_transactions",
  {
    ...assetKey,
    position: integer("position").notNull(),
    txid: text("txid").notNull(),
    height: integer("height").notNull(),
    minedAt: timestamp("mined_at", { withTimezone: true }).notNull(),
    kind: text("kind").notNull(),
    /** What it added to the supply, in sats; below zero for a burn. */
    supplySats: bigint("supply_sats", { mode: "bigint" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.assetUuid, table.position] }),
    index("history_transactions_height").on(table.workspaceId, table.assetUuid, table.height),
    // The search finds a transaction's assets by its id alone.
    index("history_transactions_txid").on(table.workspaceId, table.txid),
  ],
);

/** What a transaction changed for one account. */
export const historyMovements = pgTable(
  "history_movements",
  {
    ...assetKey,
    position: integer("position").notNull(),
    /** Empty for the treasury. */
    gaid: text("gaid").notNull(),
    /** Whose account it was when AMP was read. */
    userId: integer("user_id"),
    sats: bigint("sats", { mode: "bigint" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.assetUuid, table.position, table.gaid] })],
);

/** What AMP told of an asset's accounts for a block, and now, while the two are held against the movements. */
export const historyTold = pgTable(
  "history_told",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    checkId: uuid("check_id").notNull(),
    /** Told without a height. */
    isToday: boolean("is_today").notNull(),
    /** Empty for the treasury. */
    gaid: text("gaid").notNull(),
    sats: bigint("sats", { mode: "bigint" }).notNull(),
    toldAt: timestamp("told_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("history_told_check").on(table.checkId), index("history_told_at").on(table.toldAt)],
);

/** Who owned what, added up once and kept for a file that is read portion by portion. */
export const historyOwned = pgTable(
  "history_owned",
  {
    workspaceId: uuid("workspace_id").notNull(),
    readingId: uuid("reading_id").notNull(),
    keptAt: timestamp("kept_at", { withTimezone: true }).notNull(),
    /** Of an owner as a whole; otherwise one account's part. */
    isSum: boolean("is_sum").notNull(),
    holderId: text("holder_id").notNull(),
    kind: text("kind").notNull(),
    userId: integer("user_id"),
    /** Of a part; null for the treasury. */
    gaid: text("gaid"),
    beforeSats: bigint("before_sats", { mode: "bigint" }).notNull(),
    sats: bigint("sats", { mode: "bigint" }).notNull(),
  },
  (table) => [index("history_owned_reading").on(table.readingId), index("history_owned_at").on(table.keptAt)],
);
