import { catalogue } from "./catalogue";
import { locale } from "./locale";
import { countOf } from "./plural";

const assignments = (count: number) => countOf(count, { one: "assignment", other: "assignments" });

/** When assignments vest. */
export const vestingText = catalogue("vestingText", {
  title: "Vesting",
  description:
    "Open assignments that no distribution has taken, by the moment they vest. What is held back waits for somebody to unlock it, and who has no wallet or lacks a category is left out of a distribution.",
  zone: (zone: string) => `Times are in your time zone, ${zone}; AMP keeps them in UTC.`,
  caption: (month: string) => `Vests: ${month}`,
  vested: "Vested",
  month: (month: string) => {
    const [year, number] = month.split("-").map(Number);
    const day = new Date(Date.UTC(year ?? 0, (number ?? 1) - 1, 15));
    return new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(day);
  },
  columns: {
    asset: "Asset",
    on: "Vests on",
    what: "Assignments",
    amount: "Amount",
    held: "Of which held back",
    state: "State",
  },
  atOnce: "at once",
  many: (count: number) => assignments(count),
  untilThen: "Vested by then, together",
  part: "Other dates of this month are on another page; these sums are up to what is shown here.",
  share: (percent: string) => `${percent} % of everything that is open`,
  figures: { open: "Open", now: "Vested, not held back", later: "Still vesting", held: "Held back" },
  nowNote: "a distribution leaves out who lacks a wallet or a category",
  withoutWallet: (count: number) => `${assignments(count)} without a wallet`,
  withoutCategory: (count: number) => `${assignments(count)} without a required category`,
  heldNote: "not before somebody unlocks it",
  toAssignments: "To the assignments",
  empty: {
    title: "Nothing is vesting",
    text: "Give an assignment a vesting date, and it stands here until its day comes. Until then no distribution takes it.",
  },
  ofUser: {
    title: "Open assignments and vesting",
    none: "No open assignment",
    noneText:
      "What is assigned to this user and not distributed yet stands here, with the day it becomes distributable.",
    noneManager: "Nothing of the assets that the issuer granted to you is assigned to this user.",
    caption: "Open assignments of this user",
    states: {
      ready: "Ready",
      held: "Held back",
      vesting: "Vesting",
      sending: "In distribution",
    },
  },
});
