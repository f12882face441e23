import type { HeightVerdict } from "@/lib/domain/height-check";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { ownershipMomentText as english } from "../ownership-moment";

/** Ownership at another moment than now: which one it is, what AMP says of it, why it cannot be told. */
export const ownershipMomentText = {
  ofBlock: (height: string) => `Bestände am Ende von Block ${height}`,
  ofTime: (time: string) => `Bestände am ${time}`,
  lastMove: (height: string, time: string) =>
    `Die letzte Bewegung bis dahin steht in Block ${height} vom ${time}; zwischen ihr und diesem Zeitpunkt hat sich nichts bewegt.`,
  before:
    "Bis dahin hatte sich nichts bewegt: Das Asset wurde später ausgegeben, oder es steht noch in keinem Block.",
  latest: "Seitdem hat sich nichts bewegt, dies ist also auch der heutige Stand.",
  latestBlock: (height: string) =>
    `Seitdem hat sich nichts bewegt, dies ist also auch der heutige Stand. Wenn Block ${height} erst noch kommt, kann sich der Stand bis dahin ändern.`,
  future: "Dieser Zeitpunkt liegt in der Zukunft: Bis dahin kann sich der Stand ändern.",
  origin:
    "Diese Zahlen ergeben sich aus der Summe der Transaktionen des Assets bis zu diesem Zeitpunkt. AMP sagt nicht, was bei einem früheren Block auf der Sperrliste oder verloren war; deshalb haben die Inhaber dafür keine Spalte. Die Inhaber heißen, wie sie heute registriert sind.",
  check: {
    title: "Die Antwort von AMP selbst für diesen Block",
    waiting: "Die Antwort von AMP für diesen Block wird gelesen, um sie mit den Bewegungen zu vergleichen…",
    failed:
      "AMP konnte nicht nach seiner eigenen Antwort gefragt werden, die Bewegungen sind also ungeprüft.",
    verdicts: {
      agrees: "Die Antwort von AMP selbst für diesen Block ist für jedes Konto dieselbe.",
      lost: "AMP lässt weg, was es seitdem verloren hat; jedes andere Konto ist gleich.",
      today:
        "AMP hat den Block übergangen und mit den heutigen Beständen geantwortet. Seine Antwort wird hier nicht angezeigt: Die Zahlen sind die der Bewegungen.",
      differs:
        "Die Antwort von AMP selbst für diesen Block ist eine andere. Die Zahlen hier sind die der Bewegungen; vergleichen Sie die Konten, bevor Sie sich auf eine der beiden Angaben verlassen.",
      refused: "AMP antwortet nicht für einen Block. Die Zahlen sind allein die der Bewegungen.",
    } satisfies Record<HeightVerdict, string>,
    accounts: (count: number) =>
      `${countOf(count, { one: "Konto weicht ab", other: "Konten weichen ab" })}. Die größten Unterschiede:`,
    caption: "Abweichende Konten",
    columns: { account: "Konto", amp: "Antwort von AMP", moved: "Nach den Bewegungen" },
    again: "Alle Transaktionen erneut lesen",
  },
  history: {
    underWay: "Die Transaktionen des Assets werden gelesen",
    readSoFar: (count: number) =>
      `Frühere Bestände werden aus allen zusammengerechnet. Bisher ${count === 1 ? "wurde" : "wurden"} ${countOf(count, { one: "Transaktion", other: "Transaktionen" })} gelesen. Diese Seite sieht von selbst wieder nach.`,
    unsettled:
      "Die Transaktionsliste von AMP ändert sich fortwährend, während sie gelesen wird. Es wurde nichts geändert; versuchen Sie es in einer Minute erneut.",
    incomplete:
      "Die Transaktionen, die AMP aufführt, gehen nicht auf: Ein Konto besäße weniger als nichts. Frühere Bestände lassen sich daraus nicht bestimmen. Die heutigen Bestände sind nicht betroffen; fragen Sie den Support von AMP nach den Transaktionen des Assets.",
  },
} satisfies Translation<typeof english>;
