import { countOf } from "@/lib/messages/plural";
import type { assetSettingsText as english } from "../asset-settings";
import type { Translation } from "../catalogue";

/** What an issuer can change about an asset after it was issued, in German. */
export const assetSettingsText = {
  title: "Einstellungen",
  registry: {
    title: "Liquid Asset Registry",
    lead: "Damit zeigen Wallets und Explorer Name, Ticker und Nachkommastellen des Assets statt einer bloßen ID.",
    registered: (domain: string) => `Eingetragen: Wallets zeigen dieses Asset als eines von ${domain}.`,
    impossible: "Dieses Asset kann nicht ins Asset-Register eingetragen werden",
    impossibleText:
      "Es wurde ohne Ticker, Domain und öffentlichen Schlüssel ausgegeben, und das legt die Ausgabe für immer fest. In AMP funktioniert es uneingeschränkt; Wallets zeigen seine ID.",
    steps: "Stellen Sie diese Datei auf Ihre Website, prüfen Sie sie und tragen Sie das Asset dann ein.",
    fileName: "Dateiname, ohne Endung",
    content: "Inhalt, in einer Zeile",
    address: "Adresse",
    fileNameLabel: "Dateiname",
    contentLabel: "Inhalt",
    addressLabel: "Adresse",
    download: "Datei herunterladen",
    publish: "Auf der Website der Sandbox veröffentlichen",
    published: "Die Sandbox liefert die Datei jetzt aus.",
    check: "Jetzt prüfen",
    checking: "Die Domain wird abgefragt…",
    register: "Ins Asset-Register eintragen",
    registerWaits: (confirmations: number, needed: number) =>
      `Wartet auf die Ausgabe: ${confirmations} von ${needed} Bestätigungen`,
    registerTitle: (name: string) => `${name} in die Liquid Asset Registry eintragen?`,
    registerText: (domain: string) =>
      `Das Asset-Register liest die Datei auf ${domain} und veröffentlicht Name, Ticker und Nachkommastellen für alle. Was es veröffentlicht, wurde bei der Ausgabe festgelegt; um es zurückzunehmen, ist eine Signatur mit dem Schlüssel des Emittenten nötig, außerhalb von Ampdesk.`,
    registerUnchecked:
      "Eine ordnungsgemäße Datei wurde noch nicht gefunden. Das Asset-Register wird den Eintrag höchstwahrscheinlich ablehnen.",
    done: "Das Asset ist ins Asset-Register eingetragen.",
    noDomain: "Dieses Asset wurde ohne Domain ausgegeben. Es gibt keine Datei, nach der zu suchen wäre.",
    badDomain:
      "Die Domain, die bei der Ausgabe festgelegt wurde, ist kein einfacher Hostname, daher kann dort niemand nachsehen.",
  },
  authorization: {
    title: "Autorisierung",
    done: "Als autorisiert eingetragen: AMP verfolgt dieses Asset, und Green signiert mit, was AMP erlaubt.",
    open: "Noch nicht als autorisiert eingetragen: AMP verfolgt es nicht, und nichts kann ausgeschüttet werden.",
    openText:
      "Es wird möglich, sobald die Ausgabe drei Bestätigungen hat, und es kann nicht rückgängig gemacht werden.",
    toChecklist: "Zur Checkliste",
  },
  endpoint: {
    title: "Autorisierung durch den Emittenten",
    lead: "Wer über eine Übertragung zwischen Inhabern entscheidet: AMP anhand seiner Kategorien oder ein Endpunkt von Ihnen. Es ist das Einzige an einem Asset, das AMP Sie bearbeiten lässt.",
    none: "Keiner: AMP entscheidet.",
    label: "Endpunkt",
    hint: "Die Basisadresse, mit https. AMP hängt /issuerauthorizer selbst an.",
    hintSandbox: "Die Basisadresse; in der Sandbox genügt http. AMP hängt /issuerauthorizer selbst an.",
    warnings: [
      "Seine Antwort ersetzt die Entscheidung anhand der Kategorien; deren Ergebnis wird ihm nur mitgeteilt.",
      "GAIDs, die zu keinem registrierten Nutzer gehören, und jede Übertragung eines gesperrten Assets werden abgelehnt, ohne ihn zu fragen.",
      "Gibt er eine einfache Liquid-Adresse frei, zählt AMP das dorthin Gesendete zu Ihrer Treasury, obwohl die Adresse jedem gehören kann.",
      "Solange er nicht antwortet, kann kein Inhaber übertragen.",
    ],
    warningsTracked: [
      "Dieses Asset wird vom Emittenten verfolgt: Ohne Endpunkt darf jedes Managed-Assets-Konto es halten; mit Endpunkt wartet jede Übertragung auf dessen Antwort.",
      "Eine Übertragung eines gesperrten Assets wird abgelehnt, ohne ihn zu fragen.",
      "Gibt er eine einfache Liquid-Adresse frei, zählt AMP das dorthin Gesendete zu Ihrer Treasury, obwohl die Adresse jedem gehören kann.",
      "Solange er nicht antwortet, kann kein Inhaber übertragen.",
    ],
    save: "Diesen Endpunkt verwenden",
    saveTitle: (host: string) => `${host} über Übertragungen entscheiden lassen?`,
    saveText:
      "Ab der nächsten Übertragung fragt AMP diesen Endpunkt, und seine Antwort ist endgültig. Antwortet er nicht, bemerken die Inhaber es sofort.",
    saved: "AMP fragt von jetzt an diesen Endpunkt.",
    remove: "Endpunkt entfernen",
    removeTitle: "AMP wieder entscheiden lassen?",
    removeText:
      "Ab der nächsten Übertragung entscheidet AMP nach seinen eigenen Regeln, und Ihr Endpunkt wird nicht mehr gefragt.",
    removed: "AMP entscheidet wieder.",
    problems: {
      form: "Geben Sie eine vollständige Adresse ein, zum Beispiel https://rules.example.com.",
      https: "Die Adresse muss mit https beginnen.",
      suffix: "Lassen Sie /issuerauthorizer weg: AMP hängt es an.",
      credentials: "Die Adresse darf weder Benutzernamen noch Passwort enthalten.",
      query: "Die Adresse muss mit ihrem Pfad enden: AMP hängt etwas an.",
    },
  },
  memo: {
    title: "Memo",
    lead: "Eine Notiz, die AMP zum Asset aufbewahrt. Jedes Emittentenkonto des Assets kann sie lesen; Inhaber und Manager können es nicht.",
    label: "Memo",
    hint: "Keine personenbezogenen Daten und keine Geheimnisse: AMP bewahrt es auf, wie es ist.",
    save: "Memo speichern",
    saved: "Das Memo ist gespeichert.",
    tooLong: "Das Memo ist zu lang.",
  },
  addresses: {
    title: "Treasury-Adressen",
    lead: "Einfache Liquid-Adressen, die AMP als Ihre zählt. Inhaber dürfen an sie zurücksenden.",
    caption: "Treasury-Adressen dieses Assets",
    address: "Adresse",
    addressLabel: "Treasury-Adresse",
    none: "AMP kennt keine Treasury-Adresse dieses Assets außer denen, die es aus Ausgabe und Wechselgeld erfahren hat.",
    add: "Adressen hinzufügen",
    label: "Hinzuzufügende Adressen",
    hint: "Vertrauliche Adressen von Wallets, über die Sie verfügen, eine je Zeile.",
    warning:
      "Was immer an eine Adresse in dieser Liste gesendet wird, zählt in AMP zu Ihrer Treasury, gleich wer ihren Schlüssel hat.",
    added: (count: number) =>
      `${countOf(count, { one: "Adresse wurde", other: "Adressen wurden" })} hinzugefügt.`,
    foreign: "Ampdesk kann nicht erkennen, dass diese Adressen Ihnen gehören. Es wurde nichts hinzugefügt.",
    foreignText:
      "Der Node der Treasury hat ihre Schlüssel nicht oder hat nicht geantwortet. Gehören sie zu einer anderen Wallet von Ihnen, fügen Sie sie trotzdem hinzu; andernfalls würde AMP die Coins eines anderen zu Ihrer Treasury zählen.",
    acceptForeign: "Trotzdem hinzufügen",
    empty: "Geben Sie eine Adresse ein.",
    tooMany: (most: number) => `Höchstens ${most} Adressen auf einmal.`,
    known: "AMP kennt alle diese Adressen bereits.",
    problem: (address: string, problem: string) => `${address}: ${problem}`,
    remove: "Entfernen",
    removeLabel: (address: string) => `${address} entfernen`,
    removeTitle: "Diese Treasury-Adresse entfernen?",
    removeText: (address: string) =>
      `AMP zählt ${address} nicht mehr zu Ihren Adressen. Was dort liegt, bleibt auf Liquid; Coins auf einer Adresse, die AMP nicht kennt, können zu verlorenen Outputs werden, und verlorene Outputs verhindern Ausschüttungen.`,
    removeConfirm: "Adresse entfernen",
    removed: "Die Adresse wurde entfernt.",
  },
  lock: {
    title: "Sperre",
    explain:
      "Das Sperren hält jede Übertragung zwischen Inhabern sofort an, und Ampdesk beginnt keine Ausschüttung. Ob AMP eine eines anderen Werkzeugs ablehnt, ist nicht dokumentiert. Die Sperre kann jederzeit aufgehoben werden.",
    isLocked:
      "Dieses Asset ist gesperrt: Jede Übertragung wird abgelehnt, und ein Autorisierungsendpunkt des Emittenten wird nicht gefragt.",
    toSettings: "In den Einstellungen entsperren",
    lock: {
      title: (name: string) => `${name} sperren?`,
      consequence:
        "Kein Inhaber kann dieses Asset bewegen, und Ampdesk beginnt keine Ausschüttung davon, bis Sie es entsperren. Ein Autorisierungsendpunkt des Emittenten wird nicht gefragt. Die Bestände bleiben, wie sie sind.",
      confirm: "Asset sperren",
      done: "Das Asset ist gesperrt.",
    },
    unlock: {
      title: (name: string) => `${name} entsperren?`,
      consequence:
        "Inhaber können dieses Asset im Rahmen seiner Regeln wieder bewegen, und Ausschüttungen können beginnen.",
      confirm: "Asset entsperren",
      done: "Das Asset ist entsperrt.",
    },
  },
  blinders: {
    title: "Blinder",
    text: "AMP braucht die Blinder der Outputs, von denen es nie erfahren hat, vor allem die einer Ausgabe, um deren Beträge zu zeigen.",
    action: "Blinder aktualisieren",
  },
  remove: {
    title: "Löschen",
    text: "Das Löschen blendet das Asset in AMP aus. Es vernichtet nichts: Die Einheiten bleiben auf Liquid bei ihren Inhabern, und AMP verfolgt und meldet sie hier nicht mehr.",
    action: "Asset löschen",
    dialogTitle: (name: string) => `${name} in AMP löschen?`,
    consequences: [
      "Es verschwindet aus jeder Liste und jedem Bericht dieses Kontos und bei jedem seiner Manager, und jede Adresse des Assets antwortet mit „nicht gefunden“. AMP kennt keinen Weg zurück.",
      "Nichts wird vernichtet. Die Einheiten bleiben auf Liquid bei ihren Inhabern.",
      "Um ein Asset außer Betrieb zu nehmen, vernichten Sie zuerst seine Einheiten; um Übertragungen eine Zeit lang anzuhalten, sperren Sie es stattdessen.",
    ],
    confirm: "In AMP löschen",
    done: "Das Asset wurde in AMP gelöscht. Seine Einheiten bleiben auf Liquid.",
    underWay:
      "Zu diesem Asset ist etwas unterwegs. Nach dem Löschen könnte es niemand mehr bei AMP bestätigen; deshalb wird nichts gelöscht, bis es bestätigt oder abgebrochen ist.",
    pending:
      "AMP hat zu diesem Asset eine offene Ausschüttung. Nach dem Löschen könnte sie niemand mehr bestätigen. Es wurde nichts gelöscht: Bestätigen oder brechen Sie sie zuerst ab, unter den Ausschüttungen des Assets.",
    openOperation:
      "Ampdesk hat zu diesem Asset einen Vorgang, der noch nicht beendet ist. Es wurde nichts gelöscht: Führen Sie ihn zuerst zu Ende oder brechen Sie ihn ab.",
  },
} satisfies Translation<typeof english>;
