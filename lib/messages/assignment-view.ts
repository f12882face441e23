import { catalogue } from "./catalogue";

/** One assignment with what its row leaves out. */
export const assignmentViewText = catalogue("assignmentViewText", {
  title: (id: number | string) => `Assignment ${id}`,
  all: "All assignments",
  none: "There is no such assignment.",
  change: "Change",
  fields: {
    user: "Registered user",
    gaid: "GAID",
    amount: "Amount",
    state: "State",
    missing: "Missing categories",
    vests: "Vests",
    held: "Held back",
    address: "Address it is paid to",
    distribution: "AMP distribution",
    run: "Run by",
    outputs: "Paid by",
    maker: "Made by",
  },
  atOnce: "At once",
  noAddress: "None yet: a distribution chooses it",
  noDistribution: "In none yet",
  notBooked: "AMP has not booked it yet",
  output: (vout: number) => `output ${vout}`,
  alike: "AMP does not say which of them is this assignment's: they pay the same user the same amount.",
  gaidLabel: "GAID",
  addressLabel: "address",
  uuidLabel: "distribution UUID",
});
