import { bigserial, index, unique, uuid, varchar } from "drizzle-orm/pg-core";
import { identitySchema, time } from "./schema";
import { userInfos } from "./user-tables";

/** What stands beside a KYC record: whose it is, what speaks against it, and how it ended. */
export const kycChecks = identitySchema.table(
  "kyc_check",
  {
    userInfoUuid: uuid("user_info_uuid")
      .primaryKey()
      .references(() => userInfos.uuid, { onDelete: "cascade" }),
    /** Lower case; null for a record that belongs to nobody. */
    userAddress: varchar("user_address"),
    /** Keyed hash of the document's country, type and number: tells one person with several wallets. */
    documentHash: varchar("document_hash", { length: 64 }),
    /** Risk labels and the match with lists of sanctions, as JSON; sealed, bound to the uuid. */
    risks: varchar("risks"),
    /** Why an approval links nobody: risks, other_wallet or no_session. */
    heldFor: varchar("held_for", { length: 16 }),
    /** expired, revoked or replaced */
    endedAs: varchar("ended_as", { length: 16 }),
    endedAt: time("ended_at"),
  },
  (table) => [
    index("idx_kyc_check_user_address").on(table.userAddress),
    index("idx_kyc_check_document_hash").on(table.documentHash),
  ],
);

/** What the operator decided about approvals that were held back. */
export const kycRulings = identitySchema.table(
  "kyc_ruling",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    userAddress: varchar("user_address").notNull(),
    /** Why it was held back. */
    heldFor: varchar("held_for", { length: 16 }).notNull(),
    /** link or end */
    decision: varchar("decision", { length: 8 }).notNull(),
    decidedAt: time("decided_at").notNull(),
  },
  (table) => [index("idx_kyc_ruling_user_address").on(table.userAddress)],
);

/** Webhooks that proved to come from Veriff. Of their bodies the digest alone is kept. */
export const veriffWebhooks = identitySchema.table(
  "veriff_webhook",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    /** event or decision */
    kind: varchar("kind", { length: 8 }).notNull(),
    /** SHA-256 of the body. */
    digest: varchar("digest", { length: 64 }).notNull(),
    sessionId: varchar("session_id"),
    attemptId: varchar("attempt_id"),
    /** The event's action or the decision's status. */
    said: varchar("said"),
    /** accepted, ignored or refused; a refused one may be delivered again. */
    outcome: varchar("outcome", { length: 8 }).notNull(),
    receivedAt: time("received_at").notNull(),
  },
  (table) => [
    unique("veriff_webhook_kind_digest").on(table.kind, table.digest),
    index("idx_veriff_webhook_session_id").on(table.sessionId),
  ],
);
