import { countOf } from "./plural";

/** The first page: figures over all assets and what needs a person. */
export const overviewText = {
  title: "Overview",
  figures: {
    assets: "Assets",
    holders: "Holding accounts",
    operations: "Open operations",
    fee: "L-BTC for fees",
    feeUnknown: "node not reachable",
    noNode: "–",
  },
  alerts: {
    title: "Needs a person",
    none: "Nothing needs you right now.",
    unauthorized: (name: string) => `${name} is not registered as authorised`,
    unauthorizedText: "AMP does not track it yet, and nothing can be distributed.",
    locked: (name: string) => `${name} is locked`,
    lockedText: "Every transfer is rejected until it is unlocked.",
    operation: (operation: string) => `${operation} waits`,
    watch: (what: string, asset: string) => `${asset}: ${what}`,
    node: "The treasury node is not usable",
    lowFee: "The treasury is low on L-BTC",
    lowFeeText: (amount: string) =>
      `${amount} L-BTC are left for fees. Send some to a receive address of the treasury.`,
    open: "Open",
    more: (count: number) => countOf(count, { one: "more point", other: "more points" }),
  },
  assets: {
    title: "Assets",
    all: "All assets",
    name: "Asset",
    supply: "Supply",
    distributed: "Distributed",
    assigned: "Assigned",
    holders: "Accounts",
    state: "State",
    unknown: "not readable",
    shown: (shown: number, total: number) =>
      `${shown} of ${countOf(total, { one: "asset", other: "assets" })} shown.`,
  },
  operations: {
    title: "Latest operations",
    none: "Nothing has been distributed, reissued or burned from this desk yet.",
    all: "Treasury",
  },
} as const;
