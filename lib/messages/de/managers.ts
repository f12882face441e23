import type { PasswordProblem } from "@/lib/domain/managers";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { managersText as english } from "../managers";

/** Investment managers: accounts beside the issuer's with a narrow part. */
export const managersText = {
  title: "Manager",
  one: "Manager",
  description:
    "Ein Investmentmanager darf Nutzer registrieren, umbenennen und löschen, ihre Standard-GAIDs wählen, Kategorien lesen und die Assets zuteilen, die Sie ihm gewährt haben. Bei AMP schüttet er nie aus, gibt nie Assets aus, ändert nie Kategorien und sieht kein anderes Asset.",
  search: "Benutzername",
  columns: { username: "Benutzername", id: "Nr.", state: "Status", assets: "Gewährte Assets" },
  states: { locked: "Gesperrt", unlocked: "Entsperrt" },
  filters: { state: "Status" },
  sorts: { name: "Name, A bis Z", "-name": "Name, Z bis A" },
  noAssets: "Keine: nur registrierte Nutzer und Kategorien",
  lockedHint: "Ein gesperrter Manager kann sich nicht anmelden.",
  empty: {
    title: "Noch kein Manager",
    text: "Ein Manager ist ein eigenes AMP-Konto, etwa für einen Kollegen oder einen Platzierungspartner. Es ist anfangs gesperrt und sieht nur die Assets, die ihm gewährt wurden.",
    filtered: "Kein Manager entspricht der Suche und den Filtern.",
  },
  password: {
    label: "Passwort",
    newLabel: "Neues Passwort",
    hint: "Mindestens 12 Zeichen, nicht nur Ziffern, ohne den Benutzernamen.",
    make: "Passwort erzeugen",
    problems: {
      short: "Geben Sie mindestens 12 Zeichen ein.",
      long: "Geben Sie höchstens 128 Zeichen ein.",
      digits: "Verwenden Sie nicht nur Ziffern.",
      username: "Das Passwort darf den Benutzernamen nicht enthalten.",
    } satisfies Record<PasswordProblem, string>,
  },
  create: {
    open: "Manager hinzufügen",
    lead: "AMP legt für den Manager ein eigenes Konto an. Es ist anfangs gesperrt und sieht kein Asset.",
    username: "Benutzername",
    usernameHint: "AMP behält ihn; er lässt sich nicht ändern, und AMP löscht einen Manager nie.",
    keep: "Bewahren Sie das Passwort sicher auf: Mit ihm rufen Sie das Token des Managers ab. Ampdesk speichert es nicht.",
    submit: "Manager hinzufügen",
    done: (username: string) => `${username} wurde hinzugefügt und ist vorerst gesperrt.`,
    taken: "AMP kennt diesen Benutzernamen bereits. Es wurde nichts angelegt.",
  },
  checklist: {
    title: "Vom Konto zur Arbeit",
    lead: "Ein Manager kann arbeiten, sobald alle vier Punkte erledigt sind.",
    created: "Konto angelegt",
    createdText: "AMP legt es gesperrt und ohne Assets an.",
    unlocked: "Entsperrt",
    unlockedText: "Solange es gesperrt ist, lehnt AMP sein Passwort und sein Token ab.",
    granted: "Assets gewährt",
    grantedText:
      "Ohne Asset hat der Manager nur die registrierten Nutzer, und er darf sie ändern und löschen.",
    grantedCount: (count: number) => (count === 1 ? "1 Asset" : `${count} Assets`),
    toGrants: "Assets gewähren",
    handedOver: "Token übergeben",
    handedOverText:
      "Der Manager meldet sich allein damit an und braucht kein Passwort. Übergeben Sie es auf sicherem Weg: Wer es hat, ist der Manager.",
    handedOverBy: (person: string) => `Angezeigt für ${person}`,
    seenInstead: "Der Manager hat sich in Ampdesk angemeldet.",
  },
  token: {
    show: "Token anzeigen",
    title: (username: string) => `Token von ${username} anzeigen?`,
    lead: "Es wird einmal angezeigt, hier. AMP gibt es gegen das Passwort des Managers heraus; es ändert sich nichts, und das Prüfprotokoll hält fest, dass Sie es angefordert haben.",
    whyLocked: "Entsperren Sie zuerst den Manager: AMP gibt einem gesperrten Konto kein Token.",
    submit: "Einmal anzeigen",
    refused: "AMP lehnt dieses Passwort ab. Wenn niemand es mehr kennt, setzen Sie ein neues.",
    shown: "Das Token des Managers",
    label: "Token",
    once: (minutes: number) =>
      `Es wird nicht noch einmal angezeigt und steht in keinem Protokoll. Mit dem Schließen wird es vergessen; nach ${countOf(minutes, { one: "Minute", other: "Minuten" })} schließt sich das Fenster von selbst.`,
    can: "Wozu es berechtigt",
    canText:
      "Alles unter „Was dieser Manager darf“, auch bei AMP selbst. Es bleibt gültig, bis das Passwort geändert oder der Manager gesperrt wird.",
    close: "Schließen und vergessen",
  },
  newPassword: {
    open: "Neues Passwort setzen",
    title: (username: string) => `Neues Passwort für ${username} setzen?`,
    lead: "AMP ändert mit dem Passwort auch das Token: Alles, was sich mit dem alten anmeldet, endet sofort, auch die Sitzungen des Managers in Ampdesk. Das neue Token wird einmal angezeigt.",
    submit: "Setzen und neues Token anzeigen",
  },
  grants: {
    title: "Gewährte Assets",
    lead: "Von diesen sieht der Manager Überblick, Aktivität, unverbrauchte Outputs und Zuteilungen, und er legt Zuteilungen an. AMP nennt seinem Token außerdem jeden Inhaber mit GAID und Betrag.",
    caption: "Diesem Manager gewährte Assets",
    asset: "Asset",
    none: "Es ist kein Asset gewährt: Der Manager hat nur die registrierten Nutzer, und er darf sie ändern und löschen und ihre Standard-GAIDs wählen.",
    label: "Zu gewährendes Asset",
    hint: "Der Manager sieht es sofort und darf dessen Zuteilungen anlegen, zurückhalten und löschen.",
    choose: "Asset wählen",
    grant: "Gewähren",
    granted: "Das Asset ist gewährt.",
    nothingLeft: "Jedes Asset ist gewährt.",
    unnamed: "Ein Asset, das AMP Ihnen nicht auflistet",
    revoke: "Entziehen",
    revokeLabel: (name: string) => `${name} entziehen`,
    revokeTitle: (name: string) => `Diesem Manager ${name} entziehen?`,
    revokeText:
      "Der Manager sieht es ab sofort nicht mehr. Zuteilungen, die der Manager angelegt hat, bleiben, wie sie sind; nichts wird bewegt.",
    revoked: "Der Manager sieht das Asset nicht mehr.",
  },
  standing: {
    title: "Zugriff",
    id: "Nummer bei AMP",
    lastSeen: "Zuletzt gesehen",
    notSeen: "Nicht in Ampdesk. AMP teilt es nicht mit.",
    seenHint: "In Ampdesk; AMP teilt es nicht mit.",
    lock: "Manager sperren",
    lockTitle: (username: string) => `${username} sperren?`,
    lockText:
      "AMP lehnt Passwort und Token des Managers ab, bis Sie ihn entsperren. Gewährte Assets und Zuteilungen bleiben, wie sie sind.",
    locked: "Der Manager ist gesperrt.",
    unlock: "Manager entsperren",
    unlockTitle: (username: string) => `${username} entsperren?`,
    unlockText:
      "Der Manager kann sich mit dem Passwort oder einem übergebenen Token anmelden und mit den gewährten Assets arbeiten. Auch ohne Asset darf der Manager jeden registrierten Nutzer umbenennen und löschen und die Standard-GAID wählen, an die AMP zahlt.",
    unlocked: "Der Manager ist entsperrt.",
    revoke: "Sämtlichen Zugriff entziehen",
    revokeTitle: (username: string) => `${username} sämtlichen Zugriff entziehen?`,
    revokeSteps: [
      "Zuerst wird der Manager gesperrt, was ihn sofort stoppt.",
      "Dann erhält er ein Passwort, das niemand kennt, sodass sein Token nie wieder funktioniert.",
      "Dann wird jedes gewährte Asset entzogen.",
    ],
    revokeKeeps:
      "AMP kann einen Manager nicht löschen: Das Konto bleibt gesperrt in der Liste. Was es registriert und zugeteilt hat, bleibt.",
    revoked: "Sämtlicher Zugriff ist entzogen.",
  },
  access: {
    title: "Was dieser Manager darf",
    ownTitle: "Was Sie dürfen",
    nav: "Ihr Zugriff",
    ownLead: "Als Manager eines Emittenten, mit Ihrem eigenen Token.",
    onlyManagers:
      "Diese Seite ist für Manager. Was jeder Ihrer Manager darf, steht auf der Seite des Managers.",
    assets: "Gewährte Assets",
    noAssets: "Der Emittent gewährt Ihnen zurzeit kein Asset. Fragen Sie den Emittenten.",
    categories: "Kategorien registrierter Nutzer",
    categoriesGone: (version: string) =>
      `AMP läuft hier in Version ${version}. Mit 0.1.7 hat AMP die Pfade entfernt, über die ein Manager die Kategorie eines Nutzers setzte, und was an ihre Stelle trat, ist allein dem Emittenten vorbehalten. Fragen Sie den Emittenten.`,
    categoriesOld: (version: string) =>
      `AMP läuft hier in Version ${version}, die die alten Pfade dafür noch haben kann. Ampdesk nutzt sie nicht, weil neuere Versionen sie entfernt haben. Fragen Sie den Emittenten.`,
    lead: "Aus der Liste der Endpunkte von AMP. Den Rest lehnt AMP ab, und Ampdesk zeigt ihn nicht.",
    decides: "Entscheidet Anfragen des Portals mit Ihrem Konto",
    decidesText:
      "Sie haben diesen Manager in den Einstellungen des Portals genannt: Wer dort eine Anfrage entscheidet, setzt Kategorien, registriert Nutzer und wählt Standard-GAIDs, wie Sie es würden. Sperren oder Entziehen bei AMP nimmt den Namen nicht von dieser Liste.",
    toPortal: "Die Einstellungen des Portals",
    everywhere: "Für das gesamte Konto",
    granted: "Nur für gewährte Assets",
    never: "Nie",
    showNever: (count: number) => `Was nur der Emittent darf (${count})`,
  },
} satisfies Translation<typeof english>;
