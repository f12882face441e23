import type { Translation } from "../catalogue";
import type { walletLockText as english } from "../wallet-lock";

/** Opening and closing the treasury wallet with its passphrase. */
export const walletLockText = {
  title: "Treasury-Wallet entsperren",
  hint: "Ampdesk gibt die Passphrase sofort an Ihren Node weiter und bewahrt sie nirgends auf: nicht in seiner Datenbank, nicht in einem Protokoll, und der Worker sieht sie nie. Der Node sperrt die Wallet von selbst, wenn die Zeit abgelaufen ist. Wenn Ihr Browser oder ein Passwortmanager anbietet, sie zu speichern, lehnen Sie ab.",
  passphrase: "Passphrase der Wallet",
  seconds: "Entsperren für",
  choices: {
    900: "15 Minuten",
    3600: "1 Stunde",
    14400: "4 Stunden",
    43200: "12 Stunden",
    86400: "24 Stunden",
  } as Record<number, string>,
  unlock: "Entsperren",
  unlocked: "Die Wallet ist entsperrt. Wartende Vorgänge gehen von selbst weiter.",
  openUntil: (time: string) =>
    `Die Wallet ist bis ${time} entsperrt. Wartende Vorgänge gehen innerhalb weniger Sekunden von selbst weiter.`,
  wrong: "Der Node akzeptiert diese Passphrase nicht.",
  nothingUnlocked: "Die Wallet wurde nicht entsperrt: Die Passphrase ist falsch.",
  missing: "Geben Sie die Passphrase ein.",
  tooLong: "Eine Passphrase hat höchstens 1\u202f000 Zeichen.",
  wrongTime: "Wählen Sie eine der Zeiten.",
  notEncrypted: "Diese Wallet hat keine Passphrase: Sie ist nie gesperrt, und es gibt nichts zu entsperren.",
  refused: (code: number) => `Der Node hat abgelehnt (Code ${code}). Die Wallet ist, wie sie war.`,
} satisfies Translation<typeof english>;
