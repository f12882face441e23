import type { AskingManager, Wanted } from "@/lib/domain/ask-issuer";
import { commonText } from "@/lib/messages/common";
import type { askIssuerText as english } from "../ask-issuer";
import type { Translation } from "../catalogue";

interface Asking {
  manager: AskingManager;
  wanted: Wanted;
  choice: string;
  link: string;
}

/** A message with which a manager asks the issuer for what AMP lets the issuer alone do. */
export const askIssuerText = {
  open: "Den Emittenten bitten",
  openFor: {
    asset: "Um ein Asset bitten",
    category: "Um eine Kategorie bitten",
    archive: "Um Archivierung bitten",
  },
  title: "Den Emittenten bitten",
  lead: "AMP kennt keinen Weg zu bitten, deshalb ist dies eine Nachricht, die Sie senden. Ihr Link öffnet die Seite, auf der der Emittent es tut. Sie enthält weder Passwort noch Token.",
  asset: "Welches Asset",
  assetHint: "Seine UUID, wenn Sie sie kennen, oder sein Name.",
  category: "Welche Kategorie",
  anyCategory: "Dem Emittenten überlassen",
  message: "Nachricht",
  copy: "Nachricht kopieren",
  copied: "Die Nachricht ist kopiert.",
  mail: "E-Mail schreiben",
  missing: "Hat Sie jemand hierher geschickt, ist Ihnen das Asset vielleicht noch nicht gewährt.",
  onUsersPage: "Auf der Seite eines Nutzers steht eine Nachricht an den Emittenten bereit.",
  subject: ({ manager, wanted, choice }: Asking): string => {
    const { username } = manager;
    if (wanted.kind === "asset")
      return choice ? `Zugriff auf ein Asset für ${username}` : `Ein Asset für ${username}`;
    if (wanted.kind === "archive") return `Bitte den registrierten Nutzer Nr. ${wanted.user.id} archivieren`;
    return `Eine Kategorie für den registrierten Nutzer Nr. ${wanted.user.id}`;
  },
  text: (asking: Asking): string => {
    const { manager, wanted, choice, link } = asking;
    const who = `Ich bin Ihr Manager ${manager.username} (AMP-Manager Nr. ${manager.id}, ${commonText.environments[manager.environment]}).`;
    const what = {
      asset: () =>
        choice
          ? `Bitte gewähren Sie mir das Asset ${choice}.`
          : "Bitte gewähren Sie mir ein Asset: Keines, das ich brauche, ist mir offen.",
      category: (user: string) =>
        choice
          ? `Bitte nehmen Sie ${user} in die Kategorie ${choice} auf.`
          : `Bitte nehmen Sie ${user} in die fehlenden Kategorien auf.`,
      archive: (user: string) => `Bitte archivieren Sie ${user}; damit werden alle Kategorien verlassen.`,
    };
    const asked =
      wanted.kind === "asset"
        ? what.asset()
        : what[wanted.kind](`den registrierten Nutzer ${wanted.user.name} (Nr. ${wanted.user.id})`);
    return `${who}\n\n${asked} AMP lässt das nur den Emittenten tun. Die Seite dafür:\n${link}\n`;
  },
} satisfies Translation<typeof english>;
