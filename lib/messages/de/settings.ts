import type { Translation } from "../catalogue";
import type { settingsText as english } from "../settings";

/** Settings: the session, AMP, the look of the desk, in German. */
export const settingsText = {
  title: "Einstellungen",
  session: {
    title: "Sitzung",
    description: "Wer handelt, und in welchem Arbeitsbereich.",
    account: "AMP-Konto",
    signedInAs: "Angemeldet als",
    role: "Rolle",
    environment: "Umgebung",
    token: "AMP-Token",
    tokenText: "Verschlüsselt auf dem Server aufbewahrt. Dieser Browser erhält es nie.",
  },
  amp: {
    title: "AMP",
    description: "Der Dienst hinter dieser Umgebung.",
    version: "Version",
    notes: "Hinweise",
    changelog: "Änderungsverlauf",
    changelogHint: "Neueste Version zuerst, wie AMP sie mitteilt.",
    noChangelog: "AMP hat keinen Änderungsverlauf zurückgegeben.",
  },
  appearance: {
    title: "Darstellung und Tasten",
    description: "In diesem Browser gespeichert.",
    theme: "Farbschema",
    language: "Sprache",
  },
} satisfies Translation<typeof english>;
