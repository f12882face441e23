import { groupDigits } from "@/lib/format/amounts";
import type { Translation } from "../catalogue";
import type { heightsText as english } from "../heights";

/** Ranges of blocks and days over lists that AMP pages by block height. */
export const heightsText = {
  blocks: "Blöcke",
  from: "Ab Block",
  to: "Bis Block",
  first: "erster",
  last: "letzter",
  days: "Tage (UTC)",
  since: "Ab Tag, in UTC",
  until: "Bis Tag, in UTC",
  problem: "Das ist kein Bereich",
  problems: {
    "not-a-height": "Eine Blockhöhe ist eine ganze Zahl, zum Beispiel 2146933.",
    "from-above-to": "Der erste Block liegt über dem letzten, daher liegt nichts dazwischen.",
    "not-a-day": "Ein Tag wird als Jahr, Monat und Tag geschrieben, zum Beispiel 2026-11-20.",
    "since-after-until": "Der erste Tag liegt nach dem letzten, daher liegt nichts dazwischen.",
  },
  lookedThrough: (rows: number) =>
    `AMP sortiert diese Liste und teilt sie in Seiten, filtert sie aber nicht nach Art oder Text. ${groupDigits(String(rows))} Zeilen wurden durchgesehen; die nächste Seite macht dahinter weiter.`,
  ignored:
    "AMP hat mit anderen Blöcken geantwortet als den angefragten, daher lassen sich Tage hier nicht aus Blöcken ablesen. Nehmen Sie die Tage aus dem Filter; es wurde nichts geändert.",
  nothingYet: "Bisher nichts Passendes",
} satisfies Translation<typeof english>;
