import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sandboxSchema } from "./schema";

const sats = (name: string) => bigint(name, { mode: "bigint" });
const time = (name: string) => timestamp(name, { withTimezone: true });

/** API accounts. A manager belongs to an issuer; an issuer belongs to itself. */
export const accounts = sandboxSchema.table("amp_accounts", {
  id: serial("id").primaryKey(),
  username: text("username").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  token: text("token").notNull().unique(),
  /** null for an issuer. */
  managerOf: integer("manager_of"),
  isLocked: boolean("is_locked").notNull().default(false),
});

export const managerAssets = sandboxSchema.table(
  "amp_manager_assets",
  { managerId: integer("manager_id").notNull(), assetUuid: uuid("asset_uuid").notNull() },
  (table) => [primaryKey({ columns: [table.managerId, table.assetUuid] })],
);

export const assets = sandboxSchema.table(
  "amp_assets",
  {
    uuid: uuid("uuid").primaryKey(),
    sequence: serial("sequence").notNull(),
    issuerId: integer("issuer_id").notNull(),
    name: text("name").notNull(),
    assetId: text("asset_id").notNull().unique(),
    tokenId: text("token_id"),
    ticker: text("ticker"),
    precision: integer("precision").notNull(),
    domain: text("domain"),
    pubkey: text("pubkey"),
    issuedSats: sats("issued_sats").notNull(),
    issuanceTxid: text("issuance_txid").notNull(),
    isRestricted: boolean("is_restricted").notNull(),
    isRegistered: boolean("is_registered").notNull().default(false),
    isAuthorized: boolean("is_authorized").notNull().default(false),
    isLocked: boolean("is_locked").notNull().default(false),
    /** Hidden in AMP; the chain knows nothing of it. */
    isDeleted: boolean("is_deleted").notNull().default(false),
    /** Whether a distribution of it was ever cancelled; the real service was once stuck after that. */
    hasCancelled: boolean("has_cancelled").notNull().default(false),
    authorizationEndpoint: text("authorization_endpoint"),
    memo: text("memo").notNull().default(""),
  },
  (table) => [index("amp_assets_issuer").on(table.issuerId, table.sequence)],
);

export const treasuryAddresses = sandboxSchema.table(
  "amp_treasury_addresses",
  {
    assetUuid: uuid("asset_uuid").notNull(),
    scriptHex: text("script_hex").notNull(),
    sequence: serial("sequence").notNull(),
    /** As it was told to AMP. */
    address: text("address").notNull(),
  },
  (table) => [primaryKey({ columns: [table.assetUuid, table.scriptHex] })],
);

export const categories = sandboxSchema.table(
  "amp_categories",
  {
    id: serial("id").primaryKey(),
    issuerId: integer("issuer_id").notNull(),
    name: text("name").notNull(),
    description: text("description"),
  },
  (table) => [unique("amp_categories_name").on(table.issuerId, table.name)],
);

export const categoryUsers = sandboxSchema.table(
  "amp_category_users",
  { categoryId: integer("category_id").notNull(), userId: integer("user_id").notNull() },
  (table) => [
    primaryKey({ columns: [table.categoryId, table.userId] }),
    index("amp_category_users_user").on(table.userId),
  ],
);

export const categoryAssets = sandboxSchema.table(
  "amp_category_assets",
  { categoryId: integer("category_id").notNull(), assetUuid: uuid("asset_uuid").notNull() },
  (table) => [
    primaryKey({ columns: [table.categoryId, table.assetUuid] }),
    index("amp_category_assets_asset").on(table.assetUuid),
  ],
);

/** Ids begin above those of accounts: an ownership names a user and the issuer by bare numbers alike. */
export const registeredUsers = sandboxSchema.table(
  "amp_registered_users",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity({ startWith: 1001 }),
    issuerId: integer("issuer_id").notNull(),
    name: text("name").notNull(),
    isCompany: boolean("is_company").notNull(),
    defaultGaid: text("default_gaid"),
    creatorId: integer("creator_id").notNull(),
  },
  (table) => [unique("amp_registered_users_name").on(table.issuerId, table.name)],
);

export const userGaids = sandboxSchema.table(
  "amp_user_gaids",
  {
    issuerId: integer("issuer_id").notNull(),
    gaid: text("gaid").notNull(),
    userId: integer("user_id").notNull(),
    sequence: serial("sequence").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuerId, table.gaid] }),
    index("amp_user_gaids_user").on(table.userId),
    // whose a GAID is, from the index alone and in the order in which holdings are added up
    index("amp_user_gaids_owner").on(table.issuerId, table.gaid, table.userId),
  ],
);

/** GAIDs that deleted users had; the real service was once unable to give them to anybody else. */
export const deletedGaids = sandboxSchema.table(
  "amp_deleted_gaids",
  { issuerId: integer("issuer_id").notNull(), gaid: text("gaid").notNull() },
  (table) => [primaryKey({ columns: [table.issuerId, table.gaid] })],
);

