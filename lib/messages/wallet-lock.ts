import { catalogue } from "./catalogue";

/** Opening and closing the treasury wallet with its passphrase. */
export const walletLockText = catalogue("walletLockText", {
  title: "Unlock the treasury wallet",
  hint: "The desk hands the passphrase to your node at once and keeps it nowhere: not in its database, not in a log, and the worker never sees it. The node locks the wallet by itself when the time is over. If your browser or a password manager offers to save it, decline.",
  passphrase: "Wallet passphrase",
  seconds: "Unlock for",
  choices: {
    900: "15 minutes",
    3600: "1 hour",
    14400: "4 hours",
    43200: "12 hours",
    86400: "24 hours",
  } as Record<number, string>,
  unlock: "Unlock",
  unlocked: "The wallet is unlocked. Waiting operations go on by themselves.",
  openUntil: (time: string) =>
    `The wallet is unlocked until ${time}. Waiting operations go on by themselves within a few seconds.`,
  wrong: "The node does not accept this passphrase.",
  nothingUnlocked: "The wallet was not unlocked: the passphrase is wrong.",
  missing: "Enter the passphrase.",
  tooLong: "A passphrase has at most 1,000 characters.",
  wrongTime: "Choose one of the times.",
  notEncrypted: "This wallet has no passphrase: it is never locked, and there is nothing to unlock.",
  refused: (code: number) => `The node refused (code ${code}). The wallet is as it was.`,
});
