import { CALL_METHODS, CALL_STATUSES } from "./domain/amp-call";
import { DISTRIBUTION_STATUSES } from "./domain/amp-distribution";
import { ASSET_COLUMNS, ASSET_SORTS, BLINDERS_FILTERS, USUAL_ASSET_COLUMNS } from "./domain/asset-list";
import { ASSIGNMENT_BLOCKERS } from "./domain/assignment";
import { AUDIT_KINDS } from "./domain/audit";
import { FAULT_SURFACES } from "./domain/faults";
import { OPERATION_KINDS, SUPPLY_OPERATIONS } from "./domain/intent";
import { OPERATION_FILTERS } from "./domain/operation";
import { OWNERS_BY } from "./domain/ownership";
import { CHANGE_KINDS } from "./domain/ownership-difference";
import { REQUEST_STATES } from "./domain/requests";
import { TRANSACTION_KINDS } from "./domain/transactions";
import { USER_JOB_KINDS, USER_JOB_STATES, USER_ROW_STATES } from "./domain/user-jobs";
import { BALANCE_FILTERS, KYC_FILTERS } from "./domain/users";
import { UTXO_OWNERS, UTXO_STATES } from "./domain/utxos";
import type { ListConfig } from "./list-state";

/** How each list can be sorted and filtered: one place for its page, its GET route and its service. */
export const lists = {
  assets: {
    path: "/assets",
    sorts: ASSET_SORTS,
    defaultSort: "name",
    filters: {
      kind: ["restricted", "tracked"],
      state: ["active", "unauthorized", "locked"],
      registry: ["registered", "unregistered"],
      supply: ["reissuable", "fixed"],
      attention: ["yes", "no"],
      blinders: BLINDERS_FILTERS,
    },
    columns: { all: ASSET_COLUMNS, usual: USUAL_ASSET_COLUMNS },
  },
  users: {
    path: "/users",
    sorts: ["name", "id"],
    defaultSort: "name",
    // `without`: users who lack a category, for those who choose whom to add to it.
    filters: {
      category: "any",
      without: "any",
      wallet: ["yes", "no"],
      company: ["yes", "no"],
      archived: ["no", "yes"],
      kyc: KYC_FILTERS,
      balance: BALANCE_FILTERS,
      // Of which asset, with `balance`.
      asset: "any",
    },
  },
  userJobs: {
    path: "/users/imports",
    sorts: ["created"],
    defaultSort: "-created",
    filters: { state: USER_JOB_STATES, kind: USER_JOB_KINDS },
  },
  eligibilityMatrix: {
    path: "/users/eligibility",
    sorts: ["name", "id"],
    defaultSort: "name",
    // `asset`: a text to search the assets for. `part`: which of those found stand side by side.
    filters: { category: "any", without: "any", wallet: ["yes", "no"], asset: "any", part: "any" },
    keeps: ["part"],
  },
  categories: {
    path: "/categories",
    sorts: ["name", "members", "assets"],
    defaultSort: "name",
    filters: { members: ["some", "none"], assets: ["some", "none"] },
  },
  matrix: {
    path: "/categories/matrix",
    sorts: ["name", "id"],
    defaultSort: "name",
    // `named`: a text to search the categories for. `part`: which of those found stand side by side.
    filters: { category: "any", without: "any", named: "any", part: "any" },
    keeps: ["named", "part"],
  },
  managers: {
    path: "/managers",
    sorts: ["name"],
    defaultSort: "name",
    filters: { state: ["locked", "unlocked"] },
  },
  requests: {
    path: "/requests",
    sorts: ["created", "decided"],
    defaultSort: "-created",
    filters: { state: REQUEST_STATES, kyc: ["alert", "risk"] },
  },
  audit: {
    path: "/audit",
    sorts: [],
    filters: {
      outcome: ["ok", "refused", "unknown"],
      kind: AUDIT_KINDS,
      action: "any",
      person: "any",
      asset: "any",
      // A registered user's number.
      user: "any",
      rows: ["without", "only"],
      // Whose: this workspace's, or those of an issuer's managers.
      by: ["own", "managers"],
      from: "any",
      to: "any",
    },
  },
  calls: {
    path: "/audit/calls",
    sorts: [],
    filters: {
      // What changes something at AMP, or only reads.
      changes: ["yes", "no"],
      person: "any",
      method: CALL_METHODS,
      status: CALL_STATUSES,
      endpoint: "any",
      from: "any",
      to: "any",
    },
  },
  sessions: { path: "/settings", sorts: [] },
  // Without a sort, open ones first.
  treasury: {
    path: "/treasury",
    sorts: ["created"],
    filters: { state: OPERATION_FILTERS, kind: OPERATION_KINDS },
  },
} satisfies Record<string, ListConfig>;

