import type { OperationState } from "@/lib/domain/operation";
import type { Translation } from "../catalogue";
import type { lbtcText as english } from "../lbtc";

/** A payment in L-BTC out of the treasury's wallet, in German. */
export const lbtcText = {
  title: "L-BTC auszahlen",
  description:
    "Entnimmt L-BTC aus der Wallet der Treasury, zum Beispiel was zu viel aufgefüllt wurde. Es bewegt kein Asset von AMP.",
  form: {
    title: "Zahlung",
    address: "Adresse des Empfängers",
    addressHint: "Eine Liquid-Adresse dieses Netzwerks; eine vertrauliche verbirgt den Betrag.",
    amount: "Betrag",
    amountHint: "Die Gebühr kommt hinzu, einige hundert sats.",
    inWallet: "In der Wallet",
    review: "Zahlung prüfen",
    zero: "Der Betrag muss größer als null sein.",
    noAddress: "Geben Sie die Adresse ein, an die gezahlt werden soll.",
  },
  review: {
    title: "Zahlung prüfen",
    pays: "Zahlt",
    to: "An",
    after: "Verbleibt in der Wallet, vor der Gebühr",
    before: "Die Zahlung vor dieser",
    same: "Derselbe Betrag ging vorher an dieselbe Adresse. Zahlen Sie ihn nur, wenn er zweimal gewünscht ist.",
    beforeAt: (time: string, state: string) => `${time}, ${state}`,
    unknown: "Der Node kann nicht befragt werden",
    open: "Diese Adresse ist nicht vertraulich: Jeder kann den Betrag in der Chain lesen.",
    change: "Ändern",
    approve: "Freigeben und zahlen",
    consequence:
      "Der Treasury-Node zahlt in einer einzigen Transaktion an diese Adresse. Sobald sie ins Netzwerk gesendet ist, kann sie nicht mehr zurückgenommen werden.",
    typeLabel: (amount: string) => `Zur Bestätigung den Betrag ${amount} eingeben`,
    start: "Auszahlen",
    loading: "Node wird befragt…",
  },
  underWay: {
    title: "Eine Zahlung läuft bereits",
    text: "Es läuft jeweils nur eine Zahlung in L-BTC.",
    follow: "Verfolgen",
  },
  stages: {
    approve: {
      title: "Freigegeben",
      text: "Adresse, Betrag und ihr Fingerabdruck sind festgehalten.",
    },
    sign: {
      title: "Erstellt und signiert",
      text: "Der Treasury-Node erstellt und signiert die Transaktion. Sie wird gespeichert, bevor das Netzwerk sie sieht.",
    },
    broadcast: {
      title: "Ins Netzwerk gesendet",
      text: "Die gespeicherte Transaktion wird dem Netzwerk übergeben. Sie erneut zu übergeben schadet nicht: Es ist immer dieselbe.",
    },
    confirmations: {
      title: "Auf Liquid bestätigt",
      text: "Zwei Bestätigungen, auf Liquid etwa zwei Minuten.",
    },
  },
  /** What is safe while the payment stands in a state. */
  safe: {
    requested: "Es ist noch nichts geschehen. Die Zahlung kann abgebrochen werden.",
    ordered: "Es wurde nichts ins Netzwerk gesendet; die Zahlung kann abgebrochen werden.",
    signed:
      "Die Transaktion ist signiert und gespeichert. Das Netzwerk hat sie nicht gesehen; die Zahlung kann noch abgebrochen werden.",
    broadcasting:
      "Die Transaktion ist möglicherweise im Netzwerk. Es ist immer dieselbe, sie zahlt also nur einmal, wie oft sie auch übergeben wird. Die Zahlung kann nicht mehr abgebrochen werden.",
    sent: "Das Netzwerk hat die Transaktion. Es muss nichts weiter getan werden; diese Seite zu schließen macht nichts aus.",
    confirming: "Die Chain hat sie ausgeführt.",
    done: "Der Empfänger wurde bezahlt.",
    releasing:
      "Ampdesk sendet nichts mehr davon ins Netzwerk und prüft, ob die Coins der Zahlung wieder verfügbar gemacht werden können.",
    cancelling:
      "Es wird nichts mehr gezahlt. Die Coins, die zurückgelegt waren, werden wieder verfügbar gemacht.",
    stopped: "Es wurde nichts gezahlt, und es wird nichts gezahlt, bis Sie entscheiden.",
    unknown:
      "Es ist nicht bekannt, ob die Transaktion wirksam wird. Nichts wird neu erstellt oder signiert; nur nachzusehen ist erlaubt.",
    cancelled: "Es wurde nichts gezahlt, und es wird nichts gezahlt.",
    failed: "Eine Person hat die Zahlung geschlossen. Sehen Sie in der Chain nach, bevor Sie erneut zahlen.",
  } as Partial<Record<OperationState, string>>,
  done: "Der Empfänger wurde bezahlt. Die Zahlung hat zwei Bestätigungen.",
  toTreasury: "Zurück zur Treasury",
  decisions: {
    cancel: "Zahlung abbrechen",
    cancelTitle: "Diese Zahlung abbrechen?",
    cancelConsequence:
      "Es wurde nichts ins Netzwerk gesendet. Die Coins, die für sie zurückgelegt waren, werden wieder verfügbar gemacht.",
    cancelled: "Die Zahlung wird abgebrochen; es wird nichts gezahlt.",
    closeConsequences: {
      unknown:
        "Ampdesk sucht nicht mehr nach der Transaktion. Wird sie doch noch wirksam, ist der Empfänger bezahlt.",
      sent: "Ampdesk sucht nicht mehr nach der Transaktion. Wird sie doch noch wirksam, ist der Empfänger bezahlt.",
      stopped: "Ampdesk tut nichts weiter und macht die Coins, die zurückgelegt waren, wieder verfügbar.",
      broadcasting:
        "Ampdesk übergibt diese Transaktion nie wieder. Kennt die Wallet sie inzwischen, hat sie das Netzwerk, und Ampdesk begleitet sie bis zum Ende. Wenn nicht, werden ihre Coins wieder verfügbar gemacht, wenn sicher ist, dass das Netzwerk sie nie erhalten hat; andernfalls bleiben sie in der Wallet gesperrt, weil die Transaktion noch bestätigt werden kann.",
      confirming: "Ampdesk sucht nicht mehr. Die Chain hat die Zahlung ausgeführt.",
      cancelling:
        "Ampdesk setzt den Abbruch nicht fort. Coins, die zurückgelegt waren, können in der Wallet gesperrt bleiben, bis Sie sie dort entsperren.",
    } as Partial<Record<OperationState, string>>,
  },
} satisfies Translation<typeof english>;
