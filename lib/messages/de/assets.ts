import { countOf } from "@/lib/messages/plural";
import type { assetsText as english } from "../assets";
import type { Translation } from "../catalogue";

/** Assets: the list, the issue wizard, one asset's pages. */
export const assetsText = {
  title: "Assets",
  issue: "Asset ausgeben",
  search: "Name, Ticker, Domain oder Asset-ID",
  empty: {
    title: "Noch kein Asset",
    text: "Ein Asset ist ein Wertpapier auf Liquid, das AMP für Sie verfolgt: Aktien, Anleihen, Fondsanteile. Die Ausgabe erzeugt es sofort auf der Chain und sendet es an Ihre Treasury.",
    managerTitle: "Kein Asset für Sie",
    manager:
      "Der Emittent gewährt Ihnen zurzeit kein Asset. Bitten Sie den Emittenten, Ihrem Konto eines zuzuordnen.",
    ask: "Den Emittenten bitten",
    filtered: "Kein Asset entspricht der Suche und den Filtern.",
  },
  toAlert: "Öffnen, was zu tun ist",
  unreadable: {
    title: (count: number) =>
      `${countOf(count, { one: "Ihnen gewährtes Asset ist", other: "Ihnen gewährte Assets sind" })} nicht lesbar`,
    text: "AMP antwortet dazu gerade nicht, deshalb fehlt es auf dieser Seite. Es bleibt Ihnen gewährt: Lesen Sie gleich noch einmal.",
  },
  columns: {
    name: "Asset",
    ticker: "Ticker",
    kind: "Art",
    state: "Status",
    registry: "Register",
    reissuable: "Nachausgabe möglich",
    supply: "Gesamtmenge",
    holders: "Inhaber",
    alerts: "Warnungen",
    precision: "Nachkommastellen",
    domain: "Domain",
    assetId: "Asset-ID",
    assetUuid: "AMP-UUID",
  },
  registry: { registered: "Eingetragen", unregistered: "Nicht eingetragen" },
  attention: { yes: "Mit Warnungen", no: "Ohne Warnungen" },
  blinders: { missing: "AMP fehlen Blinder", complete: "Keine Blinder fehlen", unknown: "Nicht bekannt" },
  sorts: {
    ascending: (column: string) => `${column}, aufsteigend`,
    descending: (column: string) => `${column}, absteigend`,
  },
  unknown: {
    title: (count: number) =>
      `Von ${countOf(count, { one: "Asset", other: "Assets" })} ist nicht bekannt, wonach diese Liste geht`,
    order: "AMP hat ihre Zahlen nicht genannt, deshalb stehen sie zuletzt. Lesen Sie gleich noch einmal.",
    blinders:
      "AMP hat nicht gesagt, ob ihm alle ihre Blinder vorliegen: Gefunden werden sie nur mit „Nicht bekannt“. Lesen Sie gleich noch einmal.",
  },
  supplies: { reissuable: "Nachausgabe möglich", fixed: "Feste Gesamtmenge" },
  figuresUnknown: "nicht lesbar",
  moreAlerts: (count: number) => `+${count} weitere`,
  kinds: { restricted: "Beschränkt", tracked: "Vom Emittenten verfolgt" },
  kindsLong: { restricted: "Übertragung beschränkt", tracked: "Vom Emittenten verfolgt" },
  states: { active: "Aktiv", unauthorized: "Nicht autorisiert", locked: "Gesperrt" },
  filters: {
    kind: "Art",
    state: "Status",
    registry: "Register",
    supply: "Gesamtmenge",
    attention: "Warnungen",
    blinders: "Blinder",
  },
  tabs: {
    label: "Seiten dieses Assets",
    summary: "Überblick",
    ownership: "Bestände",
    activity: "Aktivität",
    transactions: "Transaktionen",
    utxos: "UTXOs",
    eligibility: "Berechtigung",
    assignments: "Zuteilungen",
    distributions: "Ausschüttungen",
    supply: "Gesamtmenge",
    rules: "Regeln",
    settings: "Einstellungen",
  },
  issueProblems: {
    "name-length": "Der Name braucht 5 bis 255 Zeichen.",
    "name-ascii":
      "Der Name darf nur einfache ASCII-Zeichen enthalten: keine Akzente oder Umlaute, keine Sonderzeichen außer den grundlegenden der Tastatur.",
    "ticker-form": "Ein Ticker hat 3 bis 24 Zeichen: Buchstaben, Ziffern, Punkte und Bindestriche.",
    "domain-form":
      "Schreiben Sie nur die Domain in Kleinbuchstaben, ohne https:// und ohne www, zum Beispiel example.com.",
    "pubkey-form":
      "Ein komprimierter öffentlicher Schlüssel hat 66 hexadezimale Ziffern und beginnt mit 02 oder 03.",
    "registry-all-or-none":
      "Ticker und Domain gehören zusammen: Geben Sie für das Asset-Register beide an, oder lassen Sie beide leer.",
    "amount-form": "Geben Sie Ziffern ein, mit einem Punkt vor den Nachkommastellen.",
    "amount-ambiguous":
      "Das lässt sich als zwei Beträge lesen. Geben Sie tausend als 1000 ein und eins als 1 oder 1.0.",
    "amount-decimals": "Mehr Nachkommastellen, als Sie als Genauigkeit gewählt haben.",
    "amount-sats":
      "Sats sind ganze Einheiten: Geben Sie nur Ziffern ein, oder geben Sie den Betrag in der Einheit ein, die Wallets anzeigen.",
    "amount-range":
      "Der Betrag muss mindestens eine Einheit und darf höchstens 2\u202f100\u202f000\u202f000\u202f000\u202f000 sats betragen.",
    "tokens-range": "Geben Sie eine ganze Zahl von Nachausgabe-Token ein, mindestens 1.",
    "address-missing": "Hier wird eine Adresse gebraucht. Nehmen Sie eine neue vom Treasury-Node.",
    "addresses-equal":
      "Das Nachausgabe-Token braucht eine andere Adresse als das Asset, sonst kann es nie verwendet werden.",
    "precision-range": "Die Genauigkeit ist eine ganze Zahl von 0 bis 8.",
  },
  issueInvalid: "Mit einigen der Angaben ist die Ausgabe so nicht möglich. An AMP wurde nichts gesendet.",
  alreadyIssued:
    "Ein Asset mit diesem Namen wurde schon einmal an diese Adresse ausgegeben. Jetzt wurde nichts ausgegeben: Sehen Sie es sich in der Liste der Assets an, und fangen Sie für ein anderes neu an.",
  addressInvalid: "Das ist keine Liquid-Adresse.",
  addressOtherNetwork: "Diese Adresse gehört zu einem anderen Netzwerk als diese Umgebung.",
  addressUnconfidential:
    "Diese Adresse ist nicht vertraulich. Ein Token in einem unverblindeten Output könnte nie verwendet werden.",
  tooShallow: (confirmations: number, needed: number) =>
    `Die Ausgabe hat ${confirmations} von ${needed} nötigen Bestätigungen. Es wurde nichts geändert; warten Sie eine Minute.`,
  depthUnknown:
    "Kein Node dieses Desks sagt, wie viele Bestätigungen die Ausgabe hat. Es wurde nichts geändert: Versuchen Sie es erneut, wenn ein Node antwortet, oder überlassen Sie es AMP, das eine zu junge Ausgabe ablehnt.",
  figures: {
    supply: "Gesamtmenge",
    supplyNote: (issued: string, reissued: string, burned: string) =>
      `${issued} ausgegeben + ${reissued} nachausgegeben − ${burned} vernichtet`,
    distributed: "Ausgeschüttet",
    assigned: "Zugeteilt, noch nicht gesendet",
    holders: "Konten mit Bestand",
    holdersNote: (users: number) =>
      countOf(users, { one: "registrierter Nutzer", other: "registrierte Nutzer" }),
    blacklisted: "Auf der Sperrliste",
  },
  facts: {
    title: "Eckdaten",
    fixed: "Mit der Ausgabe festgelegt, für immer.",
    assetId: "Asset-ID",
    uuid: "AMP-UUID",
    ticker: "Ticker",
    domain: "Domain",
    precision: "Genauigkeit",
    pubkey: "Öffentlicher Schlüssel des Emittenten",
    token: "Nachausgabe-Token",
    issuance: "Transaktion der Ausgabe",
  },
  checklist: {
    title: "Von der Ausgabe zum einsatzbereiten Asset",
    lead: "Jeder Schritt öffnet den nächsten.",
    issued: "Auf Liquid ausgegeben",
    issuedText: "Die Ausgabe steht auf der Chain; ihr Betrag ging an die Treasury.",
    confirmed: "Ausgabe bestätigt",
    confirmedText:
      "Liquid erzeugt einen Block pro Minute. Diese Seite sieht von selbst nach; Sie können sie verlassen und wiederkommen.",
    confirmations: (done: number, needed: number) => `${done} von ${needed} Bestätigungen`,
    confirmationsUnknown: "Kein Node kann es sagen",
    authorized: "Als autorisiert eingetragen",
    authorizedText:
      "AMP lässt Green nur die Übertragungen mitsignieren, die es erlaubt. Vorher wird nichts verfolgt, und nichts kann ausgeschüttet werden.",
    categories: "Kategorien zugeordnet",
    categoriesText: "Wer dieses Asset hält, muss jeder Kategorie angehören, die es voraussetzt.",
    categoriesNone:
      "Noch wird keine vorausgesetzt: Jeder registrierte Nutzer darf dieses Asset halten. Setzen Sie unten eine voraus.",
    proof: "Nachweisdatei auf der Website des Emittenten erreichbar",
    proofText: "Freiwillig: An ihr erkennt das Register, dass die Domain hinter dem Asset steht.",
    proofTaken: "Das Register hat das Asset eingetragen und dafür die Datei gelesen.",
    proofStates: {
      accepted: "Sie ist da, Buchstabe für Buchstabe, wie das Register sie verlangt.",
      refused: "Es gibt eine Datei, aber nicht die, die das Register verlangt.",
      unreachable: "Sie konnte dort nicht gelesen werden. Auch das Register wird sie nicht finden.",
    },
    looked: (time: string) => `nachgesehen um ${time}`,
    registry: "Im Asset-Register eingetragen",
    registryText: "Freiwillig: Wallets zeigen dann Name und Nachkommastellen statt nur einer ID.",
    registryNone:
      "Ohne Ticker und Domain ausgegeben: Es kann nie eingetragen werden. Alles andere funktioniert.",
    toSettings: "Zu den Schritten für das Asset-Register",
    categoriesTracked:
      "Nicht nötig: Ein vom Emittenten verfolgtes Asset darf jedes Managed-Assets-Konto halten.",
    treasury: "Treasury-Adressen bei AMP hinterlegt",
    treasuryText:
      "AMP zählt zur Treasury, was auf diesen Adressen liegt. Die Adressen der Ausgabe gehören von Anfang an dazu.",
    toTreasury: "Zu den Treasury-Adressen",
    ready: "Bereit zum Zuteilen und Ausschütten",
    readyText: "Reservieren Sie Einheiten für registrierte Nutzer, und senden Sie sie dann.",
    missingTreasury: "AMP kennt keine Treasury-Adresse und zählt deshalb nichts zur Treasury.",
    missingBlinders: (count: number) =>
      `AMP fehlen die Blinder von ${countOf(count, { one: "Treasury-Output", other: "Treasury-Outputs" })}; es kann sie nicht öffnen.`,
    toAssignments: "Zu den Zuteilungen",
  },
  authorize: {
    title: (name: string) => `${name} als autorisiert eintragen?`,
    consequence:
      "Von jetzt an verfolgt AMP dieses Asset, und Green signiert seine Übertragungen nur mit, wenn AMP sie erlaubt. Das kann nicht rückgängig gemacht werden.",
    unseen:
      "Kein Node dieses Desks sagt, wie viele Bestätigungen die Ausgabe hat. AMP entscheidet selbst: Es lehnt eine zu junge Ausgabe ab, und dann ändert sich nichts. Vergewissern Sie sich, dass die Ausgabe endgültig in der Chain steht: Sehen Sie sich zuerst ihre Transaktion in einem Explorer an.",
    confirm: "Als autorisiert eintragen",
    done: "Das Asset ist als autorisiert eingetragen.",
  },
  noRequirements: {
    title: "Vorausgesetzte Kategorien",
    lead: "Gelten für dieses Asset nicht.",
    text: "Es wird vom Emittenten verfolgt: Jedes Managed-Assets-Konto darf es empfangen und halten, ob sein Inhaber registriert ist oder nicht, und AMP prüft keine Kategorie. Sie sehen weiterhin, wer wie viel hält. Das wurde bei der Ausgabe für immer festgelegt.",
    endpoint: "Über jede Übertragung entscheidet der Autorisierungsendpunkt des Emittenten.",
    lock: "Um Übertragungen anzuhalten, sperren Sie das Asset; um über jede einzeln zu entscheiden, legen Sie einen Autorisierungsendpunkt des Emittenten fest.",
    toLock: "Dieses Asset sperren",
    toRules: "Regeln dieses Assets",
  },
  requirements: {
    title: "Vorausgesetzte Kategorien",
    lead: "Mehrere Kategorien bedeuten: alle zugleich.",
    none: "Noch ist keine Kategorie vorausgesetzt: Jeder registrierte Nutzer darf dieses Asset halten.",
    members: (count: number) => countOf(count, { one: "Mitglied", other: "Mitglieder" }),
    add: "Weitere Kategorie voraussetzen",
    addHint: "Inhaber, die ihr nicht angehören, behalten, was sie haben, können aber nichts mehr empfangen.",
    choose: "Kategorie wählen",
    require: "Voraussetzen",
    makeOne: "Weitere Kategorie anlegen",
    release: "Nicht mehr voraussetzen",
    releaseOne: (category: string) => `${category} nicht mehr voraussetzen`,
  },
} satisfies Translation<typeof english>;
