import type { JobAbout } from "@/lib/domain/assignment-jobs";
import type { Translation } from "../catalogue";
import type { unfinishedWorkText as english } from "../unfinished-work";

/** Bulk changes and batches of assignments that are not at their end, in German. */
export const unfinishedWorkText = {
  title: "Importe, Sammeländerungen und Stapel von Zuteilungen",
  description:
    "Was nicht abgeschlossen ist, wer auch immer es begonnen hat. Alles geht dort weiter, wo es angehalten hat.",
  none: "Nichts dergleichen ist im Gang.",
  jobs: "Alle Sammeländerungen",
  kinds: {
    import: "Import registrierter Nutzer",
    categories: "Sammeländerung von Kategorien",
    undo: "Rücknahme einer Sammeländerung",
    assignments: "Änderung vieler Zuteilungen",
  } satisfies Record<JobAbout["kind"], string>,
  job: {
    ready: (what: string) => `${what} wartet auf die Anwendung`,
    readyText:
      "Die Zeilen sind geprüft, und es wurde noch nichts gesendet. Öffnen Sie die Seite, um sie anzuwenden oder zu verwerfen.",
    paused: (what: string) => `${what} ist pausiert`,
    pausedText:
      "Erledigte Zeilen bleiben erledigt. Öffnen Sie die Seite, um fortzusetzen oder den Rest abzubrechen.",
    failed: (what: string) => `${what}: Zeilen sind fehlgeschlagen oder nicht bekannt`,
    failedText:
      "Die anderen sind erledigt. Öffnen Sie die Seite, um die Gründe zu sehen und diese Zeilen erneut zu versuchen.",
    moving: (what: string) => `${what} ist im Gang`,
    movingText: "Es geht von selbst weiter.",
    nothing: (what: string) => `${what}: Nichts kann angewendet werden`,
    nothingText:
      "AMP hat jede Zeile bereits so, oder die Zeile ist nicht möglich. Öffnen Sie die Seite, um sie zu verwerfen.",
  },
} satisfies Translation<typeof english>;
