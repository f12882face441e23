import { catalogue } from "./catalogue";

/** Settings: the session, AMP, the look of the desk. */
export const settingsText = catalogue("settingsText", {
  title: "Settings",
  session: {
    title: "Session",
    description: "Who is acting, in which workspace.",
    account: "AMP account",
    signedInAs: "Signed in as",
    role: "Role",
    environment: "Environment",
    token: "AMP token",
    tokenText: "Kept encrypted on the server. This browser never receives it.",
  },
  amp: {
    title: "AMP",
    description: "The service behind this environment.",
    version: "Version",
    notes: "Notes",
    changelog: "Changelog",
    changelogHint: "Newest version first, as AMP tells it.",
    noChangelog: "AMP did not return a changelog.",
  },
  appearance: {
    title: "Appearance and keys",
    description: "Kept in this browser.",
    theme: "Theme",
    language: "Language",
  },
});
