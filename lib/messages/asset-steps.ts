import { catalogue } from "./catalogue";

/** When, by whom and with what proof a step of an asset's checklist was done. */
export const assetStepsText = catalogue("assetStepsText", {
  when: "When",
  who: "Who",
  proof: "Proof",
  unknown: "not known to this desk",
  atBlock: (height: string) => `at block ${height}`,
  outside: "outside Ampdesk",
  chain: "Liquid",
  steps: "the steps above",
  transaction: "issuance",
  file: "proof file",
  entry: "registry entry",
  audit: "audit entry",
  amp: "what AMP says now",
});
