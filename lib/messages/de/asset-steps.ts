import type { assetStepsText as english } from "../asset-steps";
import type { Translation } from "../catalogue";

/** When, by whom and with what proof a step of an asset's checklist was done. */
export const assetStepsText = {
  when: "Wann",
  who: "Wer",
  proof: "Nachweis",
  unknown: "in Ampdesk nicht bekannt",
  atBlock: (height: string) => `in Block ${height}`,
  outside: "außerhalb von Ampdesk",
  chain: "Liquid",
  steps: "die Schritte darüber",
  transaction: "Ausgabe",
  file: "Nachweisdatei",
  entry: "Eintrag im Register",
  audit: "Eintrag im Prüfprotokoll",
  amp: "was AMP jetzt sagt",
} satisfies Translation<typeof english>;