export const assignments = sandboxSchema.table(
  "amp_assignments",
  {
    id: serial("id").primaryKey(),
    assetUuid: uuid("asset_uuid").notNull(),
    userId: integer("user_id").notNull(),
    amountSats: sats("amount_sats").notNull(),
    isReady: boolean("is_ready").notNull(),
    vestingAt: time("vesting_at"),
    creatorId: integer("creator_id").notNull(),
    /** Set while a distribution holds it and for good once distributed. */
    distributionUuid: uuid("distribution_uuid"),
    receivingAddress: text("receiving_address"),
    receivingGaid: text("receiving_gaid"),
    isDistributed: boolean("is_distributed").notNull().default(false),
    /** The output that paid it. */
    vout: integer("vout"),
  },
  (table) => [
    index("amp_assignments_asset").on(table.assetUuid, table.id),
    index("amp_assignments_open").on(table.assetUuid, table.id).where(sql`not ${table.isDistributed}`),
    index("amp_assignments_user").on(table.userId, table.assetUuid),
    index("amp_assignments_distribution").on(table.distributionUuid),
  ],
);

/** A row appears with `distributions/create/` and disappears with a cancel; `txid` is set by the confirm. */
export const distributions = sandboxSchema.table(
  "amp_distributions",
  {
    uuid: uuid("uuid").primaryKey(),
    sequence: serial("sequence").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    txid: text("txid"),
    confirmedAt: time("confirmed_at"),
  },
  (table) => [index("amp_distributions_asset").on(table.assetUuid, table.sequence)],
);

/** Reissue and burn orders handed out, kept so that a fitting transaction is pending and not lost. */
export const workOrders = sandboxSchema.table(
  "amp_work_orders",
  {
    id: serial("id").primaryKey(),
    assetUuid: uuid("asset_uuid").notNull(),
    kind: text("kind", { enum: ["reissuance", "burn"] }).notNull(),
    amountSats: sats("amount_sats").notNull(),
    /** Set by the confirm. */
    txid: text("txid"),
  },
  (table) => [index("amp_work_orders_asset").on(table.assetUuid)],
);

export const reissuances = sandboxSchema.table(
  "amp_reissuances",
  {
    txid: text("txid").notNull(),
    vin: integer("vin").notNull(),
    sequence: serial("sequence").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    vout: integer("vout").notNull(),
    destinationAddress: text("destination_address").notNull(),
    amountSats: sats("amount_sats").notNull(),
    blockHash: text("block_hash").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.vin] }),
    index("amp_reissuances_asset").on(table.assetUuid, table.sequence),
  ],
);

/** Transactions AMP follows, per asset. */
export const trackedTransactions = sandboxSchema.table(
  "amp_transactions",
  {
    assetUuid: uuid("asset_uuid").notNull(),
    txid: text("txid").notNull(),
    sequence: serial("sequence").notNull(),
    kind: text("kind", { enum: ["issuance", "reissuance", "burn", "distribution", "transfer"] }).notNull(),
    receivedAt: time("received_at").notNull(),
    /** null until it is in a block. */
    height: integer("height"),
    blockTime: time("block_time"),
  },
  (table) => [
    primaryKey({ columns: [table.assetUuid, table.txid] }),
    index("amp_transactions_order").on(table.assetUuid, table.height, table.sequence),
    index("amp_transactions_unconfirmed").on(table.txid).where(sql`${table.height} is null`),
  ],
);

/** AMP's own record of outputs, beside the chain: changed by issue, confirms and holder transfers alone. */
export const trackedOutputs = sandboxSchema.table(
  "amp_outputs",
  {
    txid: text("txid").notNull(),
    vout: integer("vout").notNull(),
    assetUuid: uuid("asset_uuid").notNull(),
    /** True for an output of the asset's reissuance token. */
    isToken: boolean("is_token").notNull().default(false),
    isBurnt: boolean("is_burnt").notNull().default(false),
    amountSats: sats("amount_sats").notNull(),
    /** null = treasury. */
    gaid: text("gaid"),
    /** 64 zeros while AMP does not know them. */
    assetBlinder: text("asset_blinder").notNull(),
    amountBlinder: text("amount_blinder").notNull(),
    /** What the activities call it; null for an output that is no news, such as change. */
    activity: text("activity", { enum: ["issuance", "reissuance", "burn", "distribution", "transfer"] }),
    isBlacklisted: boolean("is_blacklisted").notNull().default(false),
    fromHeight: integer("from_height"),
    spentTxid: text("spent_txid"),
    spentVin: integer("spent_vin"),
    spentHeight: integer("spent_height"),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.vout] }),
    // Answers by itself who holds how much.
    index("amp_outputs_unspent")
      .on(table.assetUuid, table.gaid, table.amountSats, table.isToken, table.isBurnt)
      .where(sql`${table.spentTxid} is null`),
    index("amp_outputs_gaid").on(table.gaid, table.assetUuid).where(sql`${table.spentTxid} is null`),
    index("amp_outputs_blacklisted").on(table.assetUuid).where(sql`is_blacklisted and spent_txid is null`),
    index("amp_outputs_spent").on(table.spentTxid),
    index("amp_outputs_height").on(table.assetUuid, table.fromHeight),
    index("amp_outputs_activity")
      .on(table.assetUuid, table.fromHeight, table.txid, table.vout)
      .where(sql`${table.activity} is not null`),
  ],
);
