import { countOf } from "@/lib/messages/plural";
import type { byHandText as english } from "../by-hand";
import type { Translation } from "../catalogue";

/** AMP's order run elsewhere, transactions attached by hand, and orders that this desk did not start. */
export const byHandText = {
  title: "Von Hand",
  waiting: {
    lead: "Ampdesk sendet nichts. Jemand führt den Auftrag von AMP anderswo aus; Ampdesk macht weiter, wenn AMP ihn verbucht hat oder wenn Sie ihm seine Transaktion zuordnen.",
    preparing: "Ampdesk sieht noch einmal nach, bevor es den Auftrag herausgibt.",
    leaving: "Ampdesk sieht nach, ob der Auftrag bezahlt wurde. Es wird nichts gesendet, bis das sicher ist.",
    wished: "Der Auftrag von AMP wird herausgegeben, sobald er da ist. Ampdesk sendet nichts.",
  },
  offer: {
    lead: "Der Auftrag von AMP kann anderswo ausgeführt werden, zum Beispiel mit dem offiziellen Client auf einem anderen Node. Ampdesk sendet dann nichts.",
    run: "Anderswo ausführen",
    title: "Diesen Auftrag anderswo ausführen?",
    consequence:
      "Ampdesk sendet nichts und gibt den Auftrag von AMP als Datei heraus. Wer die Datei hat, kann ihn jederzeit und von jeder Wallet aus ausführen, und Ampdesk kann das nicht zurücknehmen: Bevor es sendet oder abbricht, muss jede Kopie vernichtet sein.",
    label: "Anderswo ausführen",
    done: "Ampdesk sendet nichts mehr und gibt den Auftrag von AMP heraus.",
    keep: "Von Hand belassen",
    kept: "Es bleibt bei der Ausführung von Hand.",
  },
  download: {
    title: "Der Auftrag von AMP",
    text: "Die Datei, die der offizielle Client liest (-f). Führen Sie sie einmal aus, an einer einzigen Stelle, und vernichten Sie sie danach: Sie kann erneut ausgeführt werden. Sie enthält Adressen und Beträge und kein Geheimnis.",
    takenBy: "Heruntergeladen von",
    nobody: "Noch niemand hat sie heruntergeladen.",
    rebuilt:
      "Sie ist die Antwort von AMP, Buchstabe für Buchstabe; wo diese Antwort unterwegs verloren ging, ist sie aus den Zuteilungen bei AMP zusammengesetzt.",
    link: "Auftrag von AMP herunterladen",
  },
  attach: {
    title: "Transaktion zuordnen",
    text: "Fügen Sie die Transaktions-ID ein, wenn der Auftrag bezahlt wurde. Ampdesk vergleicht die Transaktion mit dem Auftrag, wartet auf zwei Bestätigungen und bestätigt sie AMP gegenüber.",
    field: "Transaktions-ID",
    invalid: "Eine Transaktions-ID hat 64 hexadezimale Ziffern.",
    button: "Vergleichen und zuordnen",
    elsewhere:
      "Hat eine Wallet gesendet, die Ampdesk nicht erreicht, liegen dort auch die Blinder, die AMP zum Bestätigen braucht: Lassen Sie dann den Client, der gesendet hat, die Transaktion bestätigen, nötigenfalls mit --use-existing. Ampdesk erfährt es von selbst von AMP.",
  },
  back: {
    button: "Ampdesk senden lassen",
    title: "Führt niemand mehr diesen Auftrag aus?",
    consequences: {
      distribution:
        "Bestätigen Sie das nur, wenn jede Kopie der Datei vernichtet ist und niemand sie ausführt: Eine Datei, die später oder von einer anderen Wallet aus ausgeführt wird, bezahlt alle doppelt. Ampdesk sieht in der eigenen Wallet und bei den Coins der Treasury nach, die AMP kennt, wartet, bis nichts mehr verspätet eintreffen kann, und sendet dann. Eine Datei, die jemand behält, kann es nicht sehen.",
      reissuance:
        "Bestätigen Sie das nur, wenn jede Kopie der Datei vernichtet ist und niemand sie ausführt: Eine Datei, die später oder von einer anderen Wallet aus ausgeführt wird, führt die Nachausgabe ein zweites Mal aus. Ampdesk sieht in der eigenen Wallet und bei den Coins der Treasury nach, die AMP kennt, wartet, bis nichts mehr verspätet eintreffen kann, und führt die Nachausgabe dann aus. Eine Datei, die jemand behält, kann es nicht sehen.",
      burn: "Bestätigen Sie das nur, wenn jede Kopie der Datei vernichtet ist und niemand sie ausführt: Eine Datei, die später oder von einer anderen Wallet aus ausgeführt wird, vernichtet ein zweites Mal. Ampdesk sieht in der eigenen Wallet und bei den Coins der Treasury nach, die AMP kennt, wartet, bis nichts mehr verspätet eintreffen kann, und vernichtet dann. Eine Datei, die jemand behält, kann es nicht sehen.",
    },
    label: "Ampdesk senden lassen",
    done: "Ampdesk sieht nach, ob der Auftrag bezahlt wurde, und macht dann weiter.",
  },
  cancels: {
    distribution: {
      title: "Diesen Auftrag bei AMP abbrechen?",
      consequence:
        "Bestätigen Sie das nur, wenn jede Kopie der Datei vernichtet ist und niemand sie ausführt: Eine Zahlung zu einem abgebrochenen Auftrag ist für AMP verloren. Ampdesk sieht in der eigenen Wallet und bei den Coins der Treasury nach, die AMP kennt, wartet, bis nichts mehr verspätet eintreffen kann, und bricht dann ab. Eine Datei, die jemand behält, kann es nicht sehen.",
      done: "Ampdesk sieht nach, ob der Auftrag bezahlt wurde, und bricht ihn dann ab.",
    },
    supply: {
      title: "Diesen Vorgang abbrechen?",
      consequence:
        "Bei AMP wird nichts abgebrochen: Dort gibt es nichts abzubrechen, und eine heruntergeladene Datei kann weiterhin ausgeführt werden. Bestätigen Sie das nur, wenn jede Kopie davon vernichtet ist und niemand sie ausführt. Ampdesk sieht in der eigenen Wallet und bei den Coins der Treasury nach, die AMP kennt, wartet, bis nichts mehr verspätet eintreffen kann, und verfolgt den Auftrag dann nicht weiter. Eine Datei, die jemand behält, kann es nicht sehen.",
      done: "Ampdesk sieht nach, ob der Auftrag ausgeführt wurde, und beendet dann den Vorgang.",
    },
  },
  notNow: "So, wie dieser Vorgang steht, kann er nicht in andere Hände übergehen.",
  fromElsewhere:
    "Diese Datei wird nur auf ihrer Seite in diesem Ampdesk abgeholt, weil festgehalten wird, wer sie holt. Es wurde nichts abgeholt: Öffnen Sie die Seite, und holen Sie sie dort.",
  notHandedOut: "Der Auftrag von AMP kann nur heruntergeladen werden, solange der Vorgang von Hand läuft.",
  cannotAttach: "So, wie dieser Vorgang steht, kann ihm keine Transaktion zugeordnet werden.",
  noOrder: "Der Auftrag von AMP fehlt, daher kann nichts verglichen werden.",
  refused: (differences: readonly string[]) =>
    `Diese Transaktion passt nicht zum Auftrag, daher wurde nichts zugeordnet. ${differences.slice(0, MOST_DIFFERENCES).join(" ")}${
      differences.length > MOST_DIFFERENCES
        ? ` ${countOf(differences.length - MOST_DIFFERENCES, { one: "weitere Abweichung", other: "weitere Abweichungen" })}.`
        : ""
    }`,
  paidOtherwise: (txid: string, differences: readonly string[]) =>
    `Die Transaktion ${txid} der Wallet zahlt an Adressen dieses Auftrags, aber nicht wie beauftragt: ${differences.slice(0, MOST_DIFFERENCES).join(" ")} Ampdesk sendet nichts und bestätigt nichts; wenden Sie sich an den Support von AMP.`,
  paidAlready: (txid: string) =>
    `Die Wallet hat in der Transaktion ${txid} an Adressen dieses Auftrags gezahlt. Es wird nichts gesendet und nichts abgebrochen: Ordnen Sie dem Auftrag diese Transaktion zu.`,
  balanceChanged:
    "Das Guthaben der Wallet in diesem Asset hat sich geändert, während der Auftrag von Hand lief. Ob der Auftrag bezahlt wurde, lässt sich von hier aus nicht feststellen, daher wird nichts gesendet und nichts abgebrochen: Suchen Sie die zugehörige Transaktion und ordnen Sie sie zu, oder schließen Sie diesen Vorgang.",
  treasuryMoved:
    "Seit der Auftrag herausgegeben wurde, sind Coins der Treasury dieses Assets verbraucht worden, vielleicht von einer anderen Wallet. Der Auftrag wurde möglicherweise ausgeführt, daher wird nichts gesendet und nichts abgebrochen: Suchen Sie die Transaktion und ordnen Sie sie zu, warten Sie, bis AMP den Auftrag verbucht hat, oder schließen Sie diesen Vorgang.",
  supplyMoved: {
    reissuance:
      "Das Guthaben der Wallet in diesem Asset hat sich geändert, während der Auftrag von Hand lief. Ob er ausgeführt wurde, lässt sich von hier aus nicht feststellen, daher wird nichts erneut ausgeführt: Ordnen Sie ihm seine Transaktion zu, oder schließen Sie diesen Vorgang.",
    burn: "Die Wallet hat einen Teil des Assets vernichtet oder gesendet, während der Auftrag von Hand lief. Ob der Auftrag ausgeführt wurde, lässt sich von hier aus nicht feststellen, daher wird nichts erneut ausgeführt: Ordnen Sie ihm seine Transaktion zu, oder schließen Sie diesen Vorgang.",
  },
  blind:
    "Der Treasury-Node war nicht erreichbar, als der Auftrag von AMP herausgegeben wurde, daher kennt Ampdesk den vorherigen Stand der Wallet nicht. Sobald die Datei heruntergeladen ist, wird Ampdesk diesen Auftrag weder senden noch abbrechen: Warten Sie, bis AMP ihn verbucht hat, ordnen Sie ihm seine Transaktion zu, oder schließen Sie diesen Vorgang.",
  ownMayLand: (seconds: number) =>
    `Die eigene Zahlung von Ampdesk zu diesem Auftrag blieb ohne Antwort und kann noch wirksam werden. Es wurde nichts zugeordnet; versuchen Sie es in ${countOf(seconds, { one: "Sekunde", other: "Sekunden" })} erneut.`,
  outputsSpent:
    "Outputs, die der Auftrag von AMP nennt, wurden verbraucht, während er von Hand lief. Er wurde möglicherweise ausgeführt, daher wird nichts erneut ausgeführt: Ordnen Sie ihm seine Transaktion zu, oder schließen Sie diesen Vorgang.",
  why: {
    unknown:
      "Die Treasury-Wallet kennt sie nicht. Wenn eine andere Wallet sie gesendet hat, lassen Sie den Client, der sie gesendet hat, sie AMP gegenüber bestätigen; Ampdesk erfährt es von AMP.",
    conflicted: "Sie steht im Konflikt mit einer anderen Transaktion in der Chain.",
    gone: "Sie steht in keinem Block und wartet auf keinen mehr.",
    otherWallet:
      "Die Treasury-Wallet hat sie nicht gesendet, daher sind die Blinder, die AMP zum Bestätigen braucht, nicht hier. Lassen Sie den Client, der sie gesendet hat, sie AMP gegenüber bestätigen; Ampdesk erfährt es von AMP.",
    ownPayment: (txid: string) =>
      `Auch die eigene Zahlung von Ampdesk zu diesem Auftrag steht in der Wallet: ${txid}. Lassen Sie stattdessen nach dieser suchen; der Auftrag wurde doppelt bezahlt.`,
    otherOperation: "Sie gehört zu einem anderen Vorgang in diesem Ampdesk.",
    older: "Sie ist älter als der Auftrag.",
    notPaid: (address: string, sats: bigint) =>
      `Sie zahlt nichts an die Adresse ${address}, die ${sats} sats erhalten soll.`,
    paidTwice: (address: string) => `Sie zahlt mehr als einmal an ${address}.`,
    otherAsset: (address: string) => `Sie zahlt an ${address} in einem anderen Asset.`,
    otherAmount: (address: string, paid: bigint, ordered: bigint) =>
      `Sie zahlt an ${address} ${paid} statt ${ordered} sats.`,
    noBlinders: (address: string) => `Die Wallet hat die Blinder ihres Outputs an ${address} nicht.`,
    stranger: (address: string | null, sats: bigint) =>
      address === null
        ? `Sie vernichtet ${sats} sats des Assets, was der Auftrag nicht verlangt.`
        : `Sie zahlt ${sats} sats des Assets an ${address}; diese Adresse kennt der Auftrag nicht.`,
    notReissuance: "Sie ist keine Nachausgabe dieses Assets.",
    severalIssuances: "Sie enthält mehr als eine Ausgabe.",
    reissues: (sats: bigint, ordered: bigint) => `Ihre Nachausgabe beträgt ${sats} statt ${ordered} sats.`,
    burns: (sats: bigint, ordered: bigint) => `Sie vernichtet ${sats} statt ${ordered} sats.`,
    notFromOrder: "Sie verbraucht keinen der Outputs, die der Auftrag von AMP nennt.",
  },
} satisfies Translation<typeof english>;

const MOST_DIFFERENCES = 3;
