import type { Translation } from "../catalogue";
import type { previewText as english } from "../preview";

/** The desk as one of the issuer's managers sees it. */
export const previewText = {
  open: "Als dieser Manager ansehen",
  title: (username: string) => `Ampdesk als ${username} ansehen?`,
  lead: "Sie sehen, was dieser Manager sieht: dieselben Seiten, die gewährten Assets, sonst nichts. Währenddessen kann nichts geändert werden, und ein Klick beendet die Vorschau.",
  limits:
    "Was der Manager in diesem Ampdesk für sich führt (eigenes Prüfprotokoll, Einstellungen, Notizen zu Nutzern, archivierte Nutzer, Importe und Stapel), bleibt beim Manager, und Ihres bei Ihnen.",
  locked: (username: string) =>
    `${username} ist gesperrt: AMP lässt diesen Manager nirgends ein. Sie sehen, was er entsperrt sehen würde.`,
  start: "Als dieser Manager ansehen",
  banner: (username: string) =>
    `Sie sehen Ampdesk so, wie ${username} es sieht. Es kann nichts geändert werden.`,
  end: "Vorschau beenden",
  label: "Vorschau",
  noChange:
    "Sie sehen Ampdesk gerade als Manager. Es wurde nichts geändert: Beenden Sie zuerst die Vorschau.",
  notShown: "Dies gehört dem Manager in diesem Ampdesk und ist nicht Teil der Vorschau.",
} satisfies Translation<typeof english>;
