import type { AmountError } from "@/lib/format/amounts";
import { countOf } from "./plural";
import { uiText } from "./ui";

/** Assignments: what is reserved for whom. */
export const assignmentsText = {
  title: "Assignments",
  unknownUser: (id: number) => `User ${id}`,
  aboveFree: "This is more than the treasury has free for this asset. Nothing was assigned.",
  unconfirmed: (needed: number) =>
    `The treasury's units are not confirmed yet. Wait for ${countOf(needed, { one: "confirmation", other: "confirmations" })}, about ${countOf(needed, { one: "minute", other: "minutes" })} on Liquid. Nothing was assigned.`,
  amountZero: "The amount must be more than zero.",
  amountProblem: (problem: AmountError, precision: number) => {
    const text = uiText.amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
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
  form: {
    title: "Assign units",
    free: "Free in the treasury",
    user: "Registered user",
    chooseUser: "Choose a registered user",
    notEligible: "not in every required category",
    amount: "Amount",
    vests: "Vests on",
    vestsHint: "In your time zone; leave empty for at once.",
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
} as const;
