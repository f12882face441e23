import type { ChangeKind } from "@/lib/domain/ownership-difference";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What became of everybody's holding between two moments. */
export const differenceText = catalogue("differenceText", {
  title: "Difference of two moments",
  back: "Ownership",
  form: "The two moments",
  from: "From",
  to: "To",
  fromPlaceholder: "Block or date",
  compare: "Compare",
  range: (from: string, to: string) => `From ${from} to ${to}`,
  block: (height: string) => `block ${height}`,
  same: "Nothing moved between these moments",
  sameText: "Both stand after the same last movement. Choose an earlier first or a later second one.",
  start: {
    title: "Choose two moments",
    text: "A block height, a day or a minute each. The list then shows who came, who left, and who has more or less than before. An empty second field means now.",
  },
  figures: {
    supply: "Supply",
    supplyNote: (before: string, after: string) => `from ${before} to ${after}`,
    treasury: "Treasury",
    changes: {
      came: "Came",
      left: "Left",
      gained: "Have more",
      fell: "Have less",
    } satisfies Record<ChangeKind, string>,
    owners: (count: number) => countOf(count, { one: "owner", other: "owners" }),
    addsUp: "The changes of all owners add up to the change of the supply.",
    named: "Owners are named as they are registered today, at both moments.",
    leaves: (amount: string) =>
      `The changes of all owners leave ${amount} of the supply's change unexplained. Read all transactions again on the ownership page.`,
  },
  list: {
    title: "Changes",
    search: "Owner or GAID",
    change: "Change",
    changes: { came: "Came", left: "Left", gained: "Have more", fell: "Have less" } satisfies Record<
      ChangeKind,
      string
    >,
    sorts: {
      "-size": "Largest change first",
      "-change": "Most gained first",
      change: "Most given first",
      owner: "Owner, A to Z",
    },
    filtered: "No change matches the search and filter.",
  },
  columns: { owner: "Owner", what: "What", before: "Before", after: "After", change: "Change" },
});
