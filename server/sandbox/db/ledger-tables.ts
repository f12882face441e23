import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  primaryKey,
  real,
  serial,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { sandboxSchema } from "./schema";

const sats = (name: string) => bigint(name, { mode: "bigint" });
const time = (name: string) => timestamp(name, { withTimezone: true });

export const blocks = sandboxSchema.table("blocks", {
  height: integer("height").primaryKey(),
  hash: text("hash").notNull().unique(),
  time: time("time").notNull(),
});

export const transactions = sandboxSchema.table(
  "transactions",
  {
    txid: text("txid").primaryKey(),
    /** Order of arrival; also the order inside a block. */
    sequence: serial("sequence").notNull(),
    wtxid: text("wtxid").notNull(),
    hex: text("hex").notNull(),
    /** null while it waits in the mempool. */
    blockHeight: integer("block_height").references(() => blocks.height),
    blockIndex: integer("block_index"),
    receivedAt: time("received_at").notNull(),
    feeSats: sats("fee_sats").notNull(),
    /** Height of the block whose transactions spend one of its inputs instead; null unless it lost that race. */
    conflictedHeight: integer("conflicted_height"),
    /** Sent as a finished hex, so that a wallet does not know the blinders of foreign outputs. */
    isRaw: boolean("is_raw").notNull().default(false),
  },
  (table) => [
    index("transactions_block").on(table.blockHeight),
    index("transactions_conflicted").on(table.txid).where(sql`${table.conflictedHeight} is not null`),
  ],
);

/** What each transaction spends, conflicted ones included; `outputs.spent_by_…` names the one that counts. */
export const inputs = sandboxSchema.table(
  "inputs",
  {
    txid: text("txid")
      .notNull()
      .references(() => transactions.txid),
    vin: integer("vin").notNull(),
    prevTxid: text("prev_txid").notNull(),
    prevVout: integer("prev_vout").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.vin] }),
    index("inputs_prevout").on(table.prevTxid, table.prevVout),
  ],
);

/** What a confidential output made by blindrawtransaction hides, by its commitments, until it is broadcast. */
export const openings = sandboxSchema.table(
  "openings",
  {
    assetCommitment: text("asset_commitment").notNull(),
    amountCommitment: text("amount_commitment").notNull(),
    assetId: text("asset_id").notNull(),
    amountSats: sats("amount_sats").notNull(),
    assetBlinder: text("asset_blinder").notNull(),
    amountBlinder: text("amount_blinder").notNull(),
  },
  (table) => [primaryKey({ columns: [table.assetCommitment, table.amountCommitment] })],
);

export const outputs = sandboxSchema.table(
  "outputs",
  {
    txid: text("txid")
      .notNull()
      .references(() => transactions.txid),
    vout: integer("vout").notNull(),
    scriptHex: text("script_hex").notNull(),
    /** Whose script it is, so that a wallet's coins are found without its thousands of scripts; null = nobody's here. */
    owner: text("owner"),
    address: text("address"),
    kind: text("kind", { enum: ["payment", "burn", "fee"] }).notNull(),
    assetId: text("asset_id").notNull(),
    amountSats: sats("amount_sats").notNull(),
    assetBlinder: text("asset_blinder").notNull(),
    amountBlinder: text("amount_blinder").notNull(),
    /** Commitments of a confidential output, 33 bytes; null when it is explicit. */
    assetCommitment: text("asset_commitment"),
    amountCommitment: text("amount_commitment"),
    spentByTxid: text("spent_by_txid"),
    spentByVin: integer("spent_by_vin"),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.vout] }),
    index("outputs_script").on(table.scriptHex),
    index("outputs_owner").on(table.owner, table.spentByTxid),
    index("outputs_spent_by").on(table.spentByTxid),
  ],
);

export const issuances = sandboxSchema.table(
  "issuances",
  {
    txid: text("txid")
      .notNull()
      .references(() => transactions.txid),
    vin: integer("vin").notNull(),
    isReissuance: boolean("is_reissuance").notNull(),
    entropy: text("entropy").notNull(),
    assetId: text("asset_id").notNull(),
    amountSats: sats("amount_sats").notNull(),
    assetAmountBlinder: text("asset_amount_blinder").notNull(),
    tokenId: text("token_id"),
    tokenAmountSats: sats("token_amount_sats").notNull(),
    tokenAmountBlinder: text("token_amount_blinder").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.txid, table.vin] }),
    index("issuances_asset").on(table.assetId),
    index("issuances_token").on(table.tokenId),
  ],
);

