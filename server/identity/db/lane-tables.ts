import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

const chainId = () => bigint("chain_id", { mode: "bigint" }).notNull();

/** What operators signed: one row for a nonce, stored before any node hears of it. */
export const laneTransactions = identitySchema.table(
  "lane_transaction",
  {
    uuid: uuid("uuid").primaryKey(),
    chainId: chainId(),
    /** The operator's address, lower case. */
    sender: varchar("sender", { length: 42 }).notNull(),
    nonce: bigint("nonce", { mode: "bigint" }).notNull(),
    /** Hash of the chain's first block: a test chain that began anew knows nothing of these. */
    genesis: varchar("genesis", { length: 66 }).notNull(),
    kind: varchar("kind", { length: 16 }).notNull(),
    job: uuid("job").notNull(),
    recipient: varchar("recipient", { length: 42 }).notNull(),
    data: text("data").notNull(),
    gas: bigint("gas", { mode: "bigint" }).notNull(),
    /** SIGNED, MINED, CONFIRMED, REVERTED or DROPPED */
    status: varchar("status", { length: 16 }).notNull(),
    /** The version that counts: the one that was mined, else the newest. */
    hash: varchar("hash", { length: 66 }).notNull(),
    reason: text("reason"),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
    /** Since when the nonce looks used up by something else. */
    missingSince: time("missing_since"),
    /** At how many looks in a row it has been missing. */
    missingLooks: integer("missing_looks").notNull().default(0),
  },
  (table) => [
    index("idx_lane_transaction_job").on(table.job),
    // one at a time, and no job and no nonce twice, whatever processes believe about who holds the lane
    uniqueIndex("one_open_per_lane").on(table.chainId, table.sender).where(sql`${table.status} = 'SIGNED'`),
    uniqueIndex("one_per_job").on(table.job).where(sql`${table.status} not in ('REVERTED', 'DROPPED')`),
    uniqueIndex("one_per_nonce")
      .on(table.chainId, table.sender, table.genesis, table.nonce)
      .where(sql`${table.status} <> 'DROPPED'`),
  ],
);

/** Each signed version of a transaction: the same nonce with a higher fee is another one. */
export const laneBroadcasts = identitySchema.table(
  "lane_broadcast",
  {
    hash: varchar("hash", { length: 66 }).notNull(),
    transaction: uuid("transaction")
      .notNull()
      .references(() => laneTransactions.uuid, { onDelete: "cascade" }),
    raw: text("raw").notNull(),
    /** Wei per gas, at most; the tip is 0 on chains without one. */
    maxFeePerGas: bigint("max_fee_per_gas", { mode: "bigint" }).notNull(),
    maxPriorityFeePerGas: bigint("max_priority_fee_per_gas", { mode: "bigint" }).notNull(),
    createdAt: time("created_at").notNull(),
    /** When a node first took it. */
    sentAt: time("sent_at"),
  },
  // on a chain that began anew the same call comes to the same hash
  (table) => [primaryKey({ columns: [table.transaction, table.hash] })],
);

/** What the original's task rows have no column for. */
export const taskTries = identitySchema.table("blockchain_task_try", {
  task: uuid("task").primaryKey(),
  /** Tries that the chain refused or reverted. */
  failures: integer("failures").notNull(),
  nextTryAt: time("next_try_at").notNull(),
  reason: text("reason"),
  isGivenUp: boolean("is_given_up").notNull(),
});

/** Who asked for what, for the people who ask what became of it. */
export const chainRequests = identitySchema.table(
  "chain_request",
  {
    uuid: uuid("uuid").primaryKey(),
    /** Lower case. */
    address: varchar("address").notNull(),
    /** SHA-256 of the KYC person, where there is one; for the faucet's cool-down. */
    person: varchar("person", { length: 64 }),
    /** whitelist or faucet */
    kind: varchar("kind", { length: 16 }).notNull(),
    chainId: chainId(),
    /** The issuer as it was written; null for the faucet. */
    contractAddress: varchar("contract_address"),
    /** The batch, once there is one. */
    task: uuid("task"),
    /** Why this wallet got nothing although its batch was carried out; null while that is not known to be so. */
    failure: text("failure"),
    requestedAt: time("requested_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    index("idx_chain_request_address").on(table.address, table.requestedAt),
    index("idx_chain_request_task").on(table.task),
    index("idx_chain_request_person").on(table.person),
  ],
);
