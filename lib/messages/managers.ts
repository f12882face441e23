/** Investment managers: accounts beside the issuer's with a narrow part. */
export const managersText = {
  title: "Managers",
  description:
    "An investment manager may register users and their GAIDs, read categories, and assign the assets you granted; a manager never distributes, issues, or changes categories, and sees no other asset.",
  search: "User name",
  columns: { username: "User name", id: "No.", state: "State", assets: "Granted assets" },
  states: { locked: "Locked", unlocked: "Unlocked" },
  filters: { state: "State" },
  sorts: { name: "Name, A to Z", "-name": "Name, Z to A" },
  noAssets: "None: sees registered users and categories only",
  lockedHint: "A locked manager cannot sign in.",
  empty: {
    title: "No manager yet",
    text: "A manager is an AMP account of its own, for a colleague or a placement partner. It starts locked and sees only the assets that were granted to it.",
    filtered: "No manager matches the search and filters.",
  },
} as const;