/** Who can hold outputs: "wallet:<name>" of the node, "gaid:<GAID>" of the Green side, "service:<name>" of our own. */
export const owners = sandboxSchema.table("owners", {
  owner: text("owner").primaryKey(),
  seedHex: text("seed_hex").notNull(),
  nextReceive: integer("next_receive").notNull().default(0),
  nextChange: integer("next_change").notNull().default(0),
  createdAt: time("created_at").notNull(),
});

export const scripts = sandboxSchema.table(
  "scripts",
  {
    scriptHex: text("script_hex").primaryKey(),
    owner: text("owner")
      .notNull()
      .references(() => owners.owner),
    isChange: boolean("is_change").notNull(),
    keyIndex: integer("key_index").notNull(),
    label: text("label").notNull(),
    /** The confidential form, as it was handed out. */
    address: text("address").notNull(),
    publicKey: text("public_key").notNull(),
    blindingPublicKey: text("blinding_public_key").notNull(),
  },
  (table) => [index("scripts_owner").on(table.owner)],
);

export const wallets = sandboxSchema.table("wallets", {
  name: text("name").primaryKey(),
  sequence: serial("sequence").notNull(),
  isLoaded: boolean("is_loaded").notNull().default(true),
  /** Salted hash; null for a wallet without encryption. */
  passphraseHash: text("passphrase_hash"),
  unlockedUntil: time("unlocked_until"),
  createdAt: time("created_at").notNull(),
  /** False for a wallet that only watches what is imported into it. */
  hasPrivateKeys: boolean("has_private_keys").notNull().default(true),
  /** What createwallet was told and getwalletinfo repeats. */
  isBlank: boolean("is_blank").notNull().default(false),
  avoidsReuse: boolean("avoids_reuse").notNull().default(false),
  hasDescriptors: boolean("has_descriptors").notNull().default(true),
});

/** Scripts that a wallet follows without their keys: importaddress, importdescriptors. */
export const watchedScripts = sandboxSchema.table(
  "watched_scripts",
  {
    owner: text("owner").notNull(),
    scriptHex: text("script_hex").notNull(),
    label: text("label").notNull(),
    isChange: boolean("is_change").notNull().default(false),
    /** With its checksum; the same one for all scripts of a range. */
    descriptor: text("descriptor").notNull(),
    importedAt: time("imported_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.scriptHex] }),
    index("watched_scripts_script").on(table.scriptHex),
  ],
);

/** Which transactions touch which wallet, in the order in which they came: what listtransactions pages through. */
export const walletTransactions = sandboxSchema.table(
  "wallet_transactions",
  {
    owner: text("owner").notNull(),
    txid: text("txid")
      .notNull()
      .references(() => transactions.txid),
    /** The transaction's own. */
    sequence: integer("sequence").notNull(),
    /** Whether it spends from the wallet. */
    isSender: boolean("is_sender").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.owner, table.txid] }),
    index("wallet_transactions_order").on(table.owner, table.sequence),
  ],
);

export const walletComments = sandboxSchema.table(
  "wallet_comments",
  {
    wallet: text("wallet").notNull(),
    txid: text("txid").notNull(),
    comment: text("comment").notNull(),
  },
  (table) => [primaryKey({ columns: [table.wallet, table.txid] })],
);

export const lockedCoins = sandboxSchema.table(
  "locked_coins",
  {
    wallet: text("wallet").notNull(),
    txid: text("txid").notNull(),
    vout: integer("vout").notNull(),
    /** Kept when the node starts again. */
    isPersistent: boolean("is_persistent").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.wallet, table.txid, table.vout] })],
);

/** What was asked of AMP and of the node, without bodies and headers. */
export const calls = sandboxSchema.table("calls", {
  id: serial("id").primaryKey(),
  at: time("at").notNull(),
  surface: text("surface", { enum: ["amp", "node", "registry", "veriff"] }).notNull(),
  method: text("method").notNull(),
  path: text("path").notNull(),
  /** 0 when the connection was dropped without an answer. */
  status: integer("status").notNull(),
  account: text("account"),
  requestId: text("request_id"),
  durationMs: real("duration_ms"),
  /** Length of the answer's body. */
  sizeBytes: integer("size_bytes"),
  /** The faults that hit the call, each with id and kind; null for none. */
  faults: jsonb("faults").$type<{ id: number; kind: string }[]>(),
  /** What the call came to where a fault kept that from the caller. */
  effectStatus: integer("effect_status"),
});
