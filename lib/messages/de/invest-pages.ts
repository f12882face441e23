import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type {
  autoInvestText as englishAutoInvest,
  chainTasksText as englishChainTasks,
  faucetText as englishFaucet,
  holdingsText as englishHoldings,
} from "../invest-pages";

/** What an investor holds, on the portal. */
export const holdingsText = {
  title: "Bestand",
  description: (issuer: string) => `Was ${issuer} Ihrer AMP ID zugeteilt und gesendet hat.`,
  none: "Noch nichts vorhanden",
  noneText: "Sobald der Emittent Ihrer AMP ID etwas zuteilt, finden Sie es hier.",
  ampId: "AMP ID",
  asOf: (time: string) => `Stand ${time}`,
  balance: "Bestand",
  notShown: "Der Emittent zeigt keine Bestände an",
  vesting: "Zugeteilt, noch nicht gesendet",
  vestsAt: (time: string) => `ab ${time}`,
  noVesting: "kein Vesting-Datum",
  ready: "Bereit zum Senden",
  vested: "Gevestet, wartet auf den Emittenten",
  locked: "Vesting später",
  distributions: "An Sie gesendet",
  transaction: "Transaktion",
  unconfirmed: "noch nicht bestätigt",
} satisfies Translation<typeof englishHoldings>;

const chainStates = {
  queued: "In der Warteschlange",
  sending: "Wird gesendet",
  sent: "Gesendet, noch nicht bestätigt",
  confirmed: "Bestätigt",
  failed: "Fehlgeschlagen",
  given_up: "Aufgegeben",
  expired: "Zeit abgelaufen",
};

/** What became of what was asked for on the chain. */
export const chainTasksText = {
  title: "Was daraus geworden ist",
  caption: "Aufgaben auf der Chain",
  none: "Es wurde noch nichts angefordert.",
  columns: {
    when: "Angefordert",
    chain: "Netzwerk",
    campaign: "Kampagne",
    state: "Status",
    transaction: "Transaktion",
  },
  states: chainStates,
  unknown: "Der Identitätsdienst teilt nicht mit, was daraus geworden ist.",
  noHash: "–",
} satisfies Translation<typeof englishChainTasks>;

/** The portal's coins for test networks. */
export const faucetText = {
  title: "Testguthaben",
  description: "Coins für die Gebühren von Testnetzwerken. Sie haben keinen Wert.",
  note: "Sie gehen an die Wallet, mit der Sie angemeldet sind. Eine Wallet, die genug hat, erhält nichts.",
  get: (chain: string) => `Coins auf ${chain} anfordern`,
  asked: "Angefordert. Die Coins treffen innerhalb weniger Minuten ein.",
  noCoins: "Dieses Netzwerk vergibt derzeit keine Coins. Es wurde nichts angefordert.",
  tooSoon:
    "Diese oder eine andere Ihrer Wallets hat vor Kurzem Coins erhalten. Fordern Sie morgen erneut welche an.",
  captcha: "Geschützt durch reCAPTCHA: Google erhält Ihre IP-Adresse, wenn Sie die Schaltfläche betätigen.",
  captchaFailed:
    "Die Prüfung von Google konnte nicht geladen werden. Prüfen Sie, ob Ihr Browser sie blockiert, und versuchen Sie es dann erneut.",
} satisfies Translation<typeof englishFaucet>;

/** The portal's orders to invest in a campaign. */
export const autoInvestText = {
  title: "Auto-Invest",
  description:
    "Sie geben an, wie viel in eine Kampagne investiert werden soll; das geschieht von selbst, sobald Ihre Wallet aufgenommen ist und die Coins da sind.",
  orderTitle: "Neuer Auftrag",
  begin: "Auftrag erteilen",
  chain: "Netzwerk",
  campaign: "Adresse der Kampagne",
  campaignHint: "Der Emittent veröffentlicht sie. Sie beginnt mit 0x.",
  campaignWrong: "Eine Adresse besteht aus 0x und 40 weiteren Zeichen. Kopieren Sie sie erneut.",
  next: "Kampagne ansehen",
  amount: (symbol: string) => `Betrag in ${symbol}`,
  amountHint: (balance: string) => `Ihre Wallet hat ${balance}.`,
  amountWrong: "Geben Sie einen Betrag über null ein.",
  decimals: (count: number) =>
    `Höchstens ${countOf(count, { one: "Nachkommastelle", other: "Nachkommastellen" })}.`,
  rules: [
    "Ein Auftrag je Kampagne: Ein neuer ersetzt den Betrag, und die Frist beginnt von vorn.",
    "Während ein Auftrag ausgeführt wird, kann er weder geändert noch storniert werden.",
    "Ein Auftrag wartet eine Zeit lang auf Ihre Coins, in der Regel sieben Tage. Danach läuft er ab, und es wird nichts eingezogen.",
  ],
  onItsWay:
    "Ihr Auftrag für diese Kampagne wird in diesem Moment ausgeführt. Warten Sie, bis er erledigt ist.",
  review: "Weiter",
  reviewTitle: "Was Ihre Wallet Sie fragen wird",
  reviewText:
    "Sie erlauben der Kampagne, genau diesen Betrag Ihrer Coins einzuziehen. Das kostet eine Netzwerkgebühr und bewegt noch nichts. Ab dann kann die Kampagne veranlasst werden, ihn einzuziehen, auch bevor der Auftrag erteilt ist, bis Sie die Erlaubnis in Ihrer Wallet zurücknehmen.",
  reviewTwo:
    "Ihre Wallet fragt zweimal: Bei diesem Coin lässt sich eine Erlaubnis erst ändern, nachdem die frühere zurückgenommen wurde.",
  allowed: "Der Kampagne ist dieser Betrag bereits erlaubt, daher wird Ihre Wallet nach nichts gefragt.",
  call: {
    contract: "Smart Contract des Coins",
    function: "Aufruf",
    spender: "Kampagne, die ihn einziehen darf",
    units: "In kleinsten Einheiten",
    signature: "approve(address spender, uint256 amount)",
    inTurn: ", dann ",
  },
  allow: "Erlauben und Auftrag erteilen",
  order: "Auftrag erteilen",
  steps: {
    allow: "1. Betrag in Ihrer Wallet erlauben",
    mine: "2. Warten auf das Netzwerk",
    order: "3. Auftrag wird erteilt",
  },
  reverted: "Das Netzwerk hat die Erlaubnis abgelehnt. Es wurde kein Auftrag erteilt.",
  noCampaign: "Unter dieser Adresse gibt es in diesem Netzwerk keine Kampagne.",
  ordered: "Ihr Auftrag ist erteilt.",
  openTitle: "Offene Aufträge",
  none: "Kein offener Auftrag.",
  columns: { chain: "Netzwerk", campaign: "Kampagne", amount: "Betrag" },
  smallest: (units: string) => `${units} kleinste Einheiten`,
  cancel: "Auftrag stornieren",
  cancelTitle: "Diesen Auftrag stornieren?",
  cancelText:
    "Er wird nicht mehr ausgeführt. Die Erlaubnis, die Sie der Kampagne gegeben haben, bleibt bestehen; nehmen Sie sie in Ihrer Wallet zurück, wenn Sie das möchten.",
  cancelled: "Der Auftrag ist storniert, sofern er nicht bereits unterwegs war.",
} satisfies Translation<typeof englishAutoInvest>;
