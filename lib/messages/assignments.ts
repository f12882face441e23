import { catalogue } from "./catalogue";

/** Assignments: what is reserved for whom. */
export const assignmentsText = catalogue("assignmentsText", {
  title: "Assignments",
  unknownUser: (id: number) => `User ${id}`,
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
  empty: {
    title: "Nothing is assigned yet",
    text: "An assignment reserves units of the treasury for one registered user. Nothing moves on the chain until you distribute.",
    filtered: "No assignment matches the search and filters.",
  },
  toDistribute: "Distribute ready assignments",
  toMany: "Assign many",
  toVesting: "Vesting",
  selection: {
    column: "Selected",
    one: (user: string, id: number) => `Select assignment ${id} of ${user}`,
    all: "Select every assignment on this page",
  },
  changeOf: (user: string) => `Change the assignment of ${user}`,
  form: {
    title: "Assign units",
    free: "Free in the treasury",
    user: "Registered user",
    chooseUser: "Choose a registered user",
    badTime: "Enter a day and an hour that exist in your time zone, or clear the date.",
    notEligible: "not in every required category",
    amount: "Amount",
    vests: "Vests on",
    zone: (zone: string) => `In your time zone, ${zone}; stored as UTC. Leave empty for at once.`,
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
