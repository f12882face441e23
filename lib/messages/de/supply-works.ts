import { plural } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { supplyWorksText as english } from "../supply-works";

/** What a reissuance or a burn says: its pre-flight and the worker that carries it out. */
export const supplyWorksText = {
  changed:
    "Die Gesamtmenge oder das Asset hat sich geändert, seit Sie es angesehen haben. Es wurde nichts begonnen; prüfen Sie es noch einmal.",
  notReady: "Nicht alles ist bereit. Es wurde nichts begonnen.",
  invalidAmount: "Der Betrag ist eine ganze Zahl der kleinsten Einheiten des Assets.",
  invalidKind: "Nur eine Nachausgabe oder eine Vernichtung lässt sich vorab ansehen.",
  remedies: {
    amount: "Geben Sie einen Betrag von mindestens der kleinsten Einheit des Assets ein.",
    issuance:
      "Die Ausgabe braucht zwei Bestätigungen, auf Liquid etwa zwei Minuten. Prüfen Sie es dann noch einmal.",
    issuanceUnseen:
      "Kein Node sagt, wie viele Bestätigungen die Ausgabe hat; zwei sind nötig. Prüfen Sie es erneut, wenn der Treasury-Node antwortet.",
    notReissuable:
      "Das Asset wurde ohne Nachausgabe-Token ausgegeben. Seine Gesamtmenge kann niemals wachsen.",
    supplyCap:
      "Kein Asset kann mehr als 21\u202f000\u202f000 × 10⁸ seiner kleinsten Einheiten haben. Geben Sie einen kleineren Betrag ein.",
    tokenMissing:
      "Das Nachausgabe-Token ist nicht in dieser Treasury-Wallet oder dort gesperrt. Entsperren Sie es auf dem Node (lockunspent), oder verwenden Sie den Node, der es hält.",
    tokenSplit:
      "Das Nachausgabe-Token liegt in mehreren Outputs der Wallet; damit führt Ampdesk keine Nachausgabe aus. Fragen Sie den Support von AMP, wie es weitergeht.",
    aboveFree:
      "Die Treasury hält weniger als das oder hat es zugeteilt. Löschen Sie Zuteilungen, oder geben Sie einen kleineren Betrag ein.",
    funds: "Die Treasury-Wallet hält weniger von dem Asset, als hier vernichtet werden soll.",
    stillOut: (txid: string) =>
      `Eine Nachausgabe oder Vernichtung dieses Assets wurde geschlossen, obwohl das Netzwerk ihre Transaktion ${txid} haben und noch bestätigen könnte. Wird sie jetzt noch einmal begonnen, könnte sie doppelt ausgeführt werden. Warten Sie, bis die Transaktion zwei Bestätigungen hat, und bestätigen Sie sie dann AMP gegenüber von Hand. Um sie auszuschließen, entsperren Sie ihre Coins auf dem Node (lockunspent), senden Sie einen davon an eine Adresse derselben Wallet, und warten Sie zwei Bestätigungen ab.`,
  },
  otherCommand: (words: string) =>
    `Der Auftrag von AMP war nicht zu verstehen. Es wurde nichts gesendet. ${words}`,
  otherAsset: "Der Auftrag von AMP gilt einem anderen Asset. Es wurde nichts gesendet.",
  otherAmount: (ordered: bigint, approved: bigint) =>
    `Der Auftrag von AMP lautet über ${ordered} statt der freigegebenen ${approved} sats. Es wurde nichts gesendet.`,
  assetUnauthorized: "Das Asset ist nicht mehr als autorisiert eingetragen. Es wurde nichts gesendet.",
  supplyChanged: (now: bigint, approved: bigint) =>
    `Die Gesamtmenge beträgt jetzt ${now} sats und betrug ${approved} sats, als dieser Vorgang freigegeben wurde. Es wurde nichts gesendet; brechen Sie ihn ab, und geben Sie einen neuen frei.`,
  coinsMissing: (count: number) =>
    `Von den Outputs, die der Auftrag von AMP nennt, zeigt die Treasury-Wallet ${count} nicht, oder sie sind dort gesperrt oder unbestätigt. Es wurde nichts gesendet.`,
  nothingListed:
    "Der Auftrag von AMP nennt keinen Output, der verbraucht werden soll. Es wurde nichts gesendet.",
  tokenSplit:
    "Das Nachausgabe-Token liegt in mehreren Outputs. Es wurde nichts gesendet; Ampdesk führt mit geteilten Token keine Nachausgabe aus.",
  tokenUnblinded:
    "Der Output des Nachausgabe-Tokens ist nicht vertraulich, deshalb kann Elements damit keine Nachausgabe ausführen. Es wurde nichts gesendet; fragen Sie den Support von AMP, wie es weitergeht.",
  otherToken:
    "Der Auftrag von AMP nennt einen Output, der nicht das Nachausgabe-Token dieses Assets ist. Es wurde nichts gesendet.",
  notAccepted: (reason: string) =>
    `Der Treasury-Node würde die fertige Transaktion nicht annehmen (${reason}). Sie wurde verworfen, und es wurde nichts gesendet.`,
  issuanceUnknown:
    "Die Treasury-Wallet kennt die Ausgabe des Assets nicht. Es wurde nichts gesendet; lassen Sie den Node die Chain neu durchsuchen.",
  tooLittle: (held: bigint, needed: bigint) =>
    `Die Treasury-Wallet hält ${held} sats des Assets, ${needed} sollen vernichtet werden. Es wurde nichts gesendet.`,
  strangeTransaction: (why: string) =>
    `Die Transaktion, die der Node erstellt hat, ist nicht die freigegebene: ${why} Sie wurde verworfen, und es wurde nichts gesendet.`,
  incomplete: "Die Treasury-Wallet konnte nicht die ganze Transaktion signieren. Es wurde nichts gesendet.",
  spentElsewhere:
    "Eine andere Transaktion hat die Coins dieser Transaktion zuerst verbraucht, deshalb kann diese nie bestätigt werden. Es wurde nichts gesendet; der Vorgang kann mit anderen Coins erneut versucht werden.",
  refusedForNow: (words: string) =>
    `Der Treasury-Node nimmt die signierte Transaktion derzeit nicht an: ${words}. Das kann von selbst vorübergehen, deshalb wird dieselbe Transaktion immer wieder übergeben. Andere Vorgänge dieser Wallet warten so lange. Sie können diesen schließen: Dann wird seine Transaktion nie wieder übergeben.`,
  refusedForGood: (words: string, mayBeOut: boolean) =>
    `Der Treasury-Node lehnt die signierte Transaktion ab: ${words}. Das geht nicht von selbst vorüber, denn eine signierte Transaktion wird nie geändert. Ändern Sie in den Einstellungen des Nodes, was er ablehnt; dann wird die Transaktion beim nächsten Versuch angenommen, der jede Minute stattfindet. Oder schließen Sie diesen Vorgang, damit sie nie wieder übergeben wird. ${mayBeOut ? "Eine frühere Übergabe bekam keine eindeutige Antwort, deshalb könnte das Netzwerk die Transaktion haben und noch bestätigen: Führen Sie dasselbe nicht anderswo noch einmal aus." : "Dann können Sie einen neuen beginnen."} Andere Vorgänge dieser Wallet warten so lange.`,
  closedFreed:
    "Eine Person hat diesen Vorgang geschlossen. Seine Transaktion wurde nie angenommen und wird nie ins Netzwerk gesendet; die dafür zurückgelegten Coins sind frei.",
  closedLocked: {
    mayBeOut: (count: number) =>
      `Eine Person hat diesen Vorgang geschlossen. Ampdesk übergibt seine Transaktion nie wieder, aber eine frühere Übergabe bekam keine eindeutige Antwort, deshalb könnte das Netzwerk sie haben und noch bestätigen. Daher ${plural(count, { one: "bleibt ihr Coin", other: `bleiben ihre ${count} Coins` })} in der Wallet gesperrt, und Ampdesk beginnt keine andere Nachausgabe oder Vernichtung dieses Assets. Führen Sie sie auch anderswo nicht noch einmal aus. Ausgeschlossen ist die Transaktion erst, wenn eine andere Transaktion einen der Coins verbraucht hat: Entsperren Sie die Coins auf dem Node (lockunspent), senden Sie einen davon an eine Adresse derselben Wallet, und warten Sie zwei Bestätigungen ab. Ein Node vor Elements 22 vergisst die Sperren, wenn er neu startet.`,
    waits: (count: number) =>
      `Eine Person hat diesen Vorgang geschlossen. Seine Transaktion ist in der Wallet und kann noch bestätigt werden, was auch immer Ampdesk tut. Daher ${plural(count, { one: "bleibt ihr Coin", other: `bleiben ihre ${count} Coins` })} in der Wallet gesperrt. Wird die Transaktion bestätigt, muss sie AMP gegenüber von Hand bestätigt werden.`,
    inChain: (count: number) =>
      `Eine Person hat diesen Vorgang geschlossen. Seine Transaktion ist in der Chain und hat ${plural(count, { one: "ihren Coin", other: `ihre ${count} Coins` })} verbraucht. Sie muss AMP gegenüber von Hand bestätigt werden, sonst bleibt die Gesamtmenge bei AMP falsch.`,
  },
  otherTxid: (txid: string) =>
    `Der Node meldet die Transaktion als ${txid}, das ist nicht die gespeicherte. Sie wird noch einmal angesehen.`,
  why: {
    unknownInput: "Sie verbraucht einen Coin, den die Wallet nicht zeigt.",
    foreignInput: "Sie verbraucht Coins, die weder der Auftrag noch die Gebühr braucht.",
    unlistedCoin: "Sie verbraucht einen Coin des Assets, den der Auftrag von AMP nicht nennt.",
    foreignOutput: "Sie zahlt an eine Adresse, die nicht der Wallet selbst gehört.",
    fee: "Sie hat nicht genau einen Output für die Gebühr in L-BTC.",
    hidden: "Sie verbirgt Beträge, bevor sie verglichen werden konnten.",
    issuance: "Sie enthält nicht genau die freigegebene Nachausgabe.",
    newCoins: "Die neuen Einheiten kommen nicht in einem einzigen Output zur Wallet.",
    token: "Das Nachausgabe-Token kehrt nicht ganz zur Wallet zurück.",
    burn: "Sie vernichtet nicht genau den freigegebenen Betrag.",
    change: "Der Rest des Assets kehrt nicht zur Wallet zurück.",
    altered: "Verblindung oder Signatur hat mehr geändert, als sie sollte.",
  },
} satisfies Translation<typeof english>;
