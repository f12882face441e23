import type { Holder, OwnersBy } from "@/lib/domain/ownership";
import { shortenMiddle } from "@/lib/format/ids";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const owners = (count: number) => countOf(count, { one: "other owner", other: "other owners" });
const withoutRecord = "Account without a record";

type Named = Pick<Holder, "kind" | "name" | "userId" | "gaids">;

const nameOf = ({ kind, name, userId, gaids }: Named): string => {
  if (kind === "treasury") return "Treasury";
  if (kind === "account")
    return gaids[0] ? `${withoutRecord} ${shortenMiddle(gaids[0].gaid)}` : withoutRecord;
  return name ?? `Registered user ${userId}`;
};

/** Who owns how much of an asset. */
export const ownershipText = catalogue("ownershipText", {
  title: "Ownership",
  treasury: "Treasury",
  withoutRecord,
  userWithoutName: (id: number) => `Registered user ${id}`,
  /** An owner's name in a list, a chart, a search. */
  holder: nameOf,
  /** The same of one wallet, told from the owner's others. */
  wallet: (holder: Named): string =>
    holder.kind === "user" && holder.gaids[0]
      ? `${nameOf(holder)} ${shortenMiddle(holder.gaids[0].gaid)}`
      : nameOf(holder),
  figures: {
    supply: "Supply",
    holders: "Holders",
    holdersNote: "beside the treasury",
    treasury: "In the treasury",
    circulating: "In circulation",
    withBlacklisted: (amount: string) => `, of which ${amount} blacklisted`,
    shareOf: (share: string) => `${share}% of the supply`,
    blacklisted: "Blacklisted",
    blacklistedNote: "in the supply, cannot move",
    lost: "Lost or on its way",
    lostNote: (count: number) => `${countOf(count, { one: "lost output", other: "lost outputs" })} at AMP`,
    noneLost: "nothing lost at AMP",
  },
  split: {
    title: "Where the supply is",
    allHolders: "Holders",
    label: (parts: string) => `The parts of the supply. ${parts}`,
    parts: {
      treasury: "Treasury",
      holders: "Holders, free to move",
      blacklisted: "Blacklisted",
      lost: "Lost or on its way",
    },
  },
  chart: {
    title: "Largest owners",
    description: "Shares of the supply. The table below names every owner.",
    withTreasury: "With the treasury",
    rest: (count: number, by: OwnersBy) =>
      by === "gaid" ? countOf(count, { one: "other GAID", other: "other GAIDs" }) : owners(count),
    label: (largest: string) => `Bar chart of the largest owners. ${largest}`,
    entry: (name: string, share: string) => `${name} ${share}%`,
  },
  by: {
    label: "One row for each",
    kinds: { user: "By registered user", gaid: "By GAID" } satisfies Record<OwnersBy, string>,
  },
  moment: {
    label: "Ownership at",
    field: "Block or date",
    hint: "A block height, a day (2026-11-20: its end) or a minute (2026-11-20 13:00), in UTC. Empty: now.",
    placeholder: "Now",
    show: "Show",
    now: "Back to now",
    compare: "Compare two moments",
    problem:
      "This is neither a block height nor a date. Write a height such as 2146933, a day such as 2026-11-20, or a minute such as 2026-11-20 13:00; times are UTC.",
  },
  seeBlacklisted: "See the blacklisted outputs",
  seeLost: "What was lost, and what to do",
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
  columns: {
    owner: "Owner",
    gaid: "GAID",
    amount: "Amount",
    blacklisted: "Of which blacklisted",
    share: "Share",
  },
  notKnown: "not known",
  total: "All owners together",
  percent: (share: string) => `${share}%`,
});
