import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { treasuryText as english } from "../treasury";

/** The treasury: the issuer's own Elements node and its wallet. */
export const treasuryText = {
  title: "Treasury",
  description:
    "Ihr eigener Elements-Node: Seine Wallet zahlt die Gebühren in L-BTC und hält, was noch niemandem gehört.",
  nodeAway:
    "Nichts ist verloren: Laufende Vorgänge warten und gehen von selbst weiter, wenn der Node wieder antwortet.",
  figures: {
    fees: "L-BTC für Gebühren",
    wallet: "Wallet",
    assets: "Assets in der Wallet",
    open: "Offene Vorgänge",
  },
  low: "Wenig: bitte auffüllen",
  enough: "Vorerst genug",
  walletLock: {
    lock: "Jetzt sperren",
    locked: "Die Wallet ist gesperrt. Vorgänge, die signieren müssen, warten, bis sie entsperrt wird.",
    until: "Entsperrt bis",
    notProtected: "Bereit zum Signieren; ohne Passphrase",
  },
  walletStates: { locked: "Gesperrt", unlocked: "Bereit zum Signieren" },
  tokens: (count: number) =>
    `und ${countOf(count, { one: "Nachausgabe-Token", other: "Nachausgabe-Token" })}`,
  synced: "Auf dem Stand der Chain",
  behind: (blocks: string, headers: string) => `Holt auf: ${blocks} von ${headers}`,
  openNote: { none: "Nichts läuft", some: "Alle 5 Sekunden geprüft" },
  lowFee: {
    title: (amount: string) => `Die Wallet hat nur ${amount} für Gebühren`,
    text: "Jede Ausschüttung, Nachausgabe und Vernichtung zahlt ihre Gebühr in L-BTC. Senden Sie etwas an eine Empfangsadresse dieser Wallet, bevor es ausgeht; eine Ausschüttung ohne Geld für die Gebühr wird angehalten, bevor etwas gesendet wird.",
  },
  locked: {
    title: "Die Treasury-Wallet ist gesperrt",
    text: "Nichts kann signiert werden. Entsperren Sie sie unter Node mit ihrer Passphrase; wartende Vorgänge gehen dann weiter.",
  },
  notSynced: {
    title: "Der Node holt den Rückstand zur Chain noch auf",
    text: "Guthaben und Bestätigungen können älter sein, als sie aussehen. Keine Ausschüttung beginnt, bevor der Node auf dem Stand der Chain ist.",
  },
  node: {
    title: "Node",
    chain: "Chain",
    version: "Version",
    wallet: "Wallet",
    height: "Höhe",
    state: "Status",
    sendLbtc: "L-BTC auszahlen",
  },
  chains: {
    liquidv1: "Liquid",
    liquidtestnet: "Liquid Testnet",
    elementsregtest: "Elements regtest",
  } as Record<string, string>,
  receive: {
    title: "Empfangsadresse",
    hint: "Eine neue vertrauliche Adresse der Treasury-Wallet, für L-BTC, mit denen Gebühren gezahlt werden. Nehmen Sie für jede Zahlung eine neue.",
    button: "Neue Empfangsadresse",
    address: "Adresse",
    qr: "QR-Code der Empfangsadresse",
    fresh: "Soeben abgeleitet. Sie bleibt gültig; die Wallet merkt sie sich.",
  },
  balances: {
    title: "Assets in der Wallet",
    caption: "Guthaben der Treasury-Wallet nach Asset",
    asset: "Asset",
    amount: "Betrag",
    assetId: "Asset-ID",
    token: (name: string) => `Nachausgabe-Token von ${name}`,
    unknown: "Von AMP nicht als Ihres genannt",
    empty: "Die Wallet hält noch kein Asset",
    emptyText: "Was Sie ausgeben, kommt zuerst hier an und verlässt die Wallet mit den Ausschüttungen.",
  },
} satisfies Translation<typeof english>;
