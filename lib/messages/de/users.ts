import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { usersText as english } from "../users";

const categoriesOf = (count: number) => countOf(count, { one: "Kategorie", other: "Kategorien" });

/** Registered users and their GAIDs, in German. */
export const usersText = {
  title: "Registrierte Nutzer",
  one: "Registrierter Nutzer",
  add: "Registrierten Nutzer hinzufügen",
  search: "Name, GAID oder Nummer",
  empty: {
    title: "Noch kein registrierter Nutzer",
    text: "Ein registrierter Nutzer ist eine Person oder ein Unternehmen, deren Identität Sie festgestellt haben. Sobald eine GAID, die ID des AMP-Kontos, und die Kategorien vorhanden sind, die ein Asset verlangt, kann dem Nutzer dieses Asset zugeteilt und gesendet werden.",
    filtered: "Kein registrierter Nutzer entspricht der Suche und den Filtern.",
  },
  columns: { name: "Name", id: "Nr.", kind: "Art", gaid: "Standard-GAID", categories: "Kategorien" },
  sorts: { name: "Name, A bis Z", "-name": "Name, Z bis A", id: "Älteste zuerst", "-id": "Neueste zuerst" },
  filters: {
    category: "In Kategorie",
    without: "Nicht in Kategorie",
    wallet: "Wallet",
    company: "Art",
    archived: "Archiviert",
    kyc: "KYC",
    balance: "Bestand",
    asset: "An welchem Asset",
  },
  kycStates: {
    portal: "Portal: in Ordnung",
    lapsed: "Portal: nicht mehr gültig",
    pending: "Portal: Anfrage wartet",
    none: "Nicht aus dem Portal",
  },
  balances: {
    choices: { some: "Besitzt etwas", none: "Besitzt nichts" },
    basis: (read: number, asked: number, oldest: string) =>
      asked === 1
        ? `Nach der Ampdesk-Kopie der Eigentümer des Assets, gelesen ${oldest}. Was sich seither bewegt hat, zeigt sie nicht.`
        : `Nach den Ampdesk-Kopien der Eigentümer von ${read} von ${countOf(asked, { one: "Asset", other: "Assets" })}, die älteste gelesen ${oldest}. Was sich seither bewegt hat, zeigen sie nicht.`,
    noCopy: "Ampdesk hat keine Kopie von Eigentümern, nach der es gehen könnte.",
    noAsset: "Ein solches Asset gibt es hier nicht.",
    unread: (names: string, more: number) =>
      more === 0
        ? `Eigentümer noch nicht gelesen, oder nicht seit Ampdesk etwas geändert hat: ${names}.`
        : `Eigentümer noch nicht gelesen, oder nicht seit Ampdesk etwas geändert hat: ${names} und ${more} weitere.`,
    nobodyKnown:
      "Bis sie gelesen sind, weiß man von niemandem, dass er nichts besitzt, und niemand wird gezeigt.",
    someMissing: "Wer sonst nichts besitzt, fehlt in der Liste.",
    read: (count: number) =>
      count === 1
        ? "Eigentümer lesen"
        : `Eigentümer von ${countOf(count, { one: "Asset", other: "Assets" })} lesen`,
    readAgain: "Eigentümer erneut lesen",
    reading: (at: number, count: number) => `${at} von ${count} wird gelesen`,
    notRead: (asset: string) => `Die Eigentümer von ${asset} wurden nicht gelesen`,
  },
  wallets: { yes: "Hat eine Wallet", no: "Noch keine Wallet" },
  companies: { no: "Personen", yes: "Unternehmen" },
  archives: { no: "Ohne archivierte", yes: "Nur archivierte" },
  kinds: { person: "Person", company: "Unternehmen" },
  noWallet: "Noch keine Wallet",
  noCategory: "Keine",
  moreCategories: (count: number) => `+${count}`,
  number: (id: number) => `Registrierter Nutzer Nr. ${id}`,
  madeBy: (maker: string) => `Registriert von: ${maker}`,
  fromRequest: "Anfrage aus dem Portal",
  form: {
    description:
      "Am Namen unterscheiden Sie und AMP die Nutzer; er wird nicht veröffentlicht. Eine GAID kann jederzeit hinzugefügt werden.",
    kind: "Um wen handelt es sich?",
    personHint: "Eine natürliche Person, die im eigenen Namen hält.",
    companyHint: "Ein Unternehmen, ein Fonds oder eine andere juristische Person.",
    name: "Name",
    nameHint: "Muss unter Ihren registrierten Nutzern eindeutig sein.",
    gaid: "GAID",
    gaidHint:
      "Die ID des AMP-Kontos des Anlegers, die er aus seiner Wallet kopiert. Sie beginnt mit GA. Ohne GAID können Assets zugeteilt, aber nicht ausgeschüttet werden.",
    submit: "Registrierten Nutzer hinzufügen",
    added: (name: string) => `${name} ist registriert`,
  },
  gaids: {
    title: "Wallets",
    description: "Ausschüttungen gehen an die Standard-GAID.",
    default: "Standard",
    label: "GAID",
    lookUp: "Nachschlagen",
    addLabel: "Eine GAID hinzufügen",
    add: "GAID hinzufügen",
    first: "Die erste GAID wird zur Standard-GAID, an die Ausschüttungen gehen.",
    further: "Der Standard bleibt, wie er ist; Ausschüttungen gehen weiterhin dorthin.",
    added: "GAID hinzugefügt",
    none: "Noch keine Wallet",
    noneText:
      "Diesem Nutzer können bereits Assets zugeteilt werden. Eine Ausschüttung wartet, bis hier eine GAID steht: Fragen Sie den Anleger danach.",
  },
  categories: {
    title: "Kategorien",
    description: "Wofür dieser Nutzer infrage kommt.",
    none: "In keiner Kategorie. Assets, die eine voraussetzen, können diesem Nutzer weder zugeteilt noch gesendet werden.",
    readOnly:
      "Nur der Emittent kann Kategorien ändern: AMP gestattet es einem Manager nicht. Wenden Sie sich an den Emittenten.",
    add: "Zu Kategorie hinzufügen",
    choose: "Kategorie wählen",
    label: "Zu einer Kategorie hinzufügen",
    all: "Dieser Nutzer ist in allen Kategorien.",
    noCategories: "Es gibt noch keine Kategorie.",
    removeFrom: (category: string) => `Aus ${category} entfernen`,
  },
  holdings: {
    title: "Bestand und Zuteilungen",
    description: "Je Asset, wie AMP sie verbucht.",
    managerDescription: "Je Asset, das der Emittent Ihnen gewährt hat.",
    asset: "Asset",
    balance: "Bestand",
    assigned: "Zugeteilt",
    distributed: "Ausgeschüttet",
    receive: "Darf empfangen",
    openAssignments: (count: number) => countOf(count, { one: "Zuteilung", other: "Zuteilungen" }),
    distributedAssignments: "Ausgeschüttete Zuteilungen",
    none: "Noch kein Asset",
    whyNot: {
      link: "Warum nicht?",
      of: (asset: string) => `Warum darf dieser Nutzer ${asset} nicht empfangen?`,
    },
    rules: {
      link: "Alle Regeln",
      of: (asset: string) => `Dieser Nutzer und alle Regeln von ${asset}`,
    },
    noneText: "Sobald es ein Asset gibt, stehen hier dessen Bestand und Zuteilungen für diesen Nutzer.",
    noneManagerTitle: "Kein Asset für Sie",
    noneManager: "Der Emittent gewährt Ihnen zurzeit kein Asset.",
  },
  eligibility: {
    yes: "Ja",
    unrestricted: "Ja, nicht beschränkt",
    no: "Nein",
  },
  rename: {
    open: "Bearbeiten",
    title: (user: string) => `${user} bearbeiten`,
    kindFixed: "AMP kann eine Person nicht in ein Unternehmen umwandeln und umgekehrt.",
    submit: "Namen speichern",
    done: "Der Name ist gespeichert",
  },
  defaults: {
    set: "Als Standard festlegen",
    setTo: (gaid: string) => `${gaid} als Standard festlegen`,
    title: "Ab jetzt an diese Wallet senden?",
    text: (gaid: string) => `Ausschüttungen an diesen Nutzer gehen dann an ${gaid}.`,
    noPending: "Keine Zuteilung wartet auf eine Ausschüttung.",
    unseen: (count: number) =>
      `AMP zeigt Ihnen nur die Assets, die Ihnen der Emittent freigegeben hat. Davon ${count === 0 ? "wartet keine Zuteilung" : `${count === 1 ? "wartet" : "warten"} ${countOf(count, { one: "Zuteilung", other: "Zuteilungen" })}`} auf eine Ausschüttung; bei anderen Assets können weitere warten, und auch sie folgen dem Standard. An welche Wallet sollen offene Zuteilungen gehen?`,
    unseenUnconfirmed:
      "Nicht jede Zuteilung dieses Nutzers ist für Sie sichtbar. Geben Sie an, an welche Wallet offene Zuteilungen gehen; es wurde nichts geändert.",
    pending: (count: number) =>
      countOf(count, {
        one: "Zuteilung ist noch nicht ausgeschüttet. An welche Wallet soll sie gehen?",
        other: "Zuteilungen sind noch nicht ausgeschüttet. An welche Wallet sollen sie gehen?",
      }),
    toNew: "An den neuen Standard",
    toNewText:
      "AMP sendet eine Zuteilung an die Wallet, die bei Beginn der Ausschüttung der Standard ist. Eine Zuteilung, die bereits Teil einer Ausschüttung ist, geht dorthin, wo diese Ausschüttung es vorsieht.",
    toOld: "An die Wallet, die jetzt der Standard ist",
    toOldText:
      "Dann muss sie ausgeschüttet oder gelöscht werden, bevor der Standard geändert wird. Jetzt wird nichts geändert.",
    which: "An welche Wallet gehen offene Zuteilungen?",
    changed:
      "Die offenen Zuteilungen des Nutzers haben sich geändert, seit Sie gefragt wurden. Sehen Sie sie sich erneut an; es wurde nichts geändert.",
    stops: (distributions: number) =>
      `Dieser Nutzer ist in ${countOf(distributions, { one: "laufenden Ausschüttung", other: "laufenden Ausschüttungen" })}, freigegeben für die Wallet, die jetzt der Standard ist. ${distributions === 1 ? "Sie hält" : "Sie halten"} an, bevor AMP um den nächsten Auftrag gebeten wird: Dann wird dies rückgängig gemacht, oder der Rest wird abgebrochen und neu freigegeben.`,
    stopUnconfirmed:
      "Eine laufende Ausschüttung wurde für die Wallet freigegeben, die jetzt der Standard dieses Nutzers ist, und würde anhalten. Sehen Sie sich diese Seite erneut an und bestätigen Sie das; es wurde nichts geändert.",
    stopsElsewhere:
      "Eine Ausschüttung ist im Gange, und bis zu deren Ende muss die Standard-GAID dieses Nutzers bleiben, wie sie ist. Es wurde nichts geändert. Warten Sie das Ende ab, oder fragen Sie den Emittenten.",
    confirm: "Als Standard festlegen",
    close: "So lassen, wie es ist",
    done: "Die Standard-GAID ist geändert",
    cannotRemove: "AMP kann einem Nutzer keine GAID wegnehmen; sie kann nur aufhören, der Standard zu sein.",
  },
  archive: {
    title: "Archivieren oder löschen",
    description: "Für jemanden, der nicht mehr zu Ihren Anlegern gehört.",
    archived: "Archiviert",
    since: (name: string) => `Archiviert von ${name}`,
    archivedText:
      "Dieser Nutzer wurde archiviert: Er ist in keiner Kategorie, sodass ihm kein Asset, das eine voraussetzt, zugeteilt oder gesendet werden kann. Bestände bleiben.",
    againText: (categories: number) =>
      `Dieser Nutzer wurde archiviert und ist seither wieder in ${categoriesOf(categories)}: Assets, die keine andere voraussetzen, können ihm wieder zugeteilt und gesendet werden. Archivieren Sie ihn noch einmal, um das zu beenden, oder holen Sie ihn zurück.`,
    archive: "Archivieren",
    archiveTitle: (user: string) => `${user} archivieren?`,
    archiveText: (user: string, categories: number) =>
      `${user} verlässt ${categoriesOf(categories)} und wird hier als archiviert gekennzeichnet. Der Nutzer bleibt mit allen Beständen und Wallets in AMP und kann mit denselben Kategorien zurückgeholt werden.`,
    archiveDone: (user: string) => `${user} ist archiviert`,
    restore: "Zurückholen",
    restoreTitle: (user: string) => `${user} zurückholen?`,
    restoreText: (categories: number) =>
      categories === 0
        ? "Der Nutzer war bei der Archivierung in keiner Kategorie und ist auch danach in keiner."
        : `Der Nutzer wird wieder in ${categoriesOf(categories)} aufgenommen, soweit es sie noch gibt, und darf die Assets empfangen, die sie voraussetzen.`,
    restoreDone: (user: string) => `${user} ist zurückgeholt`,
    notArchived: "Dieser Nutzer ist nicht archiviert. Es wurde nichts gesendet.",
    delete: "In AMP löschen",
    deleteTitle: (user: string) => `${user} in AMP löschen?`,
    deleteText:
      "Das kann nicht zurückgenommen werden. AMP behandelt den Namen und die GAID möglicherweise weiterhin als vergeben: Derselbe Anleger könnte dann nie wieder registriert werden. Archivieren Sie den Nutzer stattdessen, wenn irgendein Zweifel besteht. Es wird abgelehnt, solange der Nutzer von einem Asset, das dieses Konto sieht, einen Bestand oder eine offene Zuteilung hat.",
    owed: (assets: number, mayArchive: boolean) =>
      `Der Nutzer kann in AMP jetzt nicht gelöscht werden: Von ${countOf(assets, { one: "Asset", other: "Assets" })} gibt es einen Bestand oder eine offene Zuteilung. ${mayArchive ? "Klären Sie das zuerst, oder archivieren Sie den Nutzer." : "Klären Sie das zuerst."}`,
    deleteDone: (user: string) => `${user} ist in AMP gelöscht`,
    managerText:
      "Archivieren bedeutet, den Nutzer aus Kategorien zu entfernen; das kann nur der Emittent. Wenden Sie sich an den Emittenten.",
  },
  notes: {
    title: "Notizen",
    description: "Ampdesk bewahrt sie für diesen Arbeitsbereich auf; AMP und der Anleger sehen sie nie.",
    label: "Notizen zu diesem Nutzer",
    none: "Es gibt keine Notizen.",
    save: "Notizen speichern",
    saved: "Die Notizen sind gespeichert",
    by: (name: string) => `Zuletzt geändert von ${name}`,
  },
  picker: {
    placeholder: "Nach Name, GAID oder Nummer suchen",
    searching: "Suche läuft…",
    none: "Kein registrierter Nutzer gefunden.",
    more: (count: number) => `${count} weitere: Tippen Sie, um die Liste einzugrenzen.`,
    failed: "Die Liste hat nicht geantwortet. Versuchen Sie es gleich erneut.",
  },
  gaidForm:
    "Eine GAID beginnt mit GA und hat 29 oder 30 Zeichen. Kopieren Sie sie aus der Wallet des Anlegers.",
  gaidInvalid: (words: string) =>
    `AMP akzeptiert diese GAID nicht: ${words}. Prüfen Sie sie mit dem Anleger; es wurde nichts gespeichert.`,
  gaidUnknown: "AMP kennt diese GAID nicht. Prüfen Sie sie mit dem Anleger; es wurde nichts gespeichert.",
  gaidTaken: "Diese GAID gehört bereits einem registrierten Nutzer. Es wurde nichts gespeichert.",
  gaidTakenBy: (name: string, id: number) =>
    `Diese GAID gehört bereits ${name} (Nr. ${id}). Es wurde nichts gespeichert.`,
  openUser: (name: string) => `${name} öffnen`,
  nameTaken:
    "Es gibt bereits einen registrierten Nutzer mit diesem Namen. Wählen Sie einen anderen Namen; es wurde nichts gespeichert.",
} satisfies Translation<typeof english>;
