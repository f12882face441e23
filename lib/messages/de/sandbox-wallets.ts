import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { sandboxWalletsText as english } from "../sandbox-wallets";

const wallets = (count: number) => countOf(count, { one: "Wallet ist", other: "Wallets sind" });

/** Wallets of investors in the sandbox, and what they send. */
export const sandboxWalletsText = {
  title: "Anleger",
  caption: "Wallets der Anleger, neueste zuerst",
  search: "Bezeichnung oder GAID",
  columns: {
    wallet: "Wallet",
    gaid: "GAID",
    holdings: "Bestand",
    created: "Eröffnet",
    actions: "Aktionen",
  },
  noLabel: "Ohne Bezeichnung",
  nothing: "Nichts",
  blacklisted: (amount: string) => `${amount} auf der Sperrliste`,
  unknownAsset: "Unbekanntes Asset",
  assetId: "Asset-ID",
  gaid: "GAID",
  make: {
    button: "Anleger-Wallet anlegen",
    several: "Mehrere anlegen…",
    done: (count: number) =>
      count === 1
        ? "Die Wallet ist eröffnet. Ihre GAID kann jetzt kopiert werden."
        : `${wallets(count)} eröffnet.`,
    dialog: "Anleger-Wallets anlegen",
    description:
      "Was die App eines Anlegers tun würde: eine Wallet mit einer eigenen GAID. Tragen Sie die GAID bei einem registrierten Nutzer ein, dann kann dieser Assets empfangen.",
    count: "Wie viele",
    countHint: "1 bis 1\u202f000.",
    label: "Bezeichnung",
    labelHint: "Nur für Ihre Augen. Mehrere mit derselben Bezeichnung werden nummeriert.",
    submit: "Anlegen",
    enterCount: "Geben Sie eine Zahl von 1 bis 1\u202f000 ein.",
  },
  empty: {
    title: "Noch hat kein Anleger eine Wallet",
    text: "Legen Sie eine an: Sie bekommt eine GAID, die Sie einem registrierten Nutzer geben. Dann können Ausschüttungen sie erreichen.",
    filtered: "Keine Wallet hat diese Bezeichnung oder GAID.",
    lastPage: "Es gibt keine älteren Wallets.",
  },
  address: {
    title: "Neue Adresse",
    hint: "Eine vertrauliche Adresse dieser Wallet, jedes Mal eine neue. Was an sie gesendet wird, gehört dem Anleger.",
    button: "Neue Adresse",
    label: "Adresse",
  },
  send: {
    button: "Senden",
    buttonFor: (wallet: string) => `Von ${wallet} senden`,
    dialog: (wallet: string) => `Von ${wallet} senden`,
    description:
      "So, wie es die App des Anlegers täte. AMP prüft seine Regeln, fragt den Endpunkt des Emittenten und entscheidet.",
    asset: "Asset",
    chooseAsset: "Asset wählen",
    holds: (asset: string, amount: string) => `${asset} · Bestand ${amount}`,
    to: "An",
    toHint: "Eine GAID oder eine Adresse dieser Chain.",
    amount: "Betrag",
    submit: "Senden",
    again: "Noch etwas senden",
    close: "Schließen",
    enterTo: "Geben Sie eine GAID oder eine Adresse ein.",
    noAssets:
      "Ampdesk kann seine Assets gerade nicht lesen, daher gibt es nichts zur Auswahl. Ist AMP auf Anordnung nicht erreichbar? Sehen Sie unter Störungen nach.",
  },
  verdict: {
    approved: "AMP hat freigegeben. Die Übertragung wartet auf einen Block.",
    refused: "AMP hat abgelehnt. Es wurde nichts gesendet.",
    rules: "Was geprüft wurde",
    details: "Die ganze Entscheidung",
    txid: "Transaktions-ID",
  },
  outside: {
    button: "Außerhalb von AMP bewegen…",
    dialog: "Asset außerhalb von AMP bewegen",
    warningTitle: "AMP verliert aus den Augen, was hier gesendet wird",
    warning:
      "Eine Wallet des Nodes sendet ein verwaltetes Asset mit einer gewöhnlichen Transaktion und teilt AMP nichts davon mit. AMP meldet die Coins, die sie dabei verbraucht hat, als verlorene Outputs, und Ampdesk hält jeden Treasury-Vorgang des Assets an, bis jemand nachgesehen hat. Es gibt keinen Weg zurück außer einer Reorganisation, einem Snapshot oder einem Zurücksetzen.",
    wallet: "Wallet des Nodes",
    asset: "Asset",
    amount: "Betrag",
    to: "An",
    toHint: "Eine GAID oder eine Adresse. Leer: zurück an die Wallet selbst, was ebenso verloren ist.",
    agree: "Ich will, dass die Bücher von AMP für dieses Asset falsch sind.",
    mustAgree: "Bestätigen Sie, dass Sie das wollen.",
    submit: "Außerhalb von AMP senden",
    done: "Es ist gesendet. Nach dem nächsten Block meldet AMP die verlorenen Outputs.",
  },
  wallet: {
    facts: "Wallet",
    holdsNothing:
      "Sie hält noch nichts. Teilen Sie einem registrierten Nutzer mit dieser GAID etwas zu und schütten Sie es aus, oder lassen Sie eine andere Wallet an sie senden.",
    history: "Verlauf",
    historyCaption: "Was die Wallet empfangen und gesendet hat, das Neueste zuerst",
    columns: {
      at: "Zeit",
      what: "Was",
      amount: "Betrag",
      decision: "Entscheidung",
      txid: "Transaktion",
    },
    receive: "Empfangen",
    send: "Gesendet",
    noDecision: "nicht gefragt",
    decision: "Entscheidung",
    noHistory: "Noch ist nichts gekommen und nichts gegangen.",
    lastPage: "Älteres gibt es nicht.",
    register: "Nutzer damit registrieren",
  },
} satisfies Translation<typeof english>;
