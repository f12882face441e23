import { AUDIT_KINDS } from "./domain/audit";
import { FAULT_SURFACES } from "./domain/faults";
import { REQUEST_STATES } from "./domain/requests";
import type { ListConfig } from "./list-state";

/** How each list can be sorted and filtered: one place for its page, its GET route and its service. */
export const lists = {
  assets: {
    path: "/assets",
    sorts: ["name", "ticker"],
    defaultSort: "name",
    filters: { kind: ["restricted", "tracked"], state: ["active", "unauthorized", "locked"] },
  },
  users: {
    path: "/users",
    sorts: ["name", "id"],
    defaultSort: "name",
    // `without`: users who lack a category, for those who choose whom to add to it.
    filters: { category: "any", without: "any", wallet: ["yes", "no"] },
  },
  categories: { path: "/categories", sorts: ["name", "members", "assets"], defaultSort: "name" },
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
    filters: { outcome: ["ok", "refused", "unknown"], kind: AUDIT_KINDS },
  },
  treasury: { path: "/treasury", sorts: [], filters: { state: ["open"] } },
} satisfies Record<string, ListConfig>;

export const assetLists = {
  ownership: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/ownership`,
    sorts: ["owner", "amount"],
    defaultSort: "-amount",
    filters: { kind: ["user", "account", "treasury"] },
  }),
  activity: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/activity`,
    sorts: ["blockheight", "amount", "type"],
    defaultSort: "-blockheight",
    filters: { from: "any", to: "any" },
  }),
  assignments: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments`,
    sorts: ["id", "user", "amount", "state"],
    defaultSort: "-id",
    filters: { state: ["locked", "ready", "vesting", "pending", "distributed"] },
  }),
  distributions: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: [],
  }),
  supply: (assetUuid: string): ListConfig => ({ path: `/assets/${assetUuid}/supply`, sorts: [] }),
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
