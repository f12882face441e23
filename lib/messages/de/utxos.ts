import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { utxosText as english } from "../utxos";

const outputs = (count: number) => countOf(count, { one: "Output", other: "Outputs" });

/** Unspent outputs of an asset, and the blacklist, in German. */
export const utxosText = {
  title: "UTXOs",
  caption: "Unverbrauchte Outputs dieses Assets",
  search: "Name, GAID oder Transaktions-ID",
  onlyUnspent: "AMP führt auf, was unverbraucht ist. Was verbraucht wurde, steht in den Transaktionen.",
  filters: { state: "Status", owner: "Inhaber" },
  owners: {
    user: "Registrierte Nutzer",
    account: "GAIDs ohne Datensatz",
    treasury: "Treasury",
  },
  columns: { choose: "Auswählen", output: "Output", owner: "Inhaber", amount: "Betrag", state: "Status" },
  states: { free: "Verwendbar", blacklisted: "Auf der Sperrliste" },
  sorts: {
    "-amount": "Größte zuerst",
    amount: "Kleinste zuerst",
    owner: "Inhaber, A bis Z",
  },
  figures: {
    all: "Unverbrauchte Outputs",
    blacklisted: "Auf der Sperrliste",
    blacklistedNote: "Weiterhin Teil der Gesamtmenge auf der Chain und der Bestände der Inhaber.",
    matching: "Davon lassen die Filter übrig",
    outputs,
  },
  wallet: {
    label: (gaid: string) => `Nur Outputs von ${gaid}`,
    title: "Eine Wallet",
    balance: "Guthaben, das AMP nennt",
    listed: "Summe ihrer Outputs",
    equal: "Gleich: Dies sind alle Outputs der Wallet.",
    differs:
      "Sie weichen voneinander ab: Einige Outputs sind unterwegs, oder AMP führt nicht alle auf. Setzen Sie diese Wallet nicht auf die Sperrliste, bevor beide gleich sind.",
    all: "Outputs aller Wallets",
    lookUp: "GAID nachschlagen",
  },
  empty: {
    title: "Kein unverbrauchter Output",
    text: "Outputs erscheinen hier, sobald die Ausgabe des Assets in einem Block ist: zuerst die der Treasury, dann die aller Inhaber.",
    filtered: "Kein Output passt zu Suche und Filtern",
    lastPage: "Auf dieser Seite steht nichts mehr",
  },
  selection: {
    label: "Ausgewählte Outputs",
    chosen: (count: number) => `${outputs(count)} ausgewählt`,
    none: "Wählen Sie Outputs aus, um sie auf die Sperrliste zu setzen oder von ihr zu nehmen.",
    all: "Alle auf dieser Seite",
    one: (output: string) => `${output} auswählen`,
    treasuryOnly:
      "Outputs der Treasury verbraucht Ihr eigener Node, der niemanden fragt: Sie auf die Sperrliste zu setzen hat keine Wirkung und wird nicht angeboten.",
  },
  lost: {
    text: "Outputs, deren Spur AMP verloren hat, stehen nicht in dieser Liste.",
    link: "Verlorene Outputs",
  },
  blacklist: {
    button: (count: number) => `${count} auf die Sperrliste setzen`,
    title: (count: number) => `${outputs(count)} auf die Sperrliste setzen?`,
    amount: (amount: string) => `Der Betrag von ${amount} kann nicht mehr bewegt werden:`,
    consequences: [
      "Der Inhaber behält die Einheiten und kann sie nicht senden: Green verweigert die Signatur. Niemand benachrichtigt den Inhaber; tun Sie es selbst.",
      "Sie zählen weiterhin zur Gesamtmenge auf der Chain und zum Bestand des Inhabers, und sie können nicht vernichtet werden. Um sie zu ersetzen, brauchen Sie Einheiten aus der Treasury oder eine Nachausgabe, und die Gesamtmenge enthält dann beide.",
      "Es kann hier jederzeit rückgängig gemacht werden: Nehmen Sie die Outputs von der Sperrliste.",
    ],
    confirm: "Auf die Sperrliste setzen",
    done: (count: number, amount: string) =>
      `${outputs(count)} auf die Sperrliste gesetzt, insgesamt ${amount}`,
  },
  whitelist: {
    button: (count: number) => `${count} von der Sperrliste nehmen`,
    title: (count: number) => `${outputs(count)} von der Sperrliste nehmen?`,
    amount: (amount: string) => `Der Betrag von ${amount} kann wieder bewegt werden:`,
    consequences: [
      "Wer die Schlüssel der Wallet hat, kann diese Einheiten von jetzt an senden. Wurden sie auf die Sperrliste gesetzt, weil Schlüssel verloren oder gestohlen wurden, ist das vielleicht die falsche Person.",
      "Wurden sie inzwischen ersetzt, hat der Inhaber sie doppelt. Sehen Sie im Prüfprotokoll nach, bevor Sie fortfahren.",
    ],
    confirm: "Von der Sperrliste nehmen",
    done: (count: number, amount: string) =>
      `${outputs(count)} von der Sperrliste genommen, insgesamt ${amount}`,
  },
  already: (count: number) =>
    countOf(count, {
      one: "Output hatte diesen Status bereits zuvor und blieb unverändert.",
      other: "Outputs hatten diesen Status bereits zuvor und blieben unverändert.",
    }),
  gone: (count: number) =>
    `${countOf(count, { one: "der ausgewählten Outputs ist nicht mehr unverbraucht, oder AMP kennt ihn nicht.", other: "der ausgewählten Outputs sind nicht mehr unverbraucht, oder AMP kennt sie nicht." })} Es wurde nichts geändert: Lesen Sie die Liste neu ein und wählen Sie erneut aus.`,
  unconfirmed:
    "AMP hat geantwortet, aber seine Liste zeigt die Änderung nicht für jeden Output. Lesen Sie die Liste neu ein, bevor Sie es wiederholen.",
  nothingChosen: "Wählen Sie mindestens einen Output aus.",
  tooMany: "Wählen Sie höchstens 200 Outputs auf einmal aus.",
} satisfies Translation<typeof english>;
