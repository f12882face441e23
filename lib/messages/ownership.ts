import type { Holder } from "@/lib/domain/ownership";
import { shortenMiddle } from "@/lib/format/ids";
import { countOf } from "./plural";

const owners = (count: number) => countOf(count, { one: "other owner", other: "other owners" });
const withoutRecord = "Account without a record";

/** Who owns how much of an asset. */
export const ownershipText = {
  title: "Ownership",
  treasury: "Treasury",
  withoutRecord,
  userWithoutName: (id: number) => `Registered user ${id}`,
  /** An owner's name in a list, a chart, a search. */
  holder: ({ kind, name, userId, gaids }: Pick<Holder, "kind" | "name" | "userId" | "gaids">): string => {
    if (kind === "treasury") return "Treasury";
    if (kind === "account")
      return gaids[0] ? `${withoutRecord} ${shortenMiddle(gaids[0].gaid)}` : withoutRecord;
    return name ?? `Registered user ${userId}`;
  },
  figures: {
    supply: "Supply",
    holders: "Holders",
    holdersNote: "beside the treasury",
    treasury: "In the treasury",
    circulating: "In circulation",
    shareOf: (share: string) => `${share}% of the supply`,
  },
  chart: {
    title: "Largest owners",
    description: "Shares of the supply. The table below names every owner.",
    withTreasury: "With the treasury",
    rest: (count: number) => owners(count),
    label: (largest: string) => `Bar chart of the largest owners. ${largest}`,
    entry: (name: string, share: string) => `${name} ${share}%`,
  },
  list: {
    title: "Owners",
    search: "Owner or GAID",
    kind: "Kind",
    kinds: {
      user: "Registered users",
      account: "Accounts without a record",
      treasury: "Treasury",
    },
    sorts: {
      "-amount": "Largest first",
      amount: "Smallest first",
      owner: "Owner, A to Z",
    },
  },
  columns: { owner: "Owner", gaid: "GAID", amount: "Amount", share: "Share" },
  total: "All owners together",
  unattributed: (amount: string) =>
    `${amount} of the supply belong to nobody here at the moment: they are on their way in a transaction that is not in a block yet, or AMP has lost track of them.`,
  percent: (share: string) => `${share}%`,
  empty: {
    title: "Nobody owns this asset yet",
    text: "The whole issuance appears in the treasury as soon as its transaction is in a block. Distributions then bring it to registered users.",
    filtered: "No owner matches the search and filter.",
  },
} as const;
