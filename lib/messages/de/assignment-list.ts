import type { assignmentListText as english } from "../assignment-list";
import type { Translation } from "../catalogue";

/** Orders and filters of the assignments' list, in German. */
export const assignmentListText = {
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
  only: {
    ofUser: (name: string) => `Nur ${name}`,
    waiting: "Nur Wartendes mit beendetem Vesting",
    vestingAt: (time: string) => `Nur, dessen Vesting am ${time} UTC endet`,
  },
  filters: { state: "Status", vested: "Vesting", blocked: "Blockiert" },
  vested: { yes: "Gevestet oder sofort", no: "Noch im Vesting" },
  blocked: { gaid: "Durch fehlende GAID", category: "Durch fehlende Kategorie", no: "Nicht blockiert" },
} satisfies Translation<typeof english>;
