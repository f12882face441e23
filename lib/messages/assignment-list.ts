import { catalogue } from "./catalogue";

/** Orders and filters of the assignments' list. The page hands them over, so that its script need not carry them. */
export const assignmentListText = catalogue("assignmentListText", {
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
  only: {
    ofUser: (name: string) => `Only ${name}`,
    waiting: "Only what has vested and waits",
    vestingAt: (time: string) => `Only what vests on ${time} UTC`,
  },
  filters: { state: "State", vested: "Vesting", blocked: "Blocked" },
  vested: { yes: "Vested or at once", no: "Still vesting" },
  blocked: { gaid: "By a missing GAID", category: "By a missing category", no: "Not blocked" },
});
