import type { EnvironmentName } from "./actor";
import type { RequestState } from "./requests";
import type { VeriffDecision } from "./veriff";

/** A signed-in wallet: what every service of the portal asks for first. */
export interface Investor {
  sessionId: string;
  /** Lower case. */
  address: string;
  /** The chain on which the wallet signed in. */
  chainId: number;
  /** The issuer by whose link the person came, by its part of the address; null without one. */
  issuerSlug: string | null;
  /** When the session ends if nobody uses it any more. */
  endsAt: Date;
  /** X-Forwarded-For of this request, for the identity service's counting of calls. */
  forwardedFor: string | null;
}

export const SESSION_STATES = ["created", "started", "submitted"] as const;
export type KycSessionState = (typeof SESSION_STATES)[number];

export interface KycDecision {
  sessionId: string;
  status: VeriffDecision;
  code: number;
  /** In the verifier's words. */
  reason: string | null;
  /** An open list: `lib/messages/kyc-reasons.ts` has words for those that are known. */
  reasonCode: number | null;
  decidedAt: string | null;
  /** False when another session was made since: the person has begun anew, or can. */
  isOfThisSession: boolean;
}

export interface KycView {
  isCompleted: boolean;
  completedAt: Date | null;
  /** The document's last day, YYYY-MM-DD; null when it has none or the service does not tell. */
  validUntil: string | null;
  isExpired: boolean;
  isRevoked: boolean;
  isUnderReview: boolean;
  session: KycSessionState | null;
  lastDecision: KycDecision | null;
}

export interface AmpIdView {
  gaid: string;
  boundAt: Date;
}

export interface IssuerLink {
  slug: string;
  name: string;
  environment: EnvironmentName;
  /** False: the link takes no new requests. */
  isOpen: boolean;
  chainIds: number[];
  showsHoldings: boolean;
  showsDistributions: boolean;
}

export interface RequestView {
  id: string;
  state: RequestState;
  gaid: string;
  /** Why it was declined, in the issuer's words. */
  reason: string | null;
  /** Chains of the issuer that the identity service does not serve: the wallet is registered on none of them. */
  unservedChainIds: number[];
  createdAt: Date;
  decidedAt: Date | null;
}

export const TASK_STATES = [
  "queued",
  "sending",
  "sent",
  "confirmed",
  "failed",
  "given_up",
  "expired",
] as const;
export type ChainTaskState = (typeof TASK_STATES)[number];

export interface ChainTask {
  id: string;
  kind: "whitelist" | "faucet" | "auto_invest";
  chainId: number;
  /** Of the issuer or the campaign. */
  contractAddress: string | null;
  state: ChainTaskState;
  hash: string | null;
  reason: string | null;
  requestedAt: Date;
  updatedAt: Date;
}

/** A chain and what the service does on it. */
export interface OfferedChain {
  chainId: number;
  name: string;
  hasWhitelist: boolean;
  hasFaucet: boolean;
  hasAutoInvest: boolean;
}

export interface InvestorOffers {
  faucet: boolean;
  autoInvest: boolean;
  documents: boolean;
  holdings: boolean;
  testKyc: boolean;
  /** null when no captcha is asked for. */
  recaptchaSiteKey: string | null;
  /** Empty when the service cannot tell. */
  chains: OfferedChain[];
}

export interface InvestorView {
  /** Lower case. */
  address: string;
  chainId: number;
  sessionEndsAt: Date;
  /** False: the identity service does not answer, and `kyc` is what it said last. */
  isServiceReachable: boolean;
  email: string | null;
  kyc: KycView;
  ampId: AmpIdView | null;
  issuer: IssuerLink | null;
  request: RequestView | null;
  /** For the issuer of this view, newest first; null when the service cannot tell. */
  whitelist: ChainTask[] | null;
  offers: InvestorOffers;
}
