import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { workspaces } from "./vault";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** An issuer's side of the investor portal: its link, and what whoever comes by it may do and see. */
export const portalLinks = pgTable("portal_links", {
  workspaceId: uuid("workspace_id")
    .primaryKey()
    .references(() => workspaces.id),
  /** The last part of the link, `/invest/i/{slug}`. */
  slug: text("slug").notNull().unique(),
  /** Who asks, in the words investors read. */
  issuerName: text("issuer_name").notNull(),
  /** The issuer's address in the identity service, with its checksum. */
  issuerAddress: text("issuer_address").notNull(),
  /** EVM chains on which the issuer whitelists. */
  chainIds: bigint("chain_ids", { mode: "number" }).array().notNull(),
  /** AMP's categories that an approval proposes. */
  categoryIds: integer("category_ids").array().notNull(),
  /** A closed link takes no new requests; who was approved keeps what the issuer shows. */
  isOpen: boolean("is_open").notNull(),
  showsHoldings: boolean("shows_holdings").notNull(),
  showsDistributions: boolean("shows_distributions").notNull(),
  /** AMP user names of the managers who may see and decide requests. */
  managers: text("managers").array().notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** Somebody asks an issuer to be accepted. */
export const portalRequests = pgTable(
  "portal_requests",
  {
    id: uuid("id").primaryKey(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    /** Made with the investor's form: a repeat meets the first one. */
    intentId: uuid("intent_id").notNull(),
    /** The wallet, with its checksum. */
    address: text("address").notNull(),
    /** The chain on which the wallet signed in. */
    chainId: bigint("chain_id", { mode: "number" }).notNull(),
    gaid: text("gaid").notNull(),
    /** What the wallet signed to bind the GAID, and its signature. */
    gaidText: text("gaid_text").notNull(),
    gaidSignature: text("gaid_signature").notNull(),
    gaidBoundAt: at("gaid_bound_at").notNull(),
    /** When AMP said that the GAID exists. */
    gaidCheckedAt: at("gaid_checked_at").notNull(),
    kycCompletedAt: at("kyc_completed_at"),
    kycValidUntil: at("kyc_valid_until"),
    /** Labels and their categories as the identity service told them, as JSON. */
    kycRiskLabels: text("kyc_risk_labels").notNull(),
    /** Name, e-mail and kind of person, sealed to this row. */
    personCipher: text("person_cipher").notNull(),
    state: text("state").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: at("decided_at"),
    /** Why it was declined, for the investor. */
    reason: text("reason"),
    /** The categories that the approval adds. */
    categoryIds: integer("category_ids").array().notNull(),
    /** Whom the approver was shown as the registered user; null when one was to be made. */
    expectedUserId: integer("expected_user_id"),
    /** The approver has made sure that a GAID which another user has is this person's. */
    isOwnerConfirmed: boolean("is_owner_confirmed").notNull().default(false),
    /** How many open assignments the approver agreed to send to the new default GAID. */
    expectedOpenAssignments: integer("expected_open_assignments").notNull().default(0),
    /** AMP's number of the registered user, once it is known. */
    ampUserId: integer("amp_user_id"),
    /** Chains of the issuer that the identity service did not serve when it was last asked for this wallet. */
    unservedChainIds: bigint("unserved_chain_ids", { mode: "number" }).array().notNull().default([]),
    /** What the approval was about to do and has done, as the text of `lib/json.ts`. */
    steps: text("steps").notNull(),
    /** Why the approval waits, for people. */
    problem: text("problem"),
    nextRunAt: at("next_run_at"),
    /** Why the issuer should look again: `expired` or `revoked`; null while all is well. */
    kycAlert: text("kyc_alert"),
    kycAlertAt: at("kyc_alert_at"),
    /** What a person did about the alert: `removed` or `kept`. */
    kycAnswer: text("kyc_answer"),
    /** When the identity service was asked last, and when it last answered. */
    kycAskedAt: at("kyc_asked_at"),
    kycCheckedAt: at("kyc_checked_at"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("portal_requests_intent").on(table.workspaceId, table.address, table.intentId),
    // One open request of a wallet per issuer.
    uniqueIndex("portal_requests_one_open")
      .on(table.workspaceId, table.address)
      .where(sql`${table.state} in ('open', 'approving')`),
    index("portal_requests_workspace").on(table.workspaceId, table.createdAt),
    index("portal_requests_due").on(table.nextRunAt),
  ],
);
