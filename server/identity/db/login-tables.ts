import { bigint, bigserial, index, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";

/**
 * Texts that were handed out to be signed and not used yet. Addresses are whatever a caller wrote, of any length, so
 * only their hashes are kept; the text is made anew of the address and the nonce.
 */
export const loginTexts = identitySchema.table(
  "login_text",
  {
    /** In the order in which they were handed out. */
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    /** SHA-256 of the lower-case address; null for a text that belongs to whoever signs it. */
    addressHash: varchar("address_hash", { length: 64 }),
    /** Decimal. */
    nonce: varchar("nonce", { length: 64 }).notNull(),
    /** SHA-256 of the text. */
    textHash: varchar("text_hash", { length: 64 }).notNull().unique(),
    /** Of an EIP-4361 text: whose page asked for it; null for the original's texts. */
    origin: varchar("origin"),
    /** Of an EIP-4361 text. */
    chainId: bigint("chain_id", { mode: "bigint" }),
    /** Keyed hash of the IP that asked for it; null when nothing is known. */
    callerHash: varchar("caller_hash", { length: 64 }),
    /** SHA-256 of the secret that whoever asked for the text has to show when logging in; null = none. */
    verifierHash: varchar("verifier_hash", { length: 64 }),
    createdAt: time("created_at").notNull(),
    /** null = never */
    expiresAt: time("expires_at"),
  },
  (table) => [
    index("idx_login_text_address_hash").on(table.addressHash, table.id),
    index("idx_login_text_expires_at").on(table.expiresAt),
  ],
);
