import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { supplyText as english } from "../supply";

/** Reissuance and burn: from the supply as it is to AMP's confirmation, in German. */
export const supplyText = {
  title: "Gesamtmenge",
  equation: {
    title: "Die Gesamtmenge, wie sie jetzt ist",
    lead: "Ausgegebenes und Nachausgegebenes abzüglich des Vernichteten ist das, was Inhaber, Treasury und verlorene Outputs zusammen haben.",
    made: "Woher sie kommt",
    owned: "Wo sie ist",
    issued: "Erste Ausgabe",
    reissued: "Nachausgegeben",
    burned: "Vernichtet",
    supply: "Gesamtmenge",
    holders: (count: number) => countOf(count, { one: "Inhaber", other: "Inhaber" }),
    blacklisted: "davon auf der Sperrliste",
    treasury: "Treasury",
    assigned: "davon Nutzern zugeteilt",
    rest: "Verloren oder unterwegs",
    together: "Zusammen",
    balance: {
      equal: "Beide Seiten sind gleich.",
      "on-its-way":
        "AMP schreibt einen Teil der Gesamtmenge niemandem zu: Er ist in einer Transaktion unterwegs, die noch in keinem Block ist, oder AMP hat seine Spur verloren.",
      "too-much":
        "AMP schreibt Inhabern mehr zu, als ausgegeben wurde. Beginnen Sie nichts, bevor eine Person es geprüft hat: Vergleichen Sie die Aktivität mit der Wallet des Nodes und wenden Sie sich dann an den Support von AMP.",
    },
    toLost: "Verlorene Outputs und was zu tun ist",
    lost: (count: number) =>
      `AMP meldet ${countOf(count, { one: "verlorenen Output", other: "verlorene Outputs" })} dieses Assets oder seines Nachausgabe-Tokens. Der Support von AMP muss dies beheben: Bis dahin kann nichts nachausgegeben werden, und nichts vernichtet, sobald Einheiten des Assets selbst verloren sind.`,
  },
  kinds: {
    reissuance: {
      title: "Nachausgeben",
      explain: [
        "Neue Einheiten kommen in die Treasury, und die Gesamtmenge wächst. Das Nachausgabe-Token bleibt in der Wallet der Treasury, sodass weitere Nachausgaben des Assets möglich sind.",
        "Niemand hat danach weniger Einheiten, doch jeder Inhaber besitzt einen kleineren Anteil an einer größeren Gesamtmenge.",
      ],
      amount: "Betrag der Nachausgabe",
      amountHint: "Neue Einheiten, wie eine Wallet sie zeigt.",
      review: "Nachausgabe prüfen",
      reviewTitle: "Nachausgabe prüfen",
      approveTitle: "Freigeben und nachausgeben",
      adds: "Neue Einheiten",
      consequence:
        "Der Treasury-Node erzeugt die neuen Einheiten in einer Transaktion. Ist sie ins Netzwerk gesendet, kann sie nicht zurückgenommen werden; nur eine Vernichtung macht die Gesamtmenge wieder kleiner.",
      typeLabel: (amount: string) => `Zur Bestätigung den Betrag ${amount} eingeben`,
      start: "Nachausgabe starten",
    },
    burn: {
      title: "Vernichten",
      explain: [
        "Einheiten der Treasury werden vernichtet, und die Gesamtmenge schrumpft. Das ist unumkehrbar: Niemand kann vernichtete Einheiten zurückholen.",
        "Der Betrag muss in der Treasury liegen. Beträge auf der Sperrliste können nicht vernichtet werden: Sie bleiben in der Gesamtmenge.",
      ],
      amount: "Zu vernichtender Betrag",
      amountHint: "Einheiten der Treasury, wie eine Wallet sie zeigt.",
      review: "Vernichtung prüfen",
      reviewTitle: "Vernichtung prüfen",
      approveTitle: "Freigeben und vernichten",
      adds: "Vernichtete Einheiten",
      consequence:
        "Der Treasury-Node vernichtet diese Einheiten in einer Transaktion. Ist sie ins Netzwerk gesendet, sind sie endgültig verloren.",
      typeLabel: (name: string) => `Zur Bestätigung ${name} eingeben`,
      start: "Endgültig vernichten",
    },
  },
  form: {
    supply: "Gesamtmenge jetzt",
    free: "In der Treasury und nicht zugeteilt",
    zero: "Der Betrag muss größer als null sein.",
  },
  notReissuable: {
    title: "Von diesem Asset können keine weiteren Einheiten ausgegeben werden",
    text: "Es wurde ohne Nachausgabe-Token ausgegeben. Das wurde mit der ersten Ausgabe entschieden und kann nicht geändert werden: Seine Gesamtmenge kann nur schrumpfen.",
  },
  review: {
    back: "Betrag ändern",
    loading: "Die Gesamtmenge wird gelesen und der Node gefragt…",
    before: "Gesamtmenge jetzt",
    after: "Gesamtmenge danach",
    share: "Anteil jedes Inhabers",
    treasury: "Wallet der Treasury",
    treasuryUnknown: "Der Node kann nicht gefragt werden",
    blacklisted: "Auf der Sperrliste",
    blacklistedNote: "bleibt in der Gesamtmenge",
    dilution: {
      falls: (share: string) =>
        `Der Anteil jedes Inhabers sinkt auf ${share}% des jetzigen. Die Zahl seiner Einheiten bleibt gleich.`,
      "falls-hardly": "Der Anteil jedes Inhabers sinkt um weniger als 0.01% des jetzigen.",
      rises: (share: string) =>
        `Der Anteil jedes Inhabers steigt auf ${share}% des jetzigen. Die Zahl seiner Einheiten bleibt gleich.`,
      "rises-hardly": "Der Anteil jedes Inhabers steigt um weniger als 0.01% des jetzigen.",
      nobody: "Außer der Treasury hält niemand dieses Asset.",
      unchanged: "Es gibt keinen Anteil zu vergleichen.",
    },
  },
  stages: {
    approve: { title: "Freigegeben", text: "Der Betrag und sein Fingerabdruck sind festgehalten." },
    order: {
      title: "Bei AMP beauftragt",
      text: "AMP nennt die zu verbrauchenden Outputs; sein Auftrag wird mit dem Freigegebenen verglichen.",
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
    confirm: { title: "AMP gegenüber bestätigt", text: "AMP verbucht die neue Gesamtmenge." },
  },
  safe: {
    requested:
      "Es ist noch nichts geschehen, weder auf der Chain noch bei AMP. Der Vorgang kann abgebrochen werden.",
    ordering: "AMP wird gefragt. Die Gesamtmenge ist unberührt; der Vorgang kann abgebrochen werden.",
    ordered:
      "Der Auftrag von AMP ist gespeichert. Es wurde nichts ins Netzwerk gesendet; der Vorgang kann abgebrochen werden.",
    "by-hand":
      "Ampdesk erstellt nichts und sendet nichts ins Netzwerk. Jemand kann den Auftrag von AMP anderswo ausführen; ob er wirksam wurde, zeigt sich an der Gesamtmenge.",
    signed:
      "Die Transaktion ist signiert und gespeichert. Das Netzwerk hat sie nicht gesehen; der Vorgang kann noch abgebrochen werden.",
    broadcasting:
      "Die Transaktion ist möglicherweise im Netzwerk. Es ist immer dieselbe, daher wird sie genau einmal wirksam, wie oft sie auch übergeben wird. Der Vorgang kann nicht mehr abgebrochen werden.",
    sent: "Das Netzwerk hat die Transaktion. Es ist nichts weiter zu tun; diese Seite darf geschlossen werden.",
    confirming:
      "Die Chain hat sie ausgeführt. AMP wird so lange benachrichtigt, bis es die Bestätigung annimmt; auf der Chain geschieht nichts noch einmal.",
    done: "Chain und AMP stimmen überein.",
    releasing:
      "Ampdesk sendet davon nichts mehr ins Netzwerk und prüft, ob die Coins des Vorgangs wieder verfügbar gemacht werden können.",
    cancelling: "Nichts wird mehr wirksam. Die zurückgelegten Coins werden wieder verfügbar gemacht.",
    stopped: "Die Gesamtmenge ist, wie sie war, und nichts wird wirksam, bis Sie entscheiden.",
    unknown:
      "Es ist nicht bekannt, ob die Transaktion wirksam wird. Nichts wird neu erstellt oder signiert; nur nachzusehen ist erlaubt.",
    cancelled: "Nichts wurde wirksam, und nichts wird es. Die Gesamtmenge ist, wie sie war.",
    failed:
      "Der Vorgang wurde von einer Person geschlossen. Vergleichen Sie die Gesamtmenge mit der Chain, bevor Sie einen weiteren beginnen.",
  },
  run: {
    asset: "Asset",
    amount: { reissuance: "Neue Einheiten", burn: "Vernichtete Einheiten" },
    before: "Gesamtmenge davor",
    after: "Gesamtmenge danach",
    orderOutputs: (count: number) =>
      countOf(count, { one: "zu verbrauchender Output", other: "zu verbrauchende Outputs" }),
    done: {
      reissuance: "AMP hat die Nachausgabe verbucht. Die neuen Einheiten sind in der Treasury.",
      burn: "AMP hat die Vernichtung verbucht. Die Einheiten sind endgültig verloren.",
    },
    seeSupply: "Gesamtmenge ansehen",
  },
  decisions: {
    cancel: "Vorgang abbrechen",
    cancelTitle: "Diesen Vorgang abbrechen?",
    cancelConsequence:
      "Es wurde nichts ins Netzwerk gesendet. Die dafür zurückgelegten Coins werden wieder verfügbar gemacht, und die Gesamtmenge bleibt, wie sie ist.",
    cancelled: "Der Vorgang wird abgebrochen; die Gesamtmenge bleibt, wie sie ist.",
    closeConsequences: {
      unknown:
        "Ampdesk sucht nicht weiter nach der Transaktion. Wird sie doch noch wirksam, muss sie AMP gegenüber von Hand bestätigt werden, sonst bleibt die Gesamtmenge bei AMP falsch.",
      sent: "Ampdesk sucht nicht weiter nach der Transaktion. Wird sie doch noch wirksam, muss sie AMP gegenüber von Hand bestätigt werden, sonst bleibt die Gesamtmenge bei AMP falsch.",
      "by-hand":
        "Ampdesk verfolgt den Auftrag nicht weiter. Führt ihn jemand anderswo aus, muss diese Transaktion AMP gegenüber von Hand bestätigt werden, sonst bleibt die Gesamtmenge bei AMP falsch.",
      stopped: "Ampdesk tut nichts weiter und macht die zurückgelegten Coins wieder verfügbar.",
      broadcasting:
        "Ampdesk übergibt diese Transaktion nie wieder. Kennt die Wallet sie inzwischen, hat sie das Netzwerk, und Ampdesk begleitet sie bis zum Ende. Wenn nicht, werden ihre Coins wieder verfügbar gemacht, wenn sicher ist, dass das Netzwerk sie nie erhalten hat; andernfalls bleiben sie in der Wallet gesperrt, weil die Transaktion noch bestätigt werden kann.",
      confirming:
        "Die Chain hat sie ausgeführt, und Ampdesk benachrichtigt AMP nicht weiter. Bestätigen Sie die Transaktion AMP gegenüber von Hand, sonst bleibt die Gesamtmenge bei AMP falsch.",
      cancelling:
        "Ampdesk setzt das Abbrechen nicht fort. Zurückgelegte Coins bleiben möglicherweise in der Wallet gesperrt, bis Sie sie dort entsperren.",
    },
  },
  history: "In diesem Ampdesk ausgeführte Vorgänge zur Gesamtmenge",
} satisfies Translation<typeof english>;
