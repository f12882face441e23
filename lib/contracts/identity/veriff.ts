import { z } from "zod";
import { wire } from "@/lib/contracts/wire";
import { SESSION_STATES } from "@/lib/domain/investor";
import { VERIFF_DECISION_NAMES } from "@/lib/domain/veriff";
import { long, text } from "./values";

/** Veriff's six decisions. Which code comes with one is passed on and never looked at. */
export const DecisionStatus = z.enum(VERIFF_DECISION_NAMES);
export type DecisionStatus = z.output<typeof DecisionStatus>;

export const SessionState = z.enum(SESSION_STATES);
export type SessionState = z.output<typeof SessionState>;

const decision = {
  /** Veriff's session that was decided, which may be an older one than the URL's. */
  sessionId: z.string(),
  status: DecisionStatus,
  code: z.int(),
  reason: z.string().nullable(),
  /** Any number: Veriff adds new ones. */
  reasonCode: z.int().nullable(),
  /** As Veriff wrote them. */
  decisionTime: z.string().nullable(),
  acceptanceTime: z.string().nullable(),
};

/** POST /veriff/session */
export const VerificationSession = wire({
  verificationUrl: z.string().nullable(),
  state: SessionState,
  decision: wire(decision).nullable(),
});
export type VerificationSession = z.output<typeof VerificationSession>;

const kycFacts = {
  kycCompleted: z.boolean(),
  completedAt: z.string().nullable(),
  /** YYYY-MM-DD, as on the document. */
  documentValidUntil: z.string().nullable(),
  isExpired: z.boolean(),
  isRevoked: z.boolean(),
  /** Approved, and held back for what speaks against it. */
  underReview: z.boolean(),
  /** For the issuer; the person only learns `under_review`. */
  riskLabels: z.array(z.object({ label: z.string(), category: z.string().nullable() })),
  lastDecision: wire({ ...decision, receivedAt: z.string() }).nullable(),
  sessionState: SessionState.nullable(),
  sessionCreatedAt: z.string().nullable(),
};

/** GET /user/kyc: where the caller's identification stands. */
export const KycStatus = wire(kycFacts);
export type KycStatus = z.output<typeof KycStatus>;

/** Why an approval links nobody: what speaks against the person, their document or the session. */
export const HeldFor = z.enum(["risks", "other_wallet", "no_session"]);
export type HeldFor = z.output<typeof HeldFor>;

const held = { sessionId: z.string(), heldFor: HeldFor, heldSince: z.string() };

/** GET and POST /operator/kyc/{address}: the same of any wallet, and which approval waits for the operator. */
export const OperatorKyc = wire({ ...kycFacts, held: wire(held).nullable() });
export type OperatorKyc = z.output<typeof OperatorKyc>;

export const KycDecision = z.enum(["link", "end"]);
export type KycDecision = z.output<typeof KycDecision>;

/** POST /operator/kyc/{address} */
export const KycRuling = wire({
  decision: KycDecision,
  /** Of the approval that the operator looked at; without it the newest that is held back. */
  sessionId: text.nullish(),
});
export type KycRuling = z.output<typeof KycRuling>;

/** GET /operator/kyc: what waits for the operator, oldest first. */
export const HeldKycList = wire({ held: z.array(wire({ address: z.string(), ...held })) });
export type HeldKycList = z.output<typeof HeldKycList>;

const MAX_INT = 2n ** 31n;
const isMissing = (value: unknown) => value === undefined || value === null || value === "";
const int = long.refine((value) => value < MAX_INT && value >= -MAX_INT).transform(Number);
const intOrZero = z.preprocess((value) => (isMissing(value) ? 0 : value), int);
const optionalInt = z.preprocess((value) => (isMissing(value) ? null : value), int.nullable());
const optionalText = z.preprocess((value) => value ?? null, text.nullable());

/** What Veriff posts when a person opens a session or hands it in. Names are camelCase, as everything of Veriff's. */
export const VeriffEvent = z.object({
  id: text,
  attemptId: text,
  feature: text,
  code: intOrZero,
  action: z.enum(["started", "submitted"]),
  vendorData: optionalText,
});
export type VeriffEvent = z.output<typeof VeriffEvent>;

const person = z.object({
  firstName: optionalText,
  lastName: optionalText,
  idNumber: optionalText,
  dateOfBirth: optionalText,
  nationality: optionalText,
  placeOfBirth: optionalText,
  pepSanctionMatch: optionalText,
});
export type VeriffPerson = z.output<typeof person>;

const document = z.object({
  type: optionalText,
  number: optionalText,
  country: optionalText,
  validFrom: optionalText,
  validUntil: optionalText,
});
export type VeriffDocument = z.output<typeof document>;

const riskLabel = z.object({ label: optionalText, category: optionalText });

/** What Veriff posts when it has decided. */
export const VeriffDecision = z.object({
  status: text,
  verification: z.object({
    id: text,
    status: DecisionStatus,
    code: intOrZero,
    reason: optionalText,
    reasonCode: optionalInt,
    person: person.nullish(),
    document: document.nullish(),
    decisionTime: optionalText,
    acceptanceTime: optionalText,
    riskLabels: z.array(riskLabel).nullish(),
    vendorData: optionalText,
  }),
});
export type VeriffDecision = z.output<typeof VeriffDecision>["verification"];

/** Veriff's answer to POST /v1/sessions/; the token it carries as well is kept nowhere. */
export const CreatedSession = z.object({
  status: z.string(),
  verification: z.object({
    id: z.string(),
    url: z.string(),
    vendorData: z.string(),
    host: z.string(),
    status: z.string(),
    sessionToken: z.string(),
  }),
});
export type CreatedSession = z.output<typeof CreatedSession>;
