import { bigint, index, integer, numeric, unique, uuid, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

const chainId = () => bigint("chain_id", { mode: "bigint" }).notNull();

/** Wallets that wait for a batch. A payload is the issuer that shall approve them; without one they get coins. */
export const pendingAddresses = identitySchema.table(
  "pending_blockchain_address",
  { address: varchar("address").notNull(), chainId: chainId(), payload: varchar("payload") },
  (table) => [index("idx_pending_faucet_address_chain_id").on(table.chainId)],
);

export const blockchainTasks = identitySchema.table(
  "blockchain_task",
  {
    uuid: uuid("uuid").primaryKey(),
    addresses: varchar("addresses").array().notNull(),
    chainId: chainId(),
    /** CREATED, IN_PROCESS, COMPLETED or FAILED */
    status: varchar("status", { length: 16 }).notNull(),
    hash: varchar("hash"),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at"),
    payload: varchar("payload"),
  },
  (table) => [
    index("idx_faucet_task_status").on(table.status),
    index("idx_faucet_task_chain_id").on(table.chainId),
  ],
);

const investment = () => ({
  uuid: uuid("uuid").primaryKey(),
  chainId: chainId(),
  userWalletAddress: varchar("user_wallet_address").notNull(),
  campaignContractAddress: varchar("campaign_contract_address").notNull(),
  amount: numeric("amount", { precision: 78, mode: "bigint" }).notNull(),
  status: varchar("status", { length: 16 }).notNull(),
  hash: varchar("hash"),
  createdAt: time("created_at").notNull(),
});

/** PENDING or IN_PROCESS */
export const autoInvestTasks = identitySchema.table(
  "auto_invest_task",
  {
    ...investment(),
    /** What was refused last and why it still waits; in words for people. */
    reason: varchar("reason"),
    /** Batches with it that failed as a whole: with one behind it, it goes alone. */
    attempts: integer("attempts").notNull().default(0),
    /** null = at once */
    nextTryAt: time("next_try_at"),
    /** What the lane knows its batch by; stored before anything is signed. */
    job: uuid("job"),
  },
  (table) => [
    unique("per_user_campaign").on(table.chainId, table.userWalletAddress, table.campaignContractAddress),
    index("idx_auto_invest_task_chain_id_status").on(table.chainId, table.status),
  ],
);

/** SUCCESS, FAILURE or EXPIRED */
export const autoInvestHistory = identitySchema.table(
  "auto_invest_task_history",
  {
    ...investment(),
    completedAt: time("completed_at").notNull(),
    /** Smallest units that the campaign took, where the receipt was read. */
    invested: numeric("invested", { precision: 78, mode: "bigint" }),
    /** Why nothing was invested, in words for people. */
    reason: varchar("reason"),
  },
  (table) => [index("idx_auto_invest_task_history_wallet").on(table.userWalletAddress)],
);

export const autoInvestTransactions = identitySchema.table(
  "auto_invest_transaction",
  {
    uuid: uuid("uuid").primaryKey(),
    chainId: chainId(),
    hash: varchar("hash").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [unique("chain_id_and_hash").on(table.chainId, table.hash)],
);
