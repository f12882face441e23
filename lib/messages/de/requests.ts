import type { ApprovalStepName, KycAlertKind, RequestState } from "@/lib/domain/requests";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { requestsText as english } from "../requests";

/** Investors' requests to be accepted, on the issuer's side. */
export const requestsText = {
  title: "Anfragen",
  one: "Anfrage",
  description:
    "Personen, die über Ihren Portallink gekommen sind, ihre Identität nachgewiesen haben und um Aufnahme bitten.",
  search: "Wallet, GAID oder Anfrage",
  caption: "Anfragen von Anlegern",
  empty: {
    title: "Noch keine Anfrage",
    text: "Geben Sie Ihren Portallink an Anleger weiter. Sobald jemand seine Identität nachgewiesen und seine GAID angegeben hat, steht die Anfrage hier.",
    toSettings: "Portallink einrichten",
    filtered: "Keine Anfrage entspricht der Suche und den Filtern.",
  },
  notNamed: {
    title: "Kein Emittent hat Ihnen seine Anfragen übergeben",
    text: "Anfragen von Anlegern gehören dem Emittenten. Sobald er Ihr Konto in seinen Portaleinstellungen nennt, stehen sie hier.",
  },
  columns: {
    request: "Anfrage",
    wallet: "Wallet",
    gaid: "GAID",
    kyc: "Identität",
    state: "Status",
    created: "Eingegangen",
    issuer: "Emittent",
  },
  states: {
    open: "Offen",
    approving: "Wird freigegeben",
    approved: "Freigegeben",
    declined: "Abgelehnt",
    withdrawn: "Zurückgezogen",
  } satisfies Record<RequestState, string>,
  filters: { state: "Status", kyc: "Identität" },
  kycFilters: { alert: "Erneut zu prüfen", risk: "Mit Risikohinweisen" },
  sorts: {
    "-created": "Neueste zuerst",
    created: "Älteste zuerst",
    "-decided": "Neueste Entscheidung zuerst",
    decided: "Älteste Entscheidung zuerst",
  },
  wallet: "Wallet",
  gaid: "GAID",
  shortId: (id: string) => `#${id.slice(0, 8)}`,
  notHere: "Diese Anfrage gibt es hier nicht.",
  kyc: {
    title: "Identität",
    completed: "Verifiziert",
    verifiedToday: "Heute verifiziert",
    verifiedDays: (days: number) => `vor ${countOf(days, { one: "Tag", other: "Tagen" })}`,
    verified: (age: string) => `Verifiziert ${age}`,
    notTold: "Der Identitätsdienst teilt nicht mit, wann.",
    validUntil: "Dokument gültig bis",
    noEnd: "Kein Ablaufdatum bekannt",
    riskLabels: "Risikohinweise",
    noRisk: "Keine",
    risk: (count: number) => countOf(count, { one: "Risikohinweis", other: "Risikohinweise" }),
    label: (label: string, category: string) => `${label} (${category})`,
    riskHint:
      "Aus der Verifizierung. Dem Anleger wird nur mitgeteilt, dass sich eine Person den Fall ansieht.",
    atRequest: "Aus der Verifizierung. Sie wird stündlich erneut geprüft.",
    checked: "Letzte Antwort des Identitätsdienstes",
    stale: "In letzter Zeit nicht geprüft",
    staleSince: "Nicht geprüft seit",
    staleText:
      "Der Identitätsdienst konnte nicht gefragt werden: Der Anleger hat sich abgemeldet, und Ampdesk hat kein Token des Betreibers. Ob die Identität noch gilt, ist nicht bekannt.",
  },
  person: {
    title: "Person",
    name: "Angegebener Name",
    verifiedName: "Verifizierter Name",
    unconfirmed: "Name nicht bestätigt",
    email: "E-Mail",
    kind: "Art",
    kinds: { person: "Person", company: "Unternehmen" },
    masked: "Verborgen, bis jemand die Angaben öffnet. Jedes Öffnen wird im Prüfprotokoll vermerkt.",
    open: "Angaben zur Person anzeigen",
    opened: "Wird angezeigt. Das Öffnen steht im Prüfprotokoll.",
    noEmail: "Keine angegeben",
  },
  proofs: {
    title: "Wallet und GAID",
    wallet: "Wallet",
    chain: "Angemeldet auf Chain",
    gaid: "GAID",
    check: "Prüfung durch AMP",
    valid: "AMP kennt diese GAID",
    invalid: "AMP kennt diese GAID nicht",
    checkedAt: "AMP bekannt, als sie verknüpft wurde",
    boundAt: "Mit der Wallet verknüpft",
    text: "Signierter Text",
    signature: "Signatur",
    show: "Text und Signatur der Wallet",
    sameGaid: (count: number) =>
      `${countOf(count, { one: "weitere Anfrage nennt", other: "weitere Anfragen nennen" })} dieselbe GAID mit einer anderen Wallet`,
    sameGaidText: "Eine GAID gehört einer Person. Klären Sie vor der Freigabe, wem sie gehört.",
  },
  approval: {
    title: "Freigabe",
    intro: "Was eine Freigabe bei AMP bewirkt. Bis zu Ihrer Freigabe wird nichts geändert.",
    found: (name: string, id: number) =>
      `Verwendet den registrierten Nutzer ${name}, Nr. ${id}, der diese GAID hat.`,
    foundByWallet: (name: string, id: number) =>
      `Verwendet den registrierten Nutzer ${name}, Nr. ${id}, zu dem eine frühere Freigabe dieser Wallet geführt hat, und fügt die GAID hinzu.`,
    foundByMarker: (name: string, id: number) =>
      `Verwendet den registrierten Nutzer ${name}, Nr. ${id}, den ein früherer Versuch dieser Freigabe angelegt hat.`,
    creates: "Legt einen registrierten Nutzer mit dem Namen der Person und dieser GAID an.",
    changesDefault: (gaid: string) =>
      `Macht diese GAID anstelle von ${gaid} zur Standard-GAID. Ausschüttungen gehen an die neue.`,
    openAssignments: (count: number) =>
      `${countOf(count, { one: "offene Zuteilung dieses Nutzers ginge", other: "offene Zuteilungen dieses Nutzers gingen" })} an die neue Standard-GAID.`,
    openAssignmentsText:
      "Eine Zuteilung geht an die Wallet, die bei Beginn ihrer Ausschüttung der Standard ist. Sind sie für die Wallet bestimmt, die jetzt der Standard ist, schütten Sie sie vor der Freigabe aus oder löschen Sie sie.",
    confirmMoves: "Sie sollen an die neue Standard-GAID gehen.",
    otherAssignments:
      "Die offenen Zuteilungen des Nutzers, die an die neue Standard-GAID gingen, sind nicht die, die bestätigt wurden. Sehen Sie sie sich vor der Freigabe erneut an.",
    stopsDistribution:
      "Eine laufende Ausschüttung muss diesen Nutzer noch an der jetzigen Standard-GAID auszahlen und würde anhalten. Weiter wurde nichts geändert. Geben Sie erneut frei, wenn sie beendet ist.",
    keepsDefault: "Die GAID ist bereits die Standard-GAID des Nutzers.",
    categories: "Kategorien",
    categoriesHint:
      "Die Person wird denen hinzugefügt, die Sie auswählen. Kategorien, die der Nutzer schon hat, bleiben.",
    noCategories: "Es gibt keine Kategorie. Die Person wird ohne Kategorie registriert.",
    hasAlready: "bereits vorhanden",
    assets: "Darf danach empfangen",
    noAssets: "Es gibt noch kein Asset.",
    eligible: "Berechtigt",
    unrestricted: "Nicht beschränkt",
    lacks: (names: string) => `Es fehlt: ${names}`,
    locked: "Berechtigt, aber das Asset ist gesperrt",
    unauthorized: "Berechtigt, sobald das Asset autorisiert ist",
    unreadable:
      "AMP antwortet nicht, daher ist nicht bekannt, was eine Freigabe bewirken würde. Es wird von selbst erneut abgefragt.",
    claimed: (name: string, id: number) => `${name}, Nr. ${id}, ist AMP ohne diese Wallet bekannt`,
    claimedText:
      "Jeder kann eine GAID angeben. Nach der Freigabe wird dieser Wallet angezeigt, was der Nutzer hat. Fragen Sie die Person auf einem anderen Weg, ob die GAID ihr gehört.",
    confirmOwner: "Ich habe mich vergewissert, dass diese GAID dieser Person gehört.",
    doubtTitle: "Trotz Zweifeln an der Identität freigeben?",
    doubtConsequence: (doubt: string, consequence: string) => `${doubt} ${consequence}`,
    confirmDoubt: "Trotzdem freigeben",
    doubts: {
      expired:
        "Das Ausweisdokument ist nicht mehr gültig. Laden Sie die Seite neu und prüfen Sie erneut, bevor Sie freigeben.",
      revoked:
        "Die Identität wurde widerrufen. Laden Sie die Seite neu und prüfen Sie erneut, bevor Sie freigeben.",
      missing:
        "Der Identitätsdienst kennt keine gültige Identifizierung mehr. Laden Sie die Seite neu und prüfen Sie erneut, bevor Sie freigeben.",
      unchecked:
        "In letzter Zeit hat niemand die Identität bestätigt. Laden Sie die Seite neu und prüfen Sie erneut, bevor Sie freigeben.",
    } satisfies Record<KycAlertKind | "unchecked", string>,
    otherUser:
      "AMP führt jetzt zu einem anderen registrierten Nutzer als dem, der angezeigt wurde. Prüfen Sie erneut, wen die Freigabe betrifft.",
    ownerUnconfirmed:
      "Ein anderer registrierter Nutzer hat diese GAID, und niemand hat bestätigt, dass es dieselbe Person ist. Prüfen Sie erneut, bevor Sie freigeben.",
    approve: "Freigeben",
    approveTitle: "Diese Anfrage freigeben?",
    consequence: (categories: string) =>
      categories === ""
        ? "Die Person wird mit dieser GAID registrierter Nutzer und kommt in keine Kategorie. Dem Anleger wird mitgeteilt, dass die Anfrage freigegeben wurde."
        : `Die Person wird mit dieser GAID registrierter Nutzer in ${categories}. Dem Anleger wird mitgeteilt, dass die Anfrage freigegeben wurde.`,
    consequenceForKnown: (user: { name: string; id: number }, categories: string) =>
      `Die Anfrage wird die des registrierten Nutzers ${user.name}, Nr. ${user.id}: Diese Wallet sieht, was dieser Nutzer hat.${categories === "" ? " Es kommt keine Kategorie hinzu." : ` Danach gehört der Nutzer zu ${categories}.`} Dem Anleger wird mitgeteilt, dass die Anfrage freigegeben wurde.`,
    confirm: "Anfrage freigeben",
    done: "Die Freigabe wurde begonnen",
    again: "Erneut versuchen",
    running: "AMP wird informiert. Diese Seite aktualisiert sich von selbst.",
    stopped: "Die Freigabe wartet auf Sie",
    waiting: "Die Freigabe geht von selbst weiter",
    approvedAs: "Registrierter Nutzer",
    notAny: "Über die Anfrage wurde inzwischen an anderer Stelle entschieden.",
    notShown:
      "AMP hat jeden Schritt angenommen, zeigt aber noch nicht alles davon. Es wird von selbst erneut abgefragt.",
    failed: "Etwas Unerwartetes ist schiefgegangen. Der Schritt wird von selbst erneut versucht.",
    decidedOtherwise:
      "Der Anleger hat diese Anfrage zurückgezogen, oder jemand anderes entscheidet gerade über sie oder hat bereits entschieden. Jetzt wurde nichts geändert. Laden Sie die Seite neu, um den Stand zu sehen.",
    gaidUnknown: "AMP kennt diese GAID nicht mehr. Es wurde nichts geändert; fragen Sie den Anleger.",
    noCategory: "Eine dieser Kategorien gibt es nicht mehr. Es wurde nichts geändert; wählen Sie erneut.",
    steps: {
      find: "Registrierten Nutzer gefunden",
      create: "Registrierten Nutzer anlegen",
      "add-gaid": "GAID hinzufügen",
      "set-default": "Zur Standard-GAID machen",
      categories: "Einer Kategorie hinzufügen",
    } satisfies Record<ApprovalStepName, string>,
    category: (name: string) => `Zu ${name} hinzufügen`,
    begun: "angefragt",
    stepDone: "erledigt",
    journal: "Schritte",
  },
  chains: {
    title: "Auf der Chain",
    description:
      "Der Eintrag der Wallet in Ihrem Vertrag, durch den Identitätsdienst. Er enthält keines Ihrer Assets.",
    chain: (chainId: number) => `Chain ${chainId}`,
    states: {
      queued: "Wartet auf den nächsten Stapel",
      sending: "Wird gesendet",
      sent: "Gesendet, noch nicht bestätigt",
      confirmed: "Bestätigt",
      failed: "Fehlgeschlagen",
      given_up: "Aufgegeben",
      expired: "Zeit abgelaufen",
      unserved: "Nicht bedient",
    },
    none: "Nicht angefragt",
    untold: "Nicht mitgeteilt",
    transaction: "Transaktion",
    unserved: "Der Identitätsdienst bedient diese Chain nicht",
    unservedText:
      "Die Wallet wurde dort nicht in Ihren Vertrag eingetragen. Lassen Sie die Chain vom Betreiber des Identitätsdienstes einrichten, oder nehmen Sie sie aus den Einstellungen des Portals heraus. Sobald sie eingerichtet ist, kann der Anleger im Portal erneut anfragen.",
  },
  decision: {
    title: "Entscheidung",
    by: "Entschieden von",
    at: "Entschieden",
    reason: "Dem Anleger genannter Grund",
  },
  decline: {
    open: "Ablehnen",
    title: "Diese Anfrage ablehnen?",
    reason: "Grund für den Anleger",
    reasonHint: "Der Anleger liest diese Worte. Danach kann er eine neue Anfrage senden.",
    text: "Bei AMP wird nichts geändert.",
    textStopped: "Was die angehaltene Freigabe bei AMP bereits bewirkt hat, bleibt, wie es ist.",
    submit: "Anfrage ablehnen",
    done: "Die Anfrage ist abgelehnt",
    tooShort: "Schreiben Sie einige Worte, die dem Anleger helfen.",
    tooLong: "Verwenden Sie höchstens 1\u202f000 Zeichen.",
  },
  alert: {
    titles: {
      expired: "Das Ausweisdokument ist nicht mehr gültig",
      revoked: "Die Identität wurde widerrufen",
      missing: "Es gibt keine gültige Identifizierung mehr",
    } satisfies Record<KycAlertKind, string>,
    text: "Die Person wurde auf dieser Grundlage freigegeben. Sie können sie aus den Kategorien nehmen, die mit der Freigabe hinzukamen: Was sie hält, bleibt, aber sie kann von den Assets, die diese Kategorien voraussetzen, nichts mehr empfangen.",
    textPending:
      "Die Anfrage wurde davor gesendet. Bitten Sie den Anleger, sich erneut verifizieren zu lassen, bevor Sie freigeben.",
    remove: "Kategorien entfernen",
    removeTitle: "Diese Person aus den Kategorien nehmen?",
    removeConsequence: (names: string) =>
      `Der registrierte Nutzer verlässt ${names}. Assets, die eine davon voraussetzen, können ihm nicht mehr zugeteilt oder gesendet werden.`,
    removeNone:
      "Die Freigabe hat keine Kategorie hinzugefügt, daher ändert sich bei AMP nichts. Die Warnung wird geschlossen.",
    removed: "Die Kategorien sind entfernt",
    keep: "Kategorien belassen",
    keepTitle: "Die Kategorien belassen, wie sie sind?",
    keepConsequence:
      "Die Warnung wird geschlossen. Wenn sich etwas anderes ändert, werden Sie erneut informiert.",
    kept: "Die Warnung ist geschlossen",
    answers: {
      removed: "Die Kategorien der Freigabe wurden entfernt.",
      kept: "Jemand hat entschieden, die Kategorien zu belassen.",
    },
    gone: "Zu dieser Anfrage gibt es keine offene Warnung mehr. Laden Sie die Seite neu.",
    category: (id: number) => `Kategorie ${id}`,
    overview: {
      expired: (request: string) => `Ausweisdokument der Anfrage ${request} ist abgelaufen`,
      revoked: (request: string) => `Identität der Anfrage ${request} wurde widerrufen`,
      missing: (request: string) => `Person der Anfrage ${request} hat keine gültige Identifizierung mehr`,
    } satisfies Record<KycAlertKind, (request: string) => string>,
    overviewText: "Die Person wurde freigegeben. Prüfen Sie, ob die Kategorien bleiben sollen.",
  },
  /** What the investor reads when a request cannot be taken. */
  inbox: {
    noIssuer:
      "Dieser Link führt zu keinem Emittenten. Bitten Sie die Stelle, von der Sie ihn haben, um einen neuen.",
    closed: "Dieser Emittent nimmt derzeit keine Anfragen an. Es wurde nichts gesendet.",
    alreadyOpen:
      "Sie haben bereits eine offene Anfrage an diesen Emittenten. Sie wurde kein zweites Mal gesendet.",
    noRequest: "Eine solche Anfrage dieser Wallet gibt es nicht.",
    tooLate:
      "Der Emittent hat bereits begonnen, über diese Anfrage zu entscheiden, daher kann sie nicht mehr zurückgezogen werden.",
  },
} satisfies Translation<typeof english>;