export const assetLists = {
  ownership: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/ownership`,
    sorts: ["owner", "amount"],
    defaultSort: "-amount",
    // `at`: a block or a time; left out, now.
    filters: { kind: ["user", "account", "treasury"], by: OWNERS_BY, at: "any" },
    keeps: ["by", "at"],
  }),
  ownershipDifference: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/ownership/difference`,
    sorts: ["size", "owner", "change", "before", "after"],
    defaultSort: "-size",
    filters: { from: "any", to: "any", by: OWNERS_BY, change: CHANGE_KINDS },
    keeps: ["from", "to", "by"],
  }),
  activity: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/activity`,
    sorts: ["blockheight", "amount", "type"],
    defaultSort: "-blockheight",
    // `from` and `to` are block heights, `since` and `until` days.
    filters: { type: TRANSACTION_KINDS, from: "any", to: "any", since: "any", until: "any" },
  }),
  transactions: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/transactions`,
    sorts: ["blockheight"],
    defaultSort: "-blockheight",
    filters: { type: TRANSACTION_KINDS, from: "any", to: "any", since: "any", until: "any" },
  }),
  utxos: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/utxos`,
    sorts: ["owner", "amount"],
    defaultSort: "-amount",
    filters: { state: UTXO_STATES, owner: UTXO_OWNERS, gaid: "any" },
  }),
  eligibility: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/eligibility`,
    sorts: ["name", "id"],
    defaultSort: "name",
    // `rule`: one of `RULE_FILTERS`, or the number of a category. `user`: one registered user, by number.
    filters: { rule: "any", user: "any" },
  }),
  assignments: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments`,
    sorts: ["id", "user", "amount", "state", "vests"],
    defaultSort: "-id",
    // `user`: the assignments of one registered user, by number. `vests`: what vests at a time, or "vested".
    filters: {
      state: ["locked", "ready", "vesting", "pending", "distributed"],
      vested: ["yes", "no"],
      blocked: [...ASSIGNMENT_BLOCKERS, "no"],
      user: "any",
      vests: "any",
    },
  }),
  distributions: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: ["created"],
    filters: { state: OPERATION_FILTERS },
  }),
  ampDistributions: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions/amp`,
    sorts: ["confirmed", "recipients", "amount"],
    defaultSort: "-confirmed",
    filters: { status: DISTRIBUTION_STATUSES, run: ["here", "elsewhere"] },
  }),
  supply: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/supply`,
    sorts: ["created"],
    filters: { state: OPERATION_FILTERS, kind: SUPPLY_OPERATIONS },
  }),
};

/** Those whom one distribution paid, as AMP has booked it. */
export const distributionLists = {
  recipients: (assetUuid: string, distributionUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions/amp/${distributionUuid}`,
    sorts: [],
  }),
};

/** Lists on the page of one change of many assignments. */
export const assignmentJobLists = {
  rows: (assetUuid: string, jobId: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments/jobs/${jobId}`,
    sorts: [],
    filters: { state: USER_ROW_STATES },
  }),
};

/** Lists on the page of one bulk change. */
export const userJobLists = {
  rows: (jobId: string): ListConfig => ({
    path: `/users/imports/${jobId}`,
    sorts: [],
    filters: { state: USER_ROW_STATES },
  }),
};

/** Lists on the page of one category. */
export const categoryLists = {
  members: (categoryId: number | string): ListConfig => ({
    path: `/categories/${categoryId}`,
    sorts: ["name", "id"],
    defaultSort: "name",
  }),
};

/** Lists of the sandbox's own page: newest first, as its control API gives them. */
export const sandboxLists = {
  wallets: { path: "/sandbox/wallets", sorts: [] },
  decisions: { path: "/sandbox/decisions", sorts: [], filters: { asset: "any" } },
  calls: {
    path: "/sandbox/calls",
    sorts: [],
    filters: { surface: FAULT_SURFACES, method: "any", status: ["2xx", "3xx", "4xx", "5xx", "0"] },
  },
} satisfies Record<string, ListConfig>;

export const walletLists = {
  history: (gaid: string): ListConfig => ({ path: `/sandbox/wallets/${gaid}`, sorts: [] }),
};
