import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";
import { uiText } from "./ui";

/** Assignments: what is reserved for whom. */
export const assignmentsText = catalogue("assignmentsText", {
  title: "Assignments",
  unknownUser: (id: number) => `User ${id}`,
  aboveFree: "This is more than the treasury has free for this asset. Nothing was assigned.",
  unconfirmed: (needed: number) =>
    `The treasury's units are not confirmed yet. Wait for ${countOf(needed, { one: "confirmation", other: "confirmations" })}, about ${countOf(needed, { one: "minute", other: "minutes" })} on Liquid. Nothing was assigned.`,
  amountZero: "The amount must be more than zero.",
  amountProblem: uiText.amountProblem,
  noAnswer: "AMP did not say what it created. Look at the assignments before you repeat the step.",
  search: "User, GAID or number",
  columns: {
    id: "No.",
    user: "Registered user",
    amount: "Amount",
    state: "State",
    vests: "Vests",
    actions: "Actions",
  },
  states: {
    ready: "Ready",
    locked: "Held back",
    vesting: "Vesting",
    pending: "In distribution",
    distributed: "Distributed",
  },
  stateFilter: "State",
  noWallet: "no GAID yet",
  empty: {
    title: "Nothing is assigned yet",
    text: "An assignment reserves units of the treasury for one registered user. Nothing moves on the chain until you distribute.",
    filtered: "No assignment matches the search and filters.",
  },
  toDistribute: "Distribute ready assignments",
  toMany: "Assign many",
  toVesting: "Vesting",
  vestedFilter: "Vesting",
  vested: { yes: "Vested or at once", no: "Still vesting" },
  ofUser: (name: string) => `Only ${name}`,
  waiting: "Only what has vested and waits",
  vestingAt: (time: string) => `Only what vests on ${time} UTC`,
  selection: {
    column: "Selected",
    one: (user: string, id: number) => `Select assignment ${id} of ${user}`,
    all: "Select every assignment on this page",
    count: (count: number) => `${countOf(count, { one: "assignment", other: "assignments" })} selected`,
    matching: (count: number) => `Choose all ${groupDigits(String(count))} that match`,
    matchingCount: (count: number) =>
      countOf(count, { one: "matching assignment selected", other: "matching assignments selected" }),
    label: "What to do with the selected assignments",
    clear: "Clear the selection",
    verbs: { lock: "Hold back", unlock: "Unlock", delete: "Delete" },
  },
  edit: {
    button: (user: string) => `Change the assignment of ${user}`,
    title: (user: string) => `Change the assignment of ${user}`,
    text: "AMP cannot change an assignment: the desk deletes it and makes a new one, which gets a new number. If the second half fails, the desk offers to restore the old one.",
    ready: "Ready for distribution",
    readyHint: "Off: the assignment is held back until somebody unlocks it.",
    submit: "Delete and make anew",
    done: "The assignment is changed.",
    unfinished: "The change is not finished. Follow it on its page.",
    zone: (zone: string) => `In your time zone, ${zone}; stored as UTC. Leave empty for at once.`,
    badTime: "Enter a day and a time, or leave it empty.",
  },
  form: {
    title: "Assign units",
    free: "Free in the treasury",
    user: "Registered user",
    chooseUser: "Choose a registered user",
    notEligible: "not in every required category",
    amount: "Amount",
    vests: "Vests on",
    ready: "Ready for distribution",
    readyHint: "Off: the assignment is held back until somebody unlocks it.",
    submit: "Assign",
    done: "The units are assigned.",
    noUsers: "No registered user yet",
    noUsersText: "An assignment needs a registered user. Add one first.",
    addUser: "Add a registered user",
  },
  lock: {
    confirm: "Hold back",
    title: (user: string) => `Hold back the assignment of ${user}?`,
    consequence: "It stays reserved, but no distribution takes it until it is unlocked.",
    done: "The assignment is held back.",
  },
  unlock: {
    confirm: "Unlock",
    title: (user: string) => `Unlock the assignment of ${user}?`,
    consequence:
      "The next distribution takes it, if it has vested and the user has a GAID and every required category.",
    done: "The assignment is ready.",
  },
  remove: {
    confirm: "Delete",
    title: (user: string) => `Delete the assignment of ${user}?`,
    consequence: (amount: string) =>
      `${amount} become free in the treasury again. Nothing moves on the chain.`,
    done: "The assignment is deleted.",
  },
});
