import type { CategoryName } from "./eligibility";

/** An investor's request to an issuer, and what becomes of it. */
export const REQUEST_STATES = ["open", "approving", "approved", "declined", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Still somebody's turn: a wallet has at most one such request per issuer. */
export const isPending = (state: RequestState): boolean => state === "open" || state === "approving";

export interface RiskLabel {
  label: string;
  category: string;
}

/** What the identity service said of the person when the request was sent. */
export interface KycFacts {
  completedAt: Date | null;
  /** The document's end of validity; null when it has none or the service does not tell. */
  validUntil: Date | null;
  riskLabels: RiskLabel[];
}

/** What the identity service says of a wallet now. */
export interface KycNow {
  isCompleted: boolean;
  isRevoked: boolean;
  isExpired: boolean;
  /** Of the document that was accepted last. */
  validUntil: Date | null;
}

export interface RequestPerson {
  /** As the person wrote it. */
  name: string;
  /** As the identity service read it from the document; null when it did not tell. */
  verifiedName: string | null;
  email: string | null;
  isCompany: boolean;
}

/** A GAID bound to a wallet, with both proofs: the wallet's signature, and when AMP said that the GAID exists. */
export interface BoundGaid {
  gaid: string;
  text: string;
  signature: string;
  boundAt: Date;
  checkedAt: Date;
}

/** What an approval does at AMP, in this order. */
export const APPROVAL_STEPS = ["find", "create", "add-gaid", "set-default", "categories"] as const;
export type ApprovalStepName = (typeof APPROVAL_STEPS)[number];

export interface ApprovalStep {
  name: ApprovalStepName;
  /** Of the step `categories`: which one. */
  categoryId?: number;
  /** `begun` is written before AMP is called, `done` after its answer. */
  phase: "begun" | "done";
  at: Date;
}

/** `missing`: the service knows of no valid identification any more, and not why. */
export const KYC_ALERTS = ["expired", "revoked", "missing"] as const;
export type KycAlertKind = (typeof KYC_ALERTS)[number];

/** What a person did about an alert: took the categories back, or let them stay. */
export type KycAnswer = "removed" | "kept";

/** What a list shows: nothing that names the person. */
export interface RequestRow {
  id: string;
  address: string;
  gaid: string;
  state: RequestState;
  kyc: KycFacts;
  /** Whole days since the verification; null when the service does not tell when that was. */
  kycAgeDays: number | null;
  /** Whose inbox it is; a manager may see those of several issuers. */
  issuerName: string;
  kycAlert: KycAlertKind | null;
  /** When the identity service last said how things stand. */
  kycCheckedAt: Date;
  /** The issuer relies on the identity, and nobody has answered for it lately. */
  isKycStale: boolean;
  createdAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
}

/** What the portal told of a registered user's identity. */
export interface UserIdentity {
  /** Of the request that was approved last as this user; its alert stays also after somebody answered it. */
  approved:
    | (RequestRow & {
        kycAnswer: KycAnswer | null;
        /** When the identity service was asked last, if it has not answered since. */
        kycUnansweredAt: Date | null;
      })
    | null;
  /** A request that waits for a decision and names one of the user's GAIDs. */
  pending: RequestRow | null;
}

/** Where an investor who has no GAID yet is sent. */
export interface PortalInvite {
  /** The open links that the person may give away. */
  links: { slug: string; issuerName: string }[];
  /** The person may set the link up and open it. */
  canSetUp: boolean;
}

/** What the investor is shown of an own request. */
export interface OwnRequest {
  id: string;
  workspaceId: string;
  state: RequestState;
  gaid: string;
  /** Why it was declined. */
  reason: string | null;
  /** Chains of the issuer that the identity service does not serve. */
  unservedChainIds: number[];
  createdAt: Date;
  decidedAt: Date | null;
}

/** The last part of an issuer's link. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What the issuer's link tells whoever opens it. */
export interface PortalLink {
  workspaceId: string;
  slug: string;
  issuerName: string;
  /** In the identity service, with its checksum. */
  issuerAddress: string;
  chainIds: number[];
  isOpen: boolean;
  showsHoldings: boolean;
  showsDistributions: boolean;
}

/** How AMP was found to know the person already. */
export type FoundBy = "gaid" | "wallet" | "marker";

/** One request as the issuer reads it; the person is masked until somebody opens it. */
export interface RequestDetails extends RequestRow {
  chainId: number;
  bound: BoundGaid;
  maskedPerson: RequestPerson;
  reason: string | null;
  problem: string | null;
  /** The approval waits for a person, not for AMP. */
  isStopped: boolean;
  categoryIds: number[];
  ampUserId: number | null;
  steps: ApprovalStep[];
  kycAlertAt: Date | null;
  kycAnswer: KycAnswer | null;
  /** Other requests of this inbox that name the same GAID with another wallet. */
  sameGaid: number;
}

/** What the numbers in a request are called at AMP, as far as that is known now. */
export interface RequestNames {
  categories: CategoryName[];
  /** Of the registered user whom the approval made or found. */
  user: string | null;
}

/** Open assignments of one user that no distribution has taken yet. */
export interface WaitingAssignments {
  assetUuid: string;
  count: number;
  sats: bigint;
}

/** What an approval would find and do at AMP this moment. */
export interface ApprovalPreview {
  gaid: { isValid: boolean; error: string | null };
  user: {
    id: number;
    name: string;
    by: FoundBy;
    /** This wallet did not lead to the user: that the GAID is the person's own is a mere claim. */
    isClaimed: boolean;
    categories: number[];
    defaultGaid: string | null;
    openAssignments: number;
    /** Of the assets below. */
    waiting: WaitingAssignments[];
  } | null;
  categories: { id: number; name: string }[];
  /** The categories that the issuer's settings propose, as far as they still exist. */
  proposed: number[];
  assets: {
    assetUuid: string;
    name: string;
    ticker: string | null;
    precision: number;
    requirements: number[];
    transferRestricted: boolean;
    isAuthorized: boolean;
    isLocked: boolean;
  }[];
}

/** How many open assignments an approval would send to another wallet than until now. */
export const movingAssignments = (user: ApprovalPreview["user"], gaid: string): number =>
  user === null || user.defaultGaid === gaid ? 0 : user.openAssignments;

export interface KycAlertRow {
  requestId: string;
  address: string;
  kind: KycAlertKind;
  raisedAt: Date;
}

const DOTS = "\u2022\u2022\u2022";
const maskWord = (word: string) => [...word].slice(0, 1).join("") + DOTS;

const maskName = (name: string) => name.trim().split(/\s+/).map(maskWord).join(" ");

/** First letters alone: enough to tell two requests apart, too little to know who it is. */
export const maskPerson = ({ name, verifiedName, email, isCompany }: RequestPerson): RequestPerson => ({
  name: maskName(name),
  verifiedName: verifiedName === null ? null : maskName(verifiedName),
  email: email === null ? null : email.split("@").map(maskWord).join("@"),
  isCompany,
});

/** What an issuer sets for the portal. */
export interface PortalSettings extends Omit<PortalLink, "workspaceId"> {
  categoryIds: number[];
  /** AMP user names. */
  managers: string[];
}

export interface PortalSettingsView {
  /** null before they were saved the first time. */
  settings: PortalSettings | null;
  categories: { id: number; name: string }[];
  managers: string[];
}
