import type { ChainTask, ChainTaskState, InvestorView, KycView } from "./investor";

/** The way of an investor, in this order. */
export const INVESTOR_STEPS = ["wallet", "email", "identity", "amp-id", "request", "accepted"] as const;
export type InvestorStep = (typeof INVESTOR_STEPS)[number];

/** What a person can do next; `none` and `look-again` mean that somebody else acts. */
export type InvestorAction =
  | "sign-in"
  | "look-again"
  | "set-email"
  | "start-kyc"
  | "bind-amp-id"
  | "open-link"
  | "send-request"
  | "retry-whitelist"
  | "see-holdings";

interface StateFacts {
  step: InvestorStep;
  action: InvestorAction;
  /** Somebody else acts and it changes by itself: worth asking again every few seconds. */
  isWaiting?: true;
}

/** Every state an investor can be in: the step it belongs to and its one next action. */
export const INVESTOR_STATES = {
  "signed-out": { step: "wallet", action: "sign-in" },
  "service-away": { step: "wallet", action: "look-again", isWaiting: true },
  "email-missing": { step: "email", action: "set-email" },
  "identity-not-started": { step: "identity", action: "start-kyc" },
  "identity-created": { step: "identity", action: "start-kyc", isWaiting: true },
  "identity-started": { step: "identity", action: "start-kyc", isWaiting: true },
  "identity-submitted": { step: "identity", action: "look-again", isWaiting: true },
  "identity-review": { step: "identity", action: "look-again", isWaiting: true },
  "identity-resubmission": { step: "identity", action: "start-kyc", isWaiting: true },
  "identity-declined": { step: "identity", action: "start-kyc" },
  "identity-expired": { step: "identity", action: "start-kyc" },
  "identity-abandoned": { step: "identity", action: "start-kyc" },
  /** Approved, and what the verifier noticed about the person is being looked at. */
  "identity-labels": { step: "identity", action: "look-again", isWaiting: true },
  /** Approved, and not yet with the wallet. */
  "identity-settling": { step: "identity", action: "look-again", isWaiting: true },
  "document-expired": { step: "identity", action: "start-kyc" },
  "identity-revoked": { step: "identity", action: "start-kyc" },
  "amp-id-missing": { step: "amp-id", action: "bind-amp-id" },
  "issuer-missing": { step: "request", action: "open-link" },
  "issuer-closed": { step: "request", action: "open-link" },
  "request-ready": { step: "request", action: "send-request" },
  "request-open": { step: "request", action: "look-again", isWaiting: true },
  "request-approving": { step: "request", action: "look-again", isWaiting: true },
  "request-declined": { step: "request", action: "send-request" },
  "request-withdrawn": { step: "request", action: "send-request" },
  "chain-queued": { step: "accepted", action: "look-again", isWaiting: true },
  "chain-sending": { step: "accepted", action: "look-again", isWaiting: true },
  "chain-sent": { step: "accepted", action: "look-again", isWaiting: true },
  "chain-failed": { step: "accepted", action: "retry-whitelist" },
  accepted: { step: "accepted", action: "see-holdings" },
} as const satisfies Record<string, StateFacts>;

export type InvestorStateName = keyof typeof INVESTOR_STATES;
export const investorStateNames = Object.keys(INVESTOR_STATES) as InvestorStateName[];

export const stepOf = (state: InvestorStateName): InvestorStep => INVESTOR_STATES[state].step;
export const actionOf = (state: InvestorStateName): InvestorAction => INVESTOR_STATES[state].action;
export const isWaiting = (state: InvestorStateName): boolean => "isWaiting" in INVESTOR_STATES[state];

/** A verification has no end yet: news of it come by themselves, also while the state still tells of an earlier one. */
export const isVerifying = ({ kyc }: InvestorView): boolean =>
  kyc.session !== null && !kyc.lastDecision?.isOfThisSession;

/** The one state a person is in; the first thing that is missing decides. @param view null when nobody is signed in */
export function investorState(view: InvestorView | null): InvestorStateName {
  if (view === null) return "signed-out";
  if (!view.isServiceReachable) return "service-away";
  if (view.email === null) return "email-missing";
  const identity = identityState(view.kyc);
  if (identity !== null) return identity;
  if (view.ampId === null) return "amp-id-missing";
  return requestState(view);
}

/** What is missing of the identity; null when it is verified and valid. */
function identityState(kyc: KycView): InvestorStateName | null {
  const running = runningSession(kyc);
  if (kyc.isExpired) return running ?? "document-expired";
  // A refusal in the meantime says more than that the earlier approval is gone.
  if (kyc.isRevoked) return running ?? (decisionState(kyc) || "identity-revoked");
  if (kyc.isUnderReview) return "identity-labels";
  if (kyc.isCompleted) return null;
  if (kyc.lastDecision?.isOfThisSession) return decisionState(kyc) ?? "identity-settling";
  return running ?? decisionState(kyc) ?? sessionState(kyc);
}

/** A verification that the person has begun and that nobody decided yet. */
function runningSession({ session, lastDecision }: KycView): InvestorStateName | null {
  if (lastDecision?.isOfThisSession) return undecided(lastDecision.status);
  return session === "started" || session === "submitted" ? `identity-${session}` : null;
}

const undecided = (status: string): InvestorStateName | null => {
  if (status === "review") return "identity-review";
  return status === "resubmission_requested" ? "identity-resubmission" : null;
};

/** An older decision stays in sight until the new session is opened. */
function decisionState({ lastDecision }: KycView): InvestorStateName | null {
  switch (lastDecision?.status) {
    case "resubmission_requested":
    case "review":
      return lastDecision.isOfThisSession ? undecided(lastDecision.status) : null;
    case "declined":
    case "expired":
    case "abandoned":
      return `identity-${lastDecision.status}`;
    default:
      return null;
  }
}

const sessionState = ({ session }: KycView): InvestorStateName =>
  session === null ? "identity-not-started" : `identity-${session}`;

function requestState({ issuer, request, whitelist }: InvestorView): InvestorStateName {
  if (issuer === null) return "issuer-missing";
  if (request === null) return issuer.isOpen ? "request-ready" : "issuer-closed";
  if (request.state === "approved") return chainState(leastDone(whitelist ?? []));
  if (request.state === "withdrawn" && !issuer.isOpen) return "issuer-closed";
  return `request-${request.state}`;
}

const NEEDS_CARE: ChainTaskState[] = [
  "failed",
  "given_up",
  "expired",
  "queued",
  "sending",
  "sent",
  "confirmed",
];

/** Of the newest task on each chain the one that is furthest from its end. @param tasks newest first */
function leastDone(tasks: ChainTask[]): ChainTaskState | undefined {
  const newest = tasks.filter(
    ({ chainId }, place) => tasks.findIndex((task) => task.chainId === chainId) === place,
  );
  return NEEDS_CARE.find((state) => newest.some((task) => task.state === state));
}

/** The wallet's way onto the issuer's contract; without news from the service the issuer's word is all there is. */
function chainState(state: ChainTaskState | undefined): InvestorStateName {
  switch (state) {
    case "queued":
    case "sending":
    case "sent":
      return `chain-${state}`;
    case "failed":
    case "given_up":
    case "expired":
      return "chain-failed";
    default:
      return "accepted";
  }
}
