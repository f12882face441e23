import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { ChainTask } from "./chains";
import { text } from "./values";
import { DecisionStatus, HeldFor, KycDecision, SessionState } from "./veriff";

const optional = z.string().nullable();

/** POST /test/kyc */
export const TestKyc = wire({ address: text, firstName: text, lastName: text });
export type TestKyc = z.output<typeof TestKyc>;

/** One KYC record, readable. */
const record = wire({
  sessionId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  idNumber: optional,
  dateOfBirth: optional,
  nationality: optional,
  placeOfBirth: optional,
  documentType: optional,
  documentNumber: optional,
  documentCountry: optional,
  documentValidFrom: optional,
  documentValidUntil: optional,
  createdAt: z.string(),
  connected: z.boolean(),
  riskLabels: z.array(z.object({ label: z.string(), category: optional })),
  pepSanctionMatch: optional,
  endedAs: optional,
});

/** A wallet's place in one of the lines that the chains are served from. */
const work = wire({
  chainId: z.string(),
  /** The issuer, the campaign, or null for coins. */
  contractAddress: optional,
  /** Base units; of an investment alone. */
  amount: optional,
  status: z.string(),
  hash: optional,
  createdAt: optional,
});

/** GET /user/data: everything that is kept about the caller. Times are ISO 8601. */
export const PersonalData = wire({
  address: z.string(),
  email: optional,
  language: optional,
  createdAt: optional,
  kycRecords: z.array(record),
  sessions: z.array(
    wire({ id: z.string(), url: optional, host: optional, state: SessionState, createdAt: z.string() }),
  ),
  decisions: z.array(
    wire({
      sessionId: z.string(),
      status: DecisionStatus,
      code: z.int(),
      reason: optional,
      reasonCode: z.int().nullable(),
      decisionTime: optional,
      acceptanceTime: optional,
      receivedAt: z.string(),
    }),
  ),
  /** What the operator decided about approvals that were held back. */
  kycRulings: z.array(wire({ heldFor: HeldFor, decision: KycDecision, decidedAt: z.string() })),
  /** When each login that can still be refreshed began. */
  logins: z.array(z.string()),
  /** What was asked for, as GET /user/chain-tasks tells it. */
  chainTasks: z.array(ChainTask),
  chainWork: z.array(work),
  /** How many upload keys were handed out on the last day, UTC, on which there were any. */
  uploadKeys: wire({ day: z.string(), keys: z.int() }).nullable(),
});
export type PersonalData = z.output<typeof PersonalData>;

/** What an erasure leaves, because it is no personal data or not ours. */
export const Kept = z.enum(["address", "chain_tasks", "kyc_rulings", "webhook_digests", "veriff"]);

/** DELETE /user/data */
export const Erasure = wire({ erased: z.literal(true), kept: z.array(Kept) });
export type Erasure = z.output<typeof Erasure>;
