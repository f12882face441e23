import { catalogue } from "./catalogue";

/** The movements of an asset. */
export const activityText = catalogue("activityText", {
  title: "Activity",
  caption: "Movements of this asset",
  columns: {
    type: "Type",
    amount: "Amount",
    party: "Who",
    output: "Output",
    when: "When",
  },
  toTransaction: "Transaction",
  sorts: {
    "-blockheight": "Newest first",
    blockheight: "Oldest first",
    "-amount": "Largest first",
    amount: "Smallest first",
    type: "Type, A to Z",
  },
  search: "Name, GAID, transaction id or description",
  filters: { type: "Type" },
  empty: {
    title: "Nothing has moved yet",
    text: "Every output that matters shows up here once it is in a block: the issuance, distributions, transfers between holders, reissuances and burns.",
    filtered: "Nothing moved that fits the filters",
    filteredText: "Widen the range, or clear the filters to see every movement.",
    lastPage: "There is nothing on this page any more",
  },
});
