import { catalogue } from "./catalogue";

/** The orders of the assignments' list. The page hands them over, so that its script need not carry them. */
export const assignmentSortsText = catalogue("assignmentSortsText", {
  sorts: {
    "-id": "Newest first",
    id: "Oldest first",
    user: "User, A to Z",
    "-user": "User, Z to A",
    "-amount": "Largest first",
    amount: "Smallest first",
    vests: "Earliest vesting first",
    "-vests": "Latest vesting first",
    state: "By state",
    "-state": "By state, backwards",
  },
});
