import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { worksText as english } from "../works";

/** What a treasury operation says about itself while the worker carries it out. */
export const worksText = {
  otherAsset: "Der Auftrag von AMP gilt einem anderen Asset.",
  leavesOut: (assignment: number, user: string) =>
    `Im Auftrag von AMP fehlt die Zuteilung ${assignment} an ${user}.`,
  paysOther: (ordered: bigint, approved: bigint, assignment: number, user: string) =>
    `Der Auftrag von AMP zahlt ${ordered} statt ${approved} sats für die Zuteilung ${assignment} an ${user}.`,
  paysStrangers: (count: number) =>
    `Der Auftrag von AMP zahlt an ${countOf(count, { one: "Adresse", other: "Adressen" })}, die niemand freigegeben hat.`,
  otherAmounts: "Die Beträge, die der Auftrag von AMP zahlt, sind nicht die freigegebenen.",
  noAddresses:
    "AMP nennt vor der Bestätigung keine Adresse dieses Auftrags, und die Antwort an Ampdesk ging verloren: Wem er zahlt, lässt sich nicht mit dem vergleichen, was freigegeben wurde. Es wurde nichts gesendet. Brechen Sie ab und geben Sie neu frei.",
  nothingOrdered: (words: string | undefined) =>
    `AMP hat nichts zum Ausschütten gefunden${words ? `: ${words}` : "."}`,
  unreadOrder:
    "AMP hat auf die Frage nach dem Auftrag in einer Form geantwortet, die Ampdesk nicht lesen kann, und bei AMP ist kein Auftrag über diese Zuteilungen zu sehen. Es wurde nichts gesendet. Versuchen Sie es erneut, oder brechen Sie ab; wenn es wieder geschieht, fragen Sie den Support von AMP.",
  orderedElsewhere:
    "Zuteilungen dieses Vorgangs sind Teil einer anderen Ausschüttung bei AMP, die möglicherweise schon bezahlt ist. Es wurde nichts gesendet. Führen Sie jene Ausschüttung zu Ende oder brechen Sie sie ab; versuchen Sie es dann erneut oder brechen Sie diesen Vorgang ab.",
  notReadyAnyMore: (assignment: number, user: string) =>
    `Die Zuteilung ${assignment} an ${user} wurde freigegeben, ist bei AMP aber nicht mehr bereit: Jemand hat sie gesperrt oder gelöscht. Aus diesem Stapel wurde nichts in Auftrag gegeben. Entsperren Sie sie und versuchen Sie es erneut, oder brechen Sie ab.`,
  waitsForTurn: (name: string) =>
    `Ein anderer Vorgang dieser Wallet wartet auf seine Bestätigungen: ${name}. Dieser Vorgang wurde noch nicht gesendet; er geht von selbst weiter, wenn er an der Reihe ist.`,
  waitsForOther: (name: string) =>
    `Ein anderer Vorgang dieser Wallet kommt zuerst und wurde noch nicht gesendet: ${name}. Auch dieser Vorgang wurde nicht gesendet; er geht von selbst weiter, wenn er an der Reihe ist. Wenn der andere stillsteht, sehen Sie ihn sich an.`,
  ampAway:
    "AMP ist nicht erreichbar. Nichts ist verloren: Dieser Vorgang geht von selbst weiter, sobald AMP antwortet. Nichts muss wiederholt werden.",
  ampNoAnswer:
    "AMP hat nicht geantwortet. Nichts ist verloren: Bevor etwas wiederholt wird, wird geprüft, was AMP ausgeführt hat. Dieser Vorgang geht von selbst weiter, sobald AMP antwortet.",
  cannotPause: "Es gibt keinen weiteren Auftrag, den eine Pause aufhalten könnte.",
  cannotContinue: "Dieser Vorgang ist nicht pausiert.",
  walletLocked:
    "Die Treasury-Wallet ist gesperrt. Es wurde nichts gesendet. Entsperren Sie sie mit ihrer Passphrase, hier oder auf der Treasury-Seite; dieser Vorgang geht dann von selbst weiter.",
  orderMissing: "Der gespeicherte Auftrag fehlt. Es wurde nichts gesendet.",
  sendRefused: (words: string) =>
    `Der Treasury-Node hat das Senden abgelehnt: ${words} Es wurde nichts gesendet.`,
  unknownSend:
    "Der Node hat auf die Zahlung nicht geantwortet. Sie wurde möglicherweise gesendet, daher wird nach ihr gesucht; sie wird erst dann erneut gesendet, wenn feststeht, dass sie nicht gesendet wurde.",
  unclearSend:
    "Der Node hat auf die Zahlung nicht geantwortet, und das Guthaben der Wallet in diesem Asset hat sich geändert, ohne dass eine Transaktion das Kennzeichen dieses Vorgangs trägt. Ob die Zahlung gesendet wurde, lässt sich von hier aus nicht sagen: Sehen Sie sich die Transaktionen der Wallet an und geben Sie dann an, dass die Zahlung nicht gesendet wurde, oder schließen Sie diesen Vorgang. Nichts wird erneut gesendet.",
  lockLost:
    "Der Worker hat diesen Vorgang nicht mehr unter seiner Kontrolle. Er hat nichts gesendet; ein anderer Worker macht weiter.",
  nodeIsSending:
    "Der Treasury-Node sendet gerade etwas. Es wurde nichts gesendet; in wenigen Sekunden geht es weiter.",
  nodeBehind:
    "Der Treasury-Node liegt hinter der Chain zurück und kennt nicht alles, was seine Wallet getan hat. Es wird nichts gesendet, bis er aufgeholt hat.",
  outOfSight:
    "Die Treasury-Wallet kennt die Transaktion dieses Vorgangs nicht mehr. Sie kann noch bestätigt werden. Nichts wird erneut gesendet; prüfen Sie, ob der Node mit der richtigen Wallet läuft.",
  longInMempool:
    "Die Transaktion wartet seit mehr als einer Stunde im Mempool des Nodes, und kein Block hat sie aufgenommen; Liquid erzeugt jede Minute einen. Es ist nichts verloren: Ampdesk sieht weiter nach, und nichts wird erneut gesendet. Sehen Sie sich den Node an: Er kann vom Netzwerk getrennt sein, oder die Gebühr kann zu niedrig sein.",
  leftMempool:
    "Die Transaktion steht in keinem Block, und der Mempool des Nodes hält sie nicht mehr. Sie kann noch bestätigt werden, und das Desk sieht weiter nach. Nichts wird erneut gesendet. Sehen Sie sich den Node an: Er kann vom Netzwerk getrennt sein, die Gebühr kann zu niedrig sein, oder jemand hat die Transaktion aufgegeben. Schließen Sie diesen Vorgang nur, wenn Sie wissen, dass sie nie kommt.",
  otherHolder: (assignment: number, user: string) =>
    `Die Zuteilung ${assignment} an ${user} geht an eine andere GAID als die freigegebene. Es wurde nichts gesendet; brechen Sie ab und geben Sie neu frei.`,
  conflict:
    "Die Transaktion steht im Konflikt mit einer anderen in der Chain. Nichts wird erneut gesendet; sehen Sie sich die Wallet an.",
  tokenRefused:
    "AMP akzeptiert das gespeicherte Token nicht mehr. Melden Sie sich erneut an, dann geht der Vorgang weiter.",
  paidElsewhere: (txid: string) =>
    `Die Wallet hat in der Transaktion ${txid}, die das Kennzeichen dieses Vorgangs nicht trägt, bereits an Adressen dieses Auftrags gezahlt. Ampdesk hat nichts gesendet. Ordnen Sie diese Transaktion unten zu: Ampdesk vergleicht sie mit dem Auftrag und bestätigt sie AMP gegenüber. Wenn sie nicht passt, schließen Sie diesen Vorgang und fragen Sie den Support von AMP.`,
  assetLocked:
    "Das Asset wurde inzwischen gesperrt. Es wurde nichts gesendet; entsperren Sie es und versuchen Sie es dann erneut.",
  assetUnauthorized:
    "AMP führt das Asset nicht mehr als autorisiert. Es wurde nichts gesendet; tragen Sie es als autorisiert ein und versuchen Sie es dann erneut.",
  changedSinceApproval: (changes: string, more: number, wasAsked: boolean) =>
    `AMP würde nicht senden, was freigegeben wurde: ${changes}${more > 0 ? `; und ${countOf(more, { one: "weitere Änderung", other: "weitere Änderungen" })}` : ""}. ${
      wasAsked
        ? "Es wurde nichts gesendet."
        : "Nichts ist verloren: AMP wurde für diesen Stapel nicht um einen Auftrag gebeten, und aus ihm wurde nichts gesendet."
    } Stellen Sie den früheren Stand wieder her und versuchen Sie es erneut, oder brechen Sie diesen Vorgang ab und geben Sie neu frei.`,
  changed: {
    gaid: (user: string, now: string, approved: string) =>
      `die Standard-GAID von ${user} ist jetzt ${now}, freigegeben war ${approved}`,
    noGaid: (user: string, approved: string) =>
      `${user} hat keine Standard-GAID mehr, freigegeben war ${approved}`,
    category: (user: string, category: string) =>
      `${user} ist nicht in der Kategorie „${category}“, die das Asset verlangt`,
    unregistered: (user: string) => `${user} ist nicht mehr registriert`,
  },
  lostOutputs:
    "AMP meldet verlorene Outputs dieses Assets. Es wurde nichts gesendet; es darf nichts gesendet werden, bevor eine Person nachgesehen und der Support von AMP den Fehler behoben hat.",
  closed:
    "Eine Person hat diesen Vorgang nach Prüfung geschlossen. Ampdesk verfolgt seine Zahlung nicht weiter; der Auftrag von AMP bleibt, wie er ist.",
  workspaceGone: "Den Arbeitsbereich dieses Vorgangs gibt es nicht mehr.",
  unknownKind:
    "Diese Version von Ampdesk weiß nicht, wie dieser Vorgang weitergeht. Er wird nicht weiter bearbeitet; verwenden Sie die Version, die ihn begonnen hat.",
  stepFailed: "Der Schritt ist unerwartet fehlgeschlagen. Er wird erneut versucht.",
  tooLateToCancel:
    "Die Zahlung ist möglicherweise bereits unterwegs und kann daher nicht mehr abgebrochen werden.",
  noRetry:
    "Dieser Vorgang kann so nicht erneut versucht werden. Brechen Sie ihn ab und beginnen Sie einen neuen.",
  nothingToLookFor: "Es gibt nichts mehr, wonach zu suchen wäre.",
  cannotClose:
    "Dieser Vorgang geht von selbst weiter oder kann noch erneut versucht werden, daher lässt er sich nicht schließen.",
  heldByDistribution:
    "Eine Ausschüttung dieses Assets hält diese Zuteilung zurück und entsperrt sie an ihrem Ende, sodass eine eigene Sperre verloren ginge. Brechen Sie die Ausschüttung ab oder warten Sie ihr Ende ab und sperren Sie die Zuteilung dann.",
  gone: "Diesen Vorgang gibt es nicht.",
  waitsForStep:
    "Die Ausschüttung dieses Assets ist bei einem Schritt, der nicht gestört werden darf. Nichts ist verloren; es geht von selbst weiter.",
  busy: "Der Vorgang wird gerade bearbeitet. Versuchen Sie es in einigen Sekunden erneut.",
  anotherOpen:
    "Ein anderer Treasury-Vorgang dieses Assets ist noch offen. Führen Sie ihn zuerst zu Ende oder brechen Sie ihn ab; es wurde nichts begonnen.",
} satisfies Translation<typeof english>;
