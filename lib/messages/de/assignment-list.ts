import type { assignmentSortsText as english } from "../assignment-sorts";
import type { Translation } from "../catalogue";

/** The orders of the assignments' list, in German. */
export const assignmentSortsText = {
  sorts: {
    "-id": "Neueste zuerst",
    id: "Älteste zuerst",
    user: "Nutzer, A bis Z",
    "-user": "Nutzer, Z bis A",
    "-amount": "Größte zuerst",
    amount: "Kleinste zuerst",
    vests: "Frühestes Vesting zuerst",
    "-vests": "Spätestes Vesting zuerst",
    state: "Nach Zustand",
    "-state": "Nach Zustand, rückwärts",
  },
} satisfies Translation<typeof english>;
