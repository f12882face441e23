import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** When a workspace was looked at last, why it could not be, and since when its wallet has little L-BTC for fees. */
export const watchRounds = pgTable("watch_rounds", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspaces.id),
  lookedAt: at("looked_at").notNull(),
  goodAt: at("good_at"),
  problem: text("problem"),
  /** Why, for who is told of it elsewhere: `problem` may be in the words of others. */
  reason: text("reason"),
  lowFeeSince: at("low_fee_since"),
});

/** The last look at each asset. `figures` and `tokens` are the text of `lib/json.ts`. */
export const watchAssets = pgTable(
  "watch_assets",
  {
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    assetUuid: uuid("asset_uuid").notNull(),
    name: text("name").notNull(),
    ticker: text("ticker"),
    precision: integer("precision").notNull(),
    lookedAt: at("looked_at").notNull(),
    goodAt: at("good_at"),
    problem: text("problem"),
    /** Of the last good look. */
    figures: text("figures"),
    /** Outpoints at which the wallet holds or held the reissuance token. */
    tokens: text("tokens").notNull(),
    /** Since when its issuance is deep enough for it to be authorised, and it is not. */
    authorizableSince: at("authorizable_since"),
    /** When its transactions and open assignments were looked through last. */
    booksAt: at("books_at"),
    /** Outputs of the treasury whose blinders AMP lacks, and since when that was seen. */
    lacking: integer("lacking").notNull().default(0),
    lackingSince: at("lacking_since"),
    /** How many transactions have been looked through for them, from the oldest on, and the last of those. */
    walkedTo: integer("walked_to").notNull().default(0),
    walkedTxid: text("walked_txid"),
    /** Which time it is that they are looked through, and whether that came to the newest. */
    walk: integer("walk").notNull().default(0),
    isWalked: boolean("is_walked").notNull().default(false),
    /** Orders that AMP keeps open and nobody here carries out, each with since when: the text of `lib/json.ts`. */
    orders: text("orders"),
    /** Rounds in a row in which AMP did not list the asset: it is hidden from the first on, and forgotten after several. */
    missed: integer("missed").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.assetUuid] })],
);

/** Transactions with treasury outputs whose blinders AMP lacks, as far as they have been looked through. */
export const watchLacking = pgTable(
  "watch_lacking",
  {
    workspaceId: uuid("workspace_id").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    txid: text("txid").notNull(),
    /** As AMP counts them from the oldest on; null for one that was found among the newest. */
    position: integer("position"),
    outputs: integer("outputs").notNull(),
    walk: integer("walk").notNull(),
    seenAt: at("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.assetUuid, table.txid] }),
    foreignKey({
      name: "watch_lacking_asset",
      columns: [table.workspaceId, table.assetUuid],
      foreignColumns: [watchAssets.workspaceId, watchAssets.assetUuid],
    }).onDelete("cascade"),
  ],
);

/** What did not add up, until the cause is gone. */
export const watchAlerts = pgTable(
  "watch_alerts",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    assetUuid: uuid("asset_uuid").notNull(),
    assetName: text("asset_name").notNull(),
    kind: text("kind").notNull(),
    /** Outpoint, txid or `supply`. */
    subject: text("subject").notNull(),
    txid: text("txid"),
    operationId: uuid("operation_id"),
    isToken: boolean("is_token").notNull(),
    state: text("state").notNull(),
    raisedAt: at("raised_at").notNull(),
    seenAt: at("seen_at").notNull(),
    /** Good looks in a row that did not find it. */
    misses: integer("misses").notNull().default(0),
    acknowledgedBy: text("acknowledged_by"),
    reason: text("reason"),
    closedAt: at("closed_at"),
  },
  (table) => [
    index("watch_alerts_workspace").on(table.workspaceId, table.raisedAt),
    uniqueIndex("watch_alerts_one")
      .on(table.workspaceId, table.assetUuid, table.subject)
      .where(sql`${table.state} <> 'closed'`),
  ],
);
