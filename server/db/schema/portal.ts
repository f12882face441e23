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
import type { EnvironmentName } from "@/lib/domain/actor";

const at = (name: string) => timestamp(name, { withTimezone: true });
/** Lower case everywhere in these tables. */
const address = () => text("address");
const chainId = () => bigint("chain_id", { mode: "number" });

/** A text to sign that was shown in one browser; only its cookie can hand the signature in. */
export const portalAttempts = pgTable(
  "portal_attempts",
  {
    secretHash: text("secret_hash").primaryKey(),
    address: address().notNull(),
    chainId: chainId().notNull(),
    issuerSlug: text("issuer_slug"),
    text: text("text").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (table) => [index("portal_attempts_expiry").on(table.expiresAt)],
);

/** A signed-in wallet. The cookie holds the secret; the tokens are sealed to the row and gone when it ends. */
export const portalSessions = pgTable(
  "portal_sessions",
  {
    id: uuid("id").primaryKey(),
    secretHash: text("secret_hash").notNull().unique(),
    address: address().notNull(),
    chainId: chainId().notNull(),
    /** The issuer by whose link the person came last. */
    issuerSlug: text("issuer_slug"),
    accessCipher: text("access_cipher"),
    accessExpiresAt: at("access_expires_at").notNull(),
    refreshCipher: text("refresh_cipher"),
    createdAt: at("created_at").notNull(),
    lastSeenAt: at("last_seen_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (table) => [index("portal_sessions_address").on(table.address)],
);

/** What the identity service said last about a wallet: it tells some decisions only once. Sealed to the address. */
export const portalKyc = pgTable("portal_kyc", {
  address: address().primaryKey(),
  kycCipher: text("kyc_cipher").notNull(),
  seenAt: at("seen_at").notNull(),
});

/** A text that binds an AMP ID to a wallet, waiting for its signature. */
export const portalGaidTexts = pgTable("portal_gaid_texts", {
  sessionId: uuid("session_id")
    .primaryKey()
    .references(() => portalSessions.id, { onDelete: "cascade" }),
  gaid: text("gaid").notNull(),
  text: text("text").notNull(),
  /** When AMP said that the GAID exists, and which AMP; null when nobody could be asked. */
  checkedAt: at("checked_at"),
  checkedBy: text("checked_by").$type<EnvironmentName>(),
  expiresAt: at("expires_at").notNull(),
});

/** The AMP ID of a wallet with both proofs. */
export const portalAmpIds = pgTable("portal_amp_ids", {
  address: address().primaryKey(),
  chainId: chainId().notNull(),
  gaid: text("gaid").notNull(),
  text: text("text").notNull(),
  signature: text("signature").notNull(),
  isContract: boolean("is_contract").notNull(),
  boundAt: at("bound_at").notNull(),
  checkedAt: at("checked_at"),
  checkedBy: text("checked_by").$type<EnvironmentName>(),
});

/** What a wallet uploaded to IPFS: the content itself is there, and not here. */
export const portalDocuments = pgTable(
  "portal_documents",
  {
    address: address().notNull(),
    cid: text("cid").notNull(),
    name: text("name").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    uploadedAt: at("uploaded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.address, table.cid] })],
);
