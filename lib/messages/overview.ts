import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** The first page: figures over all assets and what needs a person. */
export const overviewText = catalogue("overviewText", {
  title: "Overview",
  figures: {
    assets: "Assets",
    holders: "Holdings",
    holdersNote: "one for each account and asset",
    counted: (counted: number, total: number) =>
      `one for each account and asset, of ${counted} of ${countOf(total, { one: "asset", other: "assets" })}; the others are being read`,
    operations: "Open operations",
    fee: "L-BTC for fees",
    feeUnknown: "no node answers",
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
    blinders: (name: string) => `AMP lacks blinders of ${name}`,
    blindersText: (count: number) =>
      `It cannot read ${countOf(count, { one: "treasury output", other: "treasury outputs" })} until it is told.`,
    node: "The treasury node is not usable",
    nodeBehind: "The treasury node is behind the chain",
    nodeBehindText: (blocks: string, headers: string) =>
      `It has ${blocks} of ${headers} blocks. Nothing is sent until it has caught up.`,
    lastLooked: (time: string) => `Last looked at on ${time}.`,
    lastWatched: (time: string) => `Last seen whole on ${time}.`,
    watchRests:
      "Nobody has looked at it for some time, so nothing is concluded, and nobody is notified. See whether the worker of this desk runs.",
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
    treasury: "Treasury",
    assigned: "Assigned",
    holders: "Accounts",
    state: "State",
    unknown: "not known yet",
    shown: (shown: number, total: number) =>
      `${shown} of ${countOf(total, { one: "asset", other: "assets" })} shown.`,
  },
  steps: {
    title: "Next steps",
    distribute: (name: string) => `Distribute what is assigned of ${name}`,
    distributeText: "Only what is vested, ready and not held back is sent.",
    requests: (count: number) =>
      `Decide on ${countOf(count, { one: "request of an investor", other: "requests of investors" })}`,
    requestsText: "They wait for an answer.",
    notifications: "Be told when something needs a person",
    notificationsText: "By e-mail or webhook, chosen in the settings.",
    open: "Open",
  },
  activities: {
    title: "Latest activities",
    none: "Nothing has moved yet.",
    loading: "AMP is asked for each asset's latest movements…",
    told: (told: number, total: number) => `Of ${told} of ${total} assets.`,
    asset: "Asset",
    type: "Type",
    amount: "Amount",
    when: "Time",
  },
  operations: {
    title: "Latest operations",
    none: "Nothing has been distributed, reissued or burned from this desk yet.",
    all: "Treasury",
  },
});
