/** Veriff's words for how a verification goes; codes as its webhooks carry them. */

export const VERIFF_EVENTS = { started: 7001, submitted: 7002 } as const;
export type VeriffEvent = keyof typeof VERIFF_EVENTS;

export const VERIFF_DECISIONS = {
  approved: 9001,
  resubmission_requested: 9103,
  declined: 9102,
  review: 9121,
  expired: 9104,
  abandoned: 9104,
} as const;
export type VeriffDecision = keyof typeof VERIFF_DECISIONS;
export const VERIFF_DECISION_NAMES = Object.keys(VERIFF_DECISIONS) as [VeriffDecision, ...VeriffDecision[]];

/** What the sandbox's stand-in and a service know each other by, unless they are told otherwise. */
export const SANDBOX_VERIFF = {
  apiKey: "5a8dca57-0000-4000-8000-00000000e01f",
  privateKey: "sandbox-veriff-secret",
  webhookUrl: "http://127.0.0.1:3000/api/identity/veriff/webhook",
} as const;
