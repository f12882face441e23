import type { HeightVerdict } from "@/lib/domain/height-check";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Ownership at another moment than now: which one it is, what AMP says of it, why it cannot be told. */
export const ownershipMomentText = catalogue("ownershipMomentText", {
  ofBlock: (height: string) => `Ownership at the end of block ${height}`,
  ofTime: (time: string) => `Ownership on ${time}`,
  lastMove: (height: string, time: string) =>
    `The last movement by then is in block ${height} of ${time}; nothing moved between it and this moment.`,
  before: "Nothing had moved by then: the asset was issued later, or it is not in a block yet.",
  latest: "Nothing has moved since, so this is also how it stands now.",
  latestBlock: (height: string) =>
    `Nothing has moved since, so this is also how it stands now. If block ${height} is still to come, it can change until then.`,
  future: "This moment is still to come: it can change until then.",
  origin:
    "These figures are what the asset's transactions add up to by then. AMP does not tell what was blacklisted or lost at an earlier block, so the owners have no column for it. Owners are named as they are registered today.",
  check: {
    title: "AMP's own answer for this block",
    waiting: "Reading AMP's own answer for this block, to lay it beside the movements…",
    failed: "AMP could not be asked for its own answer, so the movements stand unchecked.",
    verdicts: {
      agrees: "AMP's own answer for this block is the same for every account.",
      lost: "AMP leaves out what it has lost since; every other account is the same.",
      today:
        "AMP passed over the block and answered with today's ownership. Its answer is not shown here: the figures are those of the movements.",
      differs:
        "AMP's own answer for this block is another one. The figures here are those of the movements; compare the accounts before you rely on either.",
      refused: "AMP does not answer for a block. The figures are those of the movements alone.",
    } satisfies Record<HeightVerdict, string>,
    accounts: (count: number) =>
      `${countOf(count, { one: "account differs", other: "accounts differ" })}. The largest differences:`,
    caption: "Accounts that differ",
    columns: { account: "Account", amp: "AMP's answer", moved: "By the movements" },
    again: "Read all transactions again",
  },
  history: {
    underWay: "The asset's transactions are being read",
    readSoFar: (count: number) =>
      `Earlier amounts are added up from all of them. ${countOf(count, { one: "transaction has", other: "transactions have" })} been read so far. This page looks again by itself.`,
    unsettled:
      "AMP's list of transactions keeps changing while it is read. Nothing was changed; try again in a minute.",
    incomplete:
      "The transactions that AMP lists do not add up: an account would own less than nothing. No earlier ownership can be told from them. Today's ownership is not affected; ask AMP's support about the asset's transactions.",
  },
});
