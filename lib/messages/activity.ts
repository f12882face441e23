import type { HeightProblem } from "@/lib/domain/activities";

/** The movements of an asset. */
export const activityText = {
  title: "Activity",
  caption: "Movements of this asset",
  columns: {
    type: "Type",
    amount: "Amount",
    party: "Who",
    output: "Output",
    when: "When",
  },
  types: {
    issuance: "Issuance",
    reissuance: "Reissuance",
    burn: "Burn",
    distribution: "Distribution",
    transfer: "Transfer",
  } as Record<string, string>,
  treasury: "Treasury",
  withoutRecord: "Account without a record",
  userWithoutName: (id: number) => `Registered user ${id}`,
  outputLabel: "transaction output",
  gaid: "GAID",
  sorts: {
    "-blockheight": "Newest first",
    blockheight: "Oldest first",
    "-amount": "Largest first",
    amount: "Smallest first",
    type: "Type, A to Z",
  },
  heights: {
    label: "Blocks",
    from: "From block",
    to: "To block",
    first: "first",
    last: "last",
    problem: "This is no range of blocks",
  },
  heightProblems: {
    "not-a-height": "A block height is a whole number, for example 2146933.",
    "from-above-to": "The first block is above the last one, so nothing lies between them.",
  } satisfies Record<HeightProblem, string>,
  empty: {
    title: "Nothing has moved yet",
    text: "Every output that matters shows up here once it is in a block: the issuance, distributions, transfers between holders, reissuances and burns.",
    filtered: "Nothing moved between these blocks",
    filteredText: "Widen the range, or clear it to see every movement.",
    lastPage: "There is nothing on this page any more",
  },
} as const;
