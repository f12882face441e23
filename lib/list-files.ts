import { USER_ROW_STATES } from "./domain/user-jobs";
import type { ListConfig } from "./list-state";

/** Lists of an asset that nobody searches or sorts; all but the vesting calendar and lost outputs stand on their page whole. */
export const assetFiles = {
  vesting: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments/vesting`,
    sorts: [],
  }),
  batch: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments`,
    sorts: [],
    filters: { batch: "any" },
    keeps: ["batch"],
  }),
  assignmentJob: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/assignments`,
    sorts: [],
    filters: { job: "any", state: USER_ROW_STATES },
    keeps: ["job"],
  }),
  recipients: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: [],
    filters: { distribution: "any" },
    keeps: ["distribution"],
  }),
  intent: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: [],
    filters: { operation: "any" },
    keeps: ["operation"],
  }),
  /** The transactions of one that was approved. */
  distributionTransactions: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: [],
    filters: { operation: "any" },
    keeps: ["operation"],
  }),
  heldBack: (assetUuid: string): ListConfig => ({ path: `/assets/${assetUuid}/distributions`, sorts: [] }),
  foreignOrders: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/distributions`,
    sorts: [],
  }),
  supplySteps: (assetUuid: string): ListConfig => ({ path: `/assets/${assetUuid}/supply`, sorts: [] }),
  treasuryAddresses: (assetUuid: string): ListConfig => ({
    path: `/assets/${assetUuid}/settings`,
    sorts: [],
  }),
  foreignOutputs: (assetUuid: string): ListConfig => ({ path: `/assets/${assetUuid}/settings`, sorts: [] }),
  lostOutputs: (assetUuid: string): ListConfig => ({ path: `/assets/${assetUuid}/lost-outputs`, sorts: [] }),
};

/** Lists of the workspace that stand on their page whole, or beside another one. */
export const workspaceFiles = {
  balances: { path: "/treasury", sorts: [] },
  alerts: { path: "/treasury", sorts: [] },
  journal: { path: "/treasury", sorts: [], filters: { operation: "any" }, keeps: ["operation"] },
  gaidBalances: { path: "/gaids", sorts: [], filters: { gaid: "any" }, keeps: ["gaid"] },
  notices: { path: "/settings", sorts: [] },
  campaignOrders: {
    path: "/requests",
    sorts: [],
    filters: { chain: "any", campaign: "any" },
    keeps: ["chain", "campaign"],
  },
} satisfies Record<string, ListConfig>;

/** Lists on the page of one registered user. */
export const userFiles = {
  holdings: (userId: number | string): ListConfig => ({ path: `/users/${userId}`, sorts: [] }),
  payments: (userId: number | string): ListConfig => ({ path: `/users/${userId}`, sorts: [] }),
  vesting: (userId: number | string): ListConfig => ({ path: `/users/${userId}`, sorts: [] }),
};

/** Lists on the page of one category. */
export const categoryFiles = {
  requiringAssets: (categoryId: number | string): ListConfig => ({
    path: `/categories/${categoryId}`,
    sorts: [],
  }),
};
