import type { ChangeKind } from "@/lib/domain/ownership-difference";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { differenceText as english } from "../ownership-difference";

/** What became of everybody's holding between two moments. */
export const differenceText = {
  title: "Vergleich zweier Zeitpunkte",
  back: "Bestände",
  form: "Die beiden Zeitpunkte",
  from: "Von",
  to: "Bis",
  fromPlaceholder: "Block oder Datum",
  compare: "Vergleichen",
  range: (from: string, to: string) => `Von ${from} bis ${to}`,
  block: (height: string) => `Block ${height}`,
  same: "Zwischen diesen Zeitpunkten hat sich nichts bewegt",
  sameText:
    "Beide liegen nach derselben letzten Bewegung. Wählen Sie einen früheren ersten oder einen späteren zweiten Zeitpunkt.",
  start: {
    title: "Zwei Zeitpunkte wählen",
    text: "Jeweils eine Blockhöhe, ein Tag oder eine Minute. Die Liste zeigt dann, wer hinzugekommen und wer ausgeschieden ist und wer mehr oder weniger hat als zuvor. Ein leeres zweites Feld bedeutet jetzt.",
  },
  figures: {
    supply: "Gesamtmenge",
    supplyNote: (before: string, after: string) => `von ${before} auf ${after}`,
    treasury: "Treasury",
    changes: {
      came: "Hinzugekommen",
      left: "Ausgeschieden",
      gained: "Haben mehr",
      fell: "Haben weniger",
    } satisfies Record<ChangeKind, string>,
    owners: (count: number) => countOf(count, { one: "Inhaber", other: "Inhaber" }),
    addsUp: "Die Änderungen aller Inhaber ergeben zusammen die Änderung der Gesamtmenge.",
    named: "Die Inhaber heißen zu beiden Zeitpunkten, wie sie heute registriert sind.",
    leaves: (amount: string) =>
      `Die Änderungen aller Inhaber lassen ${amount} der Änderung der Gesamtmenge unerklärt. Lesen Sie auf der Seite der Bestände alle Transaktionen erneut ein.`,
  },
  list: {
    title: "Änderungen",
    search: "Inhaber oder GAID",
    change: "Änderung",
    changes: {
      came: "Hinzugekommen",
      left: "Ausgeschieden",
      gained: "Haben mehr",
      fell: "Haben weniger",
    } satisfies Record<ChangeKind, string>,
    sorts: {
      "-size": "Größte Änderung zuerst",
      "-change": "Größter Zugang zuerst",
      change: "Größter Abgang zuerst",
      owner: "Inhaber, A bis Z",
    },
    filtered: "Keine Änderung entspricht der Suche und dem Filter.",
  },
  columns: { owner: "Inhaber", what: "Was", before: "Vorher", after: "Nachher", change: "Änderung" },
} satisfies Translation<typeof english>;
