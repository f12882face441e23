import type { AskingManager, Wanted } from "@/lib/domain/ask-issuer";
import { catalogue } from "./catalogue";
import { commonText } from "./common";

interface Asking {
  manager: AskingManager;
  wanted: Wanted;
  /** The asset, by UUID or name, or the name of the category; empty when none is named. */
  choice: string;
  /** Of the page on which the issuer does it. */
  link: string;
}

/** A message with which a manager asks the issuer for what AMP lets the issuer alone do. */
export const askIssuerText = catalogue("askIssuerText", {
  open: "Ask the issuer",
  openFor: { asset: "Ask for an asset", category: "Ask for a category", archive: "Ask to archive" },
  title: "Ask the issuer",
  lead: "AMP knows no way to ask, so this is a message for you to send. Its link opens the page on which the issuer does it. It holds no password and no token.",
  asset: "Which asset",
  assetHint: "Its UUID, if you know it, or its name.",
  category: "Which category",
  anyCategory: "Leave it to the issuer",
  message: "Message",
  copy: "Copy the message",
  copied: "The message is copied.",
  mail: "Write a mail",
  missing: "If somebody sent you here, the asset may not be granted to you yet.",
  onUsersPage: "A user's page has a message to the issuer ready.",
  subject: ({ manager, wanted, choice }: Asking): string => {
    const { username } = manager;
    if (wanted.kind === "asset")
      return choice ? `Access to an asset for ${username}` : `An asset for ${username}`;
    if (wanted.kind === "archive") return `Please archive registered user no. ${wanted.user.id}`;
    return `A category for registered user no. ${wanted.user.id}`;
  },
  text: (asking: Asking): string => {
    const { manager, wanted, choice, link } = asking;
    const who = `I am your manager ${manager.username} (AMP manager no. ${manager.id}, ${commonText.environments[manager.environment]}).`;
    const what = {
      asset: () =>
        choice
          ? `Please grant me the asset ${choice}.`
          : "Please grant me an asset: I can open none that I need.",
      category: (user: string) =>
        choice
          ? `Please add ${user} to the category ${choice}.`
          : `Please add ${user} to the categories that are missing.`,
      archive: (user: string) => `Please archive ${user}, which leaves all categories.`,
    };
    const asked =
      wanted.kind === "asset"
        ? what.asset()
        : what[wanted.kind](`the registered user ${wanted.user.name} (no. ${wanted.user.id})`);
    return `${who}\n\n${asked} AMP lets the issuer alone do it. The page for it:\n${link}\n`;
  },
});
