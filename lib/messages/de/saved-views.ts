import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { savedViewsText as english } from "../saved-views";

/** A person's own views of lists, in German. */
export const savedViewsText = {
  open: "Ansichten",
  title: "Gespeicherte Ansichten dieser Liste",
  description:
    "Suche, Filter, Reihenfolge und Spalten unter einem Namen. Eine Ansicht öffnet die Liste so, wie sie dann ist; nur Sie sehen Ihre Ansichten.",
  list: "Ihre Ansichten",
  none: "Sie haben noch keine Ansicht dieser Liste gespeichert.",
  isShown: "Wird gezeigt",
  save: {
    label: "Name für das, was gerade gezeigt wird",
    hint: "Zum Beispiel: Unternehmen ohne Wallet",
    submit: "Ansicht speichern",
    nothing:
      "Im Moment gibt es nichts zu speichern: Durchsuchen, filtern oder sortieren Sie die Liste, dann lässt sich hier speichern, was Sie sehen.",
    done: (name: string) => `„${name}“ ist gespeichert`,
  },
  rename: {
    button: "Umbenennen",
    of: (name: string) => `${name} umbenennen`,
    label: "Neuer Name",
    submit: "Name speichern",
    done: "Der Name ist gespeichert",
  },
  remove: {
    button: "Entfernen",
    of: (name: string) => `${name} entfernen`,
    ask: (name: string) => `„${name}“ entfernen? Die Liste und alles darin bleiben, wie sie sind.`,
    submit: "Ansicht entfernen",
    done: (name: string) => `„${name}“ ist entfernt`,
  },
  errors: {
    noList: "Das ist keine Adresse einer Liste von Ampdesk. Es wurde nichts gespeichert.",
    noView: "Diese Ansicht gibt es nicht mehr. Es wurde nichts geändert.",
    nameTaken:
      "Eine Ansicht mit diesem Namen haben Sie schon. Wählen Sie einen anderen; es wurde nichts gespeichert.",
    tooMany: (most: number) =>
      `Eine Liste fasst ${countOf(most, { one: "Ansicht", other: "Ansichten" })} von Ihnen. Entfernen Sie eine, die Sie nicht mehr brauchen; es wurde nichts gespeichert.`,
  },
} satisfies Translation<typeof english>;
