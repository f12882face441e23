import type { AmountError } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import { uiText } from "@/lib/messages/ui";
import type { assignmentMakingText as english } from "../assignment-making";
import type { Translation } from "../catalogue";

/** Why no assignment was made: words of the server alone. */
export const assignmentMakingText = {
  aboveFree: "Das ist mehr, als in der Treasury von diesem Asset frei ist. Es wurde nichts zugeteilt.",
  unconfirmed: (needed: number) =>
    `Die Einheiten der Treasury sind noch nicht bestätigt. Warten Sie auf ${countOf(needed, { one: "Bestätigung", other: "Bestätigungen" })}, auf Liquid etwa ${countOf(needed, { one: "Minute", other: "Minuten" })}. Es wurde nichts zugeteilt.`,
  amountZero: "Der Betrag muss größer als null sein.",
  amountProblem: (problem: AmountError, precision: number): string =>
    uiText.amountProblem(problem, precision),
  notEligible: (name: string, missing: readonly string[]) =>
    `${name} ist nicht in jeder Kategorie, die dieses Asset verlangt. Es fehlt: ${missing.join(", ")}. Nichts wurde zugeteilt.`,
  noAnswer:
    "AMP hat nicht mitgeteilt, was angelegt wurde. Sehen Sie sich die Zuteilungen an, bevor Sie den Schritt wiederholen.",
  wasGone:
    "Diese Zuteilung gibt es nicht mehr: Sie wurde anderswo geändert oder gelöscht, oder ein früherer Versuch von Ihnen kam durch. Jetzt wurde nichts gelöscht. Laden Sie die Seite neu: Eine geänderte steht mit neuer Nummer in der Liste.",
} satisfies Translation<typeof english>;
