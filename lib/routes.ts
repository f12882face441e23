import type { Route } from "next";
import { MAX_LIMIT } from "./contracts/list";
import type { OperationKind } from "./domain/intent";

/** Why somebody is led to the portal's first page. */
export const INVEST_NOTICES = ["ended", "switched", "signed-out", "signed-out-of-portal", "erased"] as const;
export type InvestNotice = (typeof INVEST_NOTICES)[number];

/** Parameters by which an address has a button of its page pressed: the one that adds, the one that locks or unlocks. */
export const ADD = "add";
export const LOCK = "lock";

/** The id of the card on an asset's settings that locks it. */
export const LOCK_CARD = "lock";

/** The id of the card on a user's page with the categories. */
export const CATEGORIES_CARD = "categories";

/** The id of the card on a manager's page that grants assets. */
export const GRANTS_CARD = "grants";

/** The id of the card on the settings with the investor portal's link. */
export const PORTAL_CARD = "portal";

/** Every address of the desk, said once. Paths are typed by Next; those with a query are made here. */
const asset = <P extends string>(assetUuid: string, page: P) => `/assets/${assetUuid}${page}` as Route;

export const routes = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in") as Route,
  overview: "/overview" as Route,
  assets: "/assets" as Route,
  newAsset: "/assets/new" as Route,
  asset: (assetUuid: string) => asset(assetUuid, ""),
  ownership: (assetUuid: string) => asset(assetUuid, "/ownership"),
  ownershipDifference: (assetUuid: string) => asset(assetUuid, "/ownership/difference"),
  activity: (assetUuid: string) => asset(assetUuid, "/activity"),
  transactions: (assetUuid: string) => asset(assetUuid, "/transactions"),
  transaction: (assetUuid: string, txid: string) => asset(assetUuid, `/transactions/${txid}`),
  utxos: (assetUuid: string) => asset(assetUuid, "/utxos"),
  /** The outputs of one wallet alone, as many on a page as can be blacklisted at once. */
  utxosOf: (assetUuid: string, gaid: string) =>
    asset(assetUuid, `/utxos?gaid=${encodeURIComponent(gaid)}&limit=${MAX_LIMIT}`),
  lostOutputs: (assetUuid: string) => asset(assetUuid, "/lost-outputs"),
  eligibility: (assetUuid: string) => asset(assetUuid, "/eligibility"),
  /** Why one registered user may not receive the asset. */
  whyNot: (assetUuid: string, userId: number) => asset(assetUuid, `/eligibility?user=${userId}`),
  assignments: (assetUuid: string) => asset(assetUuid, "/assignments"),
  assignment: (assetUuid: string, assignmentId: number) => asset(assetUuid, `/assignments/${assignmentId}`),
  newAssignments: (assetUuid: string) => asset(assetUuid, "/assignments/new"),
  vesting: (assetUuid: string) => asset(assetUuid, "/assignments/vesting"),
  assignmentBatch: (assetUuid: string, batchId: string) =>
    asset(assetUuid, `/assignments/batches/${batchId}`),
  /** Many assignments that are held back or unlocked in one go. */
  assignmentJob: (assetUuid: string, jobId: string) => asset(assetUuid, `/assignments/jobs/${jobId}`),
  distributions: (assetUuid: string) => asset(assetUuid, "/distributions"),
  distribution: (assetUuid: string, operationId: string) => asset(assetUuid, `/distributions/${operationId}`),
  ampDistributions: (assetUuid: string) => asset(assetUuid, "/distributions/amp"),
  /** A distribution as AMP has it, whoever ran it. */
  ampDistribution: (assetUuid: string, distributionUuid: string) =>
    asset(assetUuid, `/distributions/amp/${distributionUuid}`),
  supply: (assetUuid: string) => asset(assetUuid, "/supply"),
  blinders: (assetUuid: string) => asset(assetUuid, "/supply/blinders"),
  assetRules: (assetUuid: string) => asset(assetUuid, "/rules"),
  assetSettings: (assetUuid: string) => asset(assetUuid, "/settings"),
  /** Where the settings lock and unlock it, with the question on the screen. */
  assetLock: (assetUuid: string) => asset(assetUuid, `/settings?${LOCK}=1#${LOCK_CARD}`),
  supplyOperation: (assetUuid: string, operationId: string) => asset(assetUuid, `/supply/${operationId}`),
  /** The page of a treasury operation, whatever its kind. */
  operation: ({ kind, assetUuid, id }: { kind: OperationKind; assetUuid: string; id: string }) => {
    if (kind === "lbtc") return `/treasury/send/${id}` as Route;
    return asset(assetUuid, kind === "distribution" ? `/distributions/${id}` : `/supply/${id}`);
  },
  sendLbtc: "/treasury/send" as Route,
  users: "/users" as Route,
  newUser: "/users/new" as Route,
  user: (userId: number | string) => `/users/${userId}` as Route,
  /** Where the user is put into the category, which is chosen already. */
  addToCategory: (userId: number, categoryId: number) =>
    `/users/${userId}?category=${categoryId}#${CATEGORIES_CARD}` as Route,
  importUsers: "/users/import" as Route,
  userJobs: "/users/imports" as Route,
  /** Registered users against assets: who may receive what. */
  eligibilityMatrix: "/users/eligibility" as Route,
  userJob: (jobId: string) => `/users/imports/${jobId}` as Route,
  gaids: "/gaids" as Route,
  gaid: (gaid: string) => `/gaids/${encodeURIComponent(gaid)}` as Route,
  categories: "/categories" as Route,
  addCategory: `/categories?${ADD}=1` as Route,
  categoryMatrix: "/categories/matrix" as Route,
  category: (categoryId: number | string) => `/categories/${categoryId}` as Route,
  managers: "/managers" as Route,
  addManager: `/managers?${ADD}=1` as Route,
  manager: (managerId: number | string) => `/managers/${managerId}` as Route,
  /** Where the manager is granted assets; one that is named is chosen already. */
  managerGrants: (managerId: number, assetUuid?: string) =>
    `/managers/${managerId}${assetUuid ? `?asset=${assetUuid}` : ""}#${GRANTS_CARD}` as Route,
  access: "/access" as Route,
  /** Where a manager asks the issuer for an asset. */
  askForAsset: (assetUuid: string) => `/access?asset=${assetUuid}` as Route,
  requests: "/requests" as Route,
  request: (requestId: string) => `/requests/${requestId}` as Route,
  treasury: "/treasury" as Route,
  audit: "/audit" as Route,
  auditEntry: (id: bigint) => `/audit/${id}` as Route,
  /** The entries of one request, or of one bulk change by its id. */
  auditOf: (requestId: string) => `/audit?q=${encodeURIComponent(requestId)}` as Route,
  /** What was done with one registered user, by whatever way. */
  auditOfUser: (userId: number) => `/audit?user=${userId}` as Route,
  calls: "/audit/calls" as Route,
  /** The calls of AMP that one request or operation led to. */
  callsOf: (id: string) => `/audit/calls?q=${encodeURIComponent(id)}` as Route,
  call: (id: bigint) => `/audit/calls/${id}` as Route,
  settings: "/settings" as Route,
  /** Where the settings have the investor portal's link. */
  portalSettings: `/settings#${PORTAL_CARD}` as Route,
  invest: "/invest" as Route,
  /** The portal's first page with a word on why one is there. */
  investAfter: (notice: InvestNotice) => `/invest?notice=${notice}` as Route,
  investIssuer: (slug: string) => `/invest/i/${encodeURIComponent(slug)}` as Route,
  investProfile: "/invest/profile" as Route,
  investHoldings: "/invest/holdings" as Route,
  investAutoInvest: "/invest/auto-invest" as Route,
  investFaucet: "/invest/faucet" as Route,
  investDocuments: "/invest/documents" as Route,
  sandbox: "/sandbox" as Route,
  sandboxWallets: "/sandbox/wallets" as Route,
  sandboxWallet: (gaid: string) => `/sandbox/wallets/${gaid}` as Route,
  sandboxDecisions: "/sandbox/decisions" as Route,
  sandboxDecisionsOf: (assetUuid: string) => `/sandbox/decisions?asset=${assetUuid}` as Route,
  sandboxDecision: (uuid: string) => `/sandbox/decisions/${uuid}` as Route,
  sandboxFaults: "/sandbox/faults" as Route,
  sandboxSwitches: "/sandbox/switches" as Route,
  sandboxWorlds: "/sandbox/worlds" as Route,
  sandboxCalls: "/sandbox/calls" as Route,
} as const;

/** A path of our own to return to after sign-in; anything that could leave the site becomes the overview. */
export const safeNext = (next: string | undefined): Route =>
  (next && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith("/sign-in") ? next : "/overview") as Route;

/** Where whoever reads this page signs in: investors with their wallet, everybody else with AMP's account. */
export const signInFor = (path: string): Route =>
  /^\/invest(?:[/?]|$)/.test(path) ? routes.investAfter("ended") : routes.signIn(path);
