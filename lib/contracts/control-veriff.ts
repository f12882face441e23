import { z } from "zod";
import { VERIFF_DECISION_NAMES, VERIFF_EVENTS, type VeriffEvent } from "@/lib/domain/veriff";
import { isoTime, wire } from "./wire";

/** The sandbox's stand-in for Veriff, as its control calls tell of it. */

export const VERIFF_ORDERS = ["natural", "decision_first", "late_started"] as const;
export type VeriffOrder = (typeof VERIFF_ORDERS)[number];
export const VERIFF_SIGNATURES = ["both", "hmac", "legacy", "wrong"] as const;
export type VeriffSignature = (typeof VERIFF_SIGNATURES)[number];

/** PostgreSQL stores no zero character. */
const text = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/, "must not hold a zero character");
const optional = text.nullable().default(null);

/** How the webhooks of one step come. Unless told otherwise they carry both proofs: each service looks for its own. */
export const VeriffDelivery = z.strictObject({
  delay_seconds: z.int().min(0).max(604_800).default(0),
  copies: z.int().min(1).max(5).default(1),
  signature: z.enum(VERIFF_SIGNATURES).default("both"),
});
export type VeriffDelivery = z.output<typeof VeriffDelivery>;

export const VeriffPerson = z.strictObject({
  first_name: optional,
  last_name: optional,
  id_number: optional,
  date_of_birth: optional,
  nationality: optional,
  gender: optional,
  place_of_birth: optional,
  pep_sanction_match: optional,
});

export const VeriffDocument = z.strictObject({
  type: optional,
  number: optional,
  country: optional,
  valid_from: optional,
  valid_until: optional,
});

/** What a verification comes to. The code follows from `status`. */
export const VeriffOutcome = z.strictObject({
  status: z.enum(VERIFF_DECISION_NAMES),
  reason: optional,
  reason_code: z.int().min(0).max(9999).nullable().default(null),
  /** null: the webhook has none, whatever the status. */
  person: VeriffPerson.nullable().default(null),
  document: VeriffDocument.nullable().default(null),
  risk_labels: z
    .array(z.strictObject({ label: text.min(1), category: text.min(1) }))
    .max(20)
    .default([]),
});
export type VeriffOutcome = z.output<typeof VeriffOutcome>;

export const VERIFF_STATES = ["created", "started", "submitted"] as const;
export type VeriffState = (typeof VERIFF_STATES)[number];

/** GET /veriff/sessions and every step of one. */
export const VeriffSession = wire({
  sessionId: z.uuid(),
  /** Another one after each start. */
  attemptId: z.uuid(),
  url: z.string(),
  vendorData: z.string().nullable(),
  callback: z.string().nullable(),
  state: z.enum(VERIFF_STATES),
  /** The last one. */
  decision: z.enum(VERIFF_DECISION_NAMES).nullable(),
  createdAt: isoTime,
  updatedAt: isoTime,
});
export type VeriffSession = z.output<typeof VeriffSession>;

export const VERIFF_DELIVERY_STATES = ["waiting", "delivered", "given_up"] as const;

/** GET /veriff/deliveries */
export const VeriffWebhook = wire({
  id: z.int(),
  sessionId: z.uuid(),
  kind: z.enum(["event", "decision"]),
  /** The event or the decision that it tells. */
  what: z.enum([...(Object.keys(VERIFF_EVENTS) as [VeriffEvent, VeriffEvent]), ...VERIFF_DECISION_NAMES]),
  url: z.string(),
  signature: z.enum(VERIFF_SIGNATURES),
  state: z.enum(VERIFF_DELIVERY_STATES),
  attempts: z.int().nonnegative(),
  /** When it is sent, or sent again; null once it is over. */
  nextAttempt: isoTime.nullable(),
  /** Of the last attempt; null while there was none or nobody answered. */
  status: z.int().nullable(),
  /** Why the last attempt failed. */
  problem: z.string().nullable(),
  createdAt: isoTime,
  /** As it is sent, byte by byte. */
  body: z.string(),
});
export type VeriffWebhook = z.output<typeof VeriffWebhook>;

/** GET /veriff */
export const VeriffSettings = wire({
  /** What a service takes for Veriff's address. */
  apiUrl: z.string(),
  /** `/event` and `/decision` are put behind it. */
  webhookUrl: z.string(),
  reasons: z.array(z.object({ code: z.int(), words: z.string() })),
  riskLabels: z.array(z.object({ label: z.string(), category: z.string() })),
});
export type VeriffSettings = z.output<typeof VeriffSettings>;
