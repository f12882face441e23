import { plural } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { lbtcWorksText as english } from "../lbtc-works";

/** What a payment in L-BTC says: its pre-flight and the worker that carries it out. */
export const lbtcWorksText = {
  changed:
    "Seit Sie nachgesehen haben, hat sich etwas geändert, oder es wurde eine andere Zahlung gemacht. Es wurde nichts begonnen; prüfen Sie es erneut.",
  notReady: "Nicht alles ist bereit. Es wurde nichts begonnen.",
  invalidAmount: "Der Betrag ist eine ganze Zahl von sats.",
  remedies: {
    amount: "Geben Sie einen Betrag von mindestens 0.00000001 L-BTC ein.",
    address:
      "Dies ist keine Adresse des Netzwerks, in dem dieser Arbeitsbereich arbeitet. Bitten Sie den Empfänger um eine andere.",
    ownAddress: "Diese Adresse gehört zur eigenen Wallet der Treasury. Geben Sie die des Empfängers ein.",
    open: "Eine andere Zahlung in L-BTC läuft. Warten Sie zuerst ab, bis sie beendet ist.",
    funds: (reserve: string) =>
      `Die Treasury-Wallet muss neben diesem Betrag ${reserve} L-BTC für Gebühren behalten, sonst kommen Ausschüttungen, Nachausgaben und Vernichtungen zum Stillstand. Geben Sie einen kleineren Betrag ein oder füllen Sie die Wallet zuerst auf.`,
    stillOut: (txid: string) =>
      `Eine Zahlung in L-BTC wurde geschlossen, obwohl das Netzwerk ihre Transaktion ${txid} möglicherweise hat und sie noch bestätigen kann. Jetzt erneut zu zahlen könnte eine doppelte Zahlung bedeuten. Warten Sie, bis sie zwei Bestätigungen hat, oder entsperren Sie ihre Coins auf dem Node (lockunspent), senden Sie einen davon an eine Adresse derselben Wallet und warten Sie zwei Bestätigungen ab.`,
  },
  anotherBefore:
    "Zwischen Ihrer Prüfung und Ihrer Freigabe wurde eine andere Zahlung in L-BTC gemacht. Es wurde nichts gesendet. Brechen Sie diese ab, sehen Sie sich die andere an, und geben Sie neu frei, wenn Sie noch zahlen wollen.",
  otherChain:
    "Der Node arbeitet auf einer anderen Chain als der, für die diese Zahlung freigegeben wurde. Es wurde nichts gesendet.",
  tooLittle:
    "Die Treasury-Wallet hält zu wenig freie L-BTC für diese Zahlung und ihre Gebühr. Es wurde nichts gesendet.",
  strangeTransaction: (why: string) =>
    `Die Transaktion, die der Node erstellt hat, entspricht nicht dem, was freigegeben wurde: ${why} Sie wurde verworfen, und es wurde nichts gesendet.`,
  closedLocked: {
    mayBeOut: (count: number) =>
      `Eine Person hat diese Zahlung geschlossen. Ampdesk übergibt ihre Transaktion nie wieder dem Netzwerk, aber eine frühere Übergabe hatte keine eindeutige Antwort, daher hat das Netzwerk sie möglicherweise und kann sie noch bestätigen. Deshalb ${plural(count, { one: "bleibt ihr Coin", other: `bleiben ihre ${count} Coins` })} in der Wallet gesperrt, und Ampdesk beginnt keine andere Zahlung in L-BTC. Zahlen Sie auch anderswo nicht erneut. Ausgeschlossen ist die Zahlung erst, wenn eine andere Transaktion einen der Coins verbraucht hat: Entsperren Sie die Coins auf dem Node (lockunspent), senden Sie einen davon an eine Adresse derselben Wallet und warten Sie zwei Bestätigungen ab.`,
    waits: (count: number) =>
      `Eine Person hat diese Zahlung geschlossen. Ihre Transaktion ist in der Wallet und kann noch bestätigt werden, was immer Ampdesk tut. Deshalb ${plural(count, { one: "bleibt ihr Coin", other: `bleiben ihre ${count} Coins` })} in der Wallet gesperrt.`,
    inChain: (count: number) =>
      `Eine Person hat diese Zahlung geschlossen. Ihre Transaktion ist in der Chain: Der Empfänger wurde bezahlt, und ${plural(count, { one: "ihr Coin ist", other: `ihre ${count} Coins sind` })} verbraucht.`,
  },
  why: {
    unknownInput: "Sie verbraucht Coins, die die Wallet nicht aufgeführt hat.",
    otherAsset: "Sie bewegt etwas anderes als L-BTC.",
    issuance: "Sie gibt ein Asset aus.",
    payment: "Sie zahlt den freigegebenen Betrag nicht genau einmal an die freigegebene Adresse.",
    fee: "Sie hat nicht genau eine Gebühr.",
    foreignOutput: "Sie zahlt auch an jemand anderen.",
  },
} satisfies Translation<typeof english>;
