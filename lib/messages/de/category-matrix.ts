import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { categoryMatrixText as english } from "../category-matrix";

const changes = (count: number) => countOf(count, { one: "Änderung", other: "Änderungen" });
const users = (count: number) => countOf(count, { one: "Nutzer", other: "Nutzer" });

/** Users against categories in one table, in German. */
export const categoryMatrixText = {
  title: "Matrix der Kategorien",
  link: "Matrix",
  description:
    "Wer in welcher Kategorie ist. Markieren Sie, was geändert werden soll; es wird nichts gesendet, bevor Sie gesehen haben, was es bewirkt.",
  readOnly: "Wer in welcher Kategorie ist. Nur der Emittent kann es ändern.",
  search: "Name, GAID oder Nummer",
  sorts: { name: "Name, A bis Z", "-name": "Name, Z bis A", id: "Älteste zuerst", "-id": "Neueste zuerst" },
  filters: { category: "In Kategorie", without: "Nicht in Kategorie" },
  user: "Registrierter Nutzer",
  caption: "Registrierte Nutzer und ihre Kategorien",
  keys: "Mit den Pfeiltasten wechseln Sie von Zelle zu Zelle, mit der Leertaste ändern Sie eine.",
  cell: (user: string, category: string) => `${user} in ${category}`,
  queuedCell: (user: string, category: string) => `${user} in ${category}, Änderung wartet auf Prüfung`,
  yes: "ja",
  columns: {
    search: "Kategorien durchsuchen",
    shown: (from: number, to: number, all: number) => `Kategorien ${from}–${to} von ${all}`,
    previous: "Vorherige Kategorien",
    next: "Nächste Kategorien",
    none: "Keine Kategorie hat dies im Namen.",
  },
  queue: {
    label: "Wartende Änderungen",
    waiting: (count: number, people: number) =>
      countOf(count, {
        one: `Änderung für ${users(people)} wartet auf Prüfung. Es wurde nichts gesendet.`,
        other: `Änderungen für ${users(people)} warten auf Prüfung. Es wurde nichts gesendet.`,
      }),
    review: "Änderungen prüfen",
    discard: "Alle verwerfen",
  },
  review: {
    title: (count: number) => `${changes(count)} prüfen`,
    user: (name: string) => `${name}:`,
    join: (category: string) => `zu ${category} hinzufügen`,
    leave: (category: string) => `aus ${category} entfernen`,
    more: (count: number) => `und ${countOf(count, { one: "weiterer Nutzer", other: "weitere Nutzer" })}`,
    already: (count: number) =>
      countOf(count, {
        one: "weitere Änderung hätte keine Wirkung: In AMP ist es bereits so.",
        other: "weitere Änderungen hätten keine Wirkung: In AMP ist es bereits so.",
      }),
    nothing: "In AMP ist alles bereits so: Es gibt nichts zu ändern.",
    tooMany: (most: number) =>
      `Eine Prüfung umfasst höchstens ${users(most)}. Verwerfen Sie einige Änderungen, oder verwenden Sie einen Import.`,
    impact: "Was es bewirkt",
    /** Typed by a person, as in English. */
    typed: (count: number) => countOf(count, { one: "change", other: "changes" }),
    apply: (count: number) => `${changes(count)} anwenden`,
    begun: "Die Änderung hat begonnen.",
  },
  empty: {
    title: "Noch kein registrierter Nutzer",
    text: "Sobald Nutzer registriert sind, zeigt diese Tabelle, wer in welcher Kategorie ist.",
    filtered: "Kein registrierter Nutzer entspricht der Suche und den Filtern.",
    lastPage: "Die Liste endet hier.",
  },
  noCategories: {
    title: "Noch keine Kategorie",
    text: "Legen Sie zuerst eine Kategorie an; jede wird hier zu einer Spalte.",
  },
} satisfies Translation<typeof english>;
