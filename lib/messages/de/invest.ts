import type { Translation } from "../catalogue";
import type { investText as english } from "../invest";

/** The investor portal's frame, its steps and its forms. What each state means stands in `investor-states.ts`. */
export const investText = {
  title: "Anlegerportal",
  titleTemplate: (title: string) => `${title} · Anlegerportal`,
  skip: "Zum Inhalt springen",
  navigation: "Portal",
  nav: {
    progress: "Mein Zugang",
    holdings: "Bestand",
    autoInvest: "Auto-Invest",
    faucet: "Testguthaben",
    documents: "Dokumente",
    profile: "Profil",
  },
  notices: {
    ended:
      "Ihre Sitzung ist beendet. Melden Sie sich mit derselben Wallet an, dann machen Sie dort weiter, wo Sie waren; es ist nichts verloren gegangen.",
    switched:
      "Ihre Wallet ist auf ein anderes Konto gewechselt, deshalb wurde das bisherige abgemeldet. Melden Sie sich mit dem Konto an, das Sie verwenden möchten.",
    "signed-out": "Sie sind abgemeldet.",
    "signed-out-of-portal":
      "Diese Wallet ist in jedem Browser von diesem Portal abgemeldet. Der Identitätsdienst hat nicht bestätigt, dass er auch seine eigenen Anmeldungen beendet hat; auf anderen Seiten, auf denen sich die Wallet angemeldet hat, kann sie daher angemeldet bleiben. Melden Sie sich später erneut an und wiederholen Sie das Abmelden.",
    erased: "Ihre Daten sind gelöscht, und Sie sind überall abgemeldet.",
  },
  footer: "Ampdesk fragt niemals nach einer Wiederherstellungsphrase oder einem privaten Schlüssel.",

  welcome: {
    title: "Zugang zu Wertpapieren auf Liquid erhalten",
    lead: "Sie melden sich mit Ihrer Wallet an, weisen einmal nach, wer Sie sind, und bitten den Emittenten, Sie aufzunehmen. Sie können nach jedem Schritt aufhören und später zurückkommen.",
    byIssuer: (issuer: string) => `${issuer} lädt Sie ein, Zugang anzufragen`,
    byIssuerLead: (issuer: string) =>
      `Sie melden sich mit Ihrer Wallet an, weisen einmal nach, wer Sie sind, und senden Ihre Anfrage an ${issuer}. Sie können nach jedem Schritt aufhören und später zurückkommen.`,
    points: [
      "Die Anmeldung kostet nichts und bewegt nichts. Sie sehen den ganzen Text, bevor Sie ihn signieren.",
      "Ihr Schlüssel verlässt niemals Ihre Wallet, und wir fragen nie nach einer Wiederherstellungsphrase.",
      "Ihre Identität wird von Veriff geprüft. Sie können ansehen, herunterladen und löschen, was über Sie gespeichert ist.",
    ],
    unknownIssuer: "Dieser Link führt zu keinem Emittenten",
    unknownIssuerText:
      "Möglicherweise enthält er einen Tippfehler, oder der Emittent nimmt derzeit keine Anfragen an. Bitten Sie den Emittenten um einen neuen Link.",
    toPortal: "Zum Portal",
  },

  issuer: {
    title: (issuer: string) => `Was ${issuer} verlangt`,
    asks: [
      "eine Wallet, mit der Sie sich anmelden",
      "eine E-Mail-Adresse",
      "Ihre Identität, einmal von Veriff geprüft",
      "Ihre AMP ID, bei der die Wertpapiere eingehen sollen",
    ],
    sharedTitle: (issuer: string) => `Was ${issuer} zu sehen bekommt`,
    shared: {
      name: "den Namen, den Sie mit Ihrer Anfrage senden, und ob Sie für ein Unternehmen anfragen",
      verifiedName: "den Namen in dem Dokument, mit dem Sie identifiziert wurden",
      email: "Ihre E-Mail-Adresse",
      wallet: "die Adresse Ihrer Wallet",
      ampId: "Ihre AMP ID und Ihre Signatur dafür",
      kyc: "ob und wann Ihre Identität bestätigt wurde und wie lange das Dokument gültig ist",
      riskLabels: "Risikohinweise, die sich bei der Identitätsprüfung ergeben haben, falls vorhanden",
    },
    notShared: "Nie weitergegeben: Ihr Dokument, die Bilder der Identitätsprüfung, Ihre Schlüssel.",
  },

  steps: {
    label: "Ihr Weg zur Aufnahme",
    count: (number: number, all: number) => `Schritt ${number} von ${all}`,
    names: {
      wallet: "Wallet",
      email: "E-Mail",
      identity: "Identität",
      "amp-id": "AMP ID",
      request: "Anfrage",
      accepted: "Aufgenommen",
    },
    hints: {
      wallet: "Anmelden durch Signieren eines Textes",
      email: "Wo der Emittent Sie erreicht",
      identity: "Ein Dokument und ein Selfie, etwa fünf Minuten",
      "amp-id": "Das Konto, auf dem Ihre Wertpapiere eingehen",
      request: "Der Emittent sieht sie sich an",
      accepted: "Sie können Wertpapiere empfangen",
    },
  },

  card: {
    who: "Wer handelt",
    time: "Übliche Dauer",
    reason: "Grund",
    howToFix: "So beheben Sie es:",
    watching: "Diese Seite sieht von selbst nach Neuigkeiten. Sie können sie schließen und zurückkommen.",
    progressOnChain: "Auf der Chain",
    transaction: "Transaktion",
    chain: (name: string) => `Chain ${name}`,
    unserved: (chains: string) => `Nicht eingetragen auf ${chains}`,
    unservedText:
      "Der Identitätsdienst bedient dieses Netzwerk noch nicht, daher steht Ihre Wallet dort nicht im Vertrag des Emittenten. Der Emittent sieht das ebenfalls und kann es in Ordnung bringen lassen. Ihre AMP ID und Ihre Anfrage sind davon nicht betroffen.",
    askAgain: "Erneut anfragen",
  },

  email: {
    label: "E-Mail-Adresse",
    hint: "Für Nachrichten zu Ihrem Zugang. Der Emittent sieht sie mit Ihrer Anfrage.",
    save: "E-Mail-Adresse speichern",
    saved: "Ihre E-Mail-Adresse ist gespeichert.",
    verified: "bestätigt",
    notVerified: "nicht bestätigt",
    none: "noch keine",
  },

  identity: {
    before:
      "Die Verifizierung öffnet sich in diesem Tab und bringt Sie danach hierher zurück. Halten Sie einen gültigen Reisepass, Personalausweis oder Führerschein bereit und erlauben Sie dort die Kamera.",
    leaving: "Sie werden weitergeleitet…",
    testTitle: "Testidentität ausfüllen",
    testHint: "Nur auf Testinstallationen: überspringt Veriff und kennzeichnet diese Wallet als geprüft.",
    firstName: "Vorname",
    lastName: "Nachname",
    testSubmit: "Testidentität verwenden",
  },

  ampId: {
    label: "AMP ID",
    hint: "In der Blockstream-App: Öffnen Sie Ihr AMP-Konto, dann Receive (Empfangen) oder Account ID (Konto-ID). Sie beginnt mit GA.",
    prepare: "AMP ID prüfen",
    textTitle: "Das werden Sie signieren",
    textHint: "Es verknüpft die AMP ID mit Ihrer Wallet. Es kostet nichts und bewegt nichts.",
    sign: "In meiner Wallet signieren",
    change: "Andere AMP ID eingeben",
    keep: "Die jetzige behalten",
    asked: "Die Anfrage nennt diese AMP ID:",
    notKnown:
      "AMP konnte zu dieser AMP ID noch nicht befragt werden. Die Form stimmt; der Emittent prüft sie erneut, wenn Ihre Anfrage eingeht.",
    bound: "Ihre AMP ID ist mit Ihrer Wallet verknüpft.",
    checked: "AMP kennt diese AMP ID.",
  },

  link: {
    text: "Emittenten veröffentlichen den Link oder senden ihn Ihnen. Wenn Sie ihn als Text haben, fügen Sie ihn hier ein.",
    label: "Link des Emittenten",
    open: "Link öffnen",
    wrong: "Das ist kein Link dieses Portals. Er endet auf /invest/i/ und den Namen des Emittenten.",
  },

  request: {
    title: (issuer: string) => `Zugang bei ${issuer} anfragen`,
    name: "Ihr Name",
    nameHint: "Wie in Ihrem Dokument, oder der eingetragene Name des Unternehmens.",
    kind: "Wer fragt an",
    person: "Ich frage für mich selbst an",
    company: "Ich frage für ein Unternehmen an",
    consent: (issuer: string) => `Ich stimme zu, dass ${issuer} zu sehen bekommt, was oben aufgeführt ist.`,
    sent: "Ihre Anfrage ist gesendet.",
    withdraw: "Meine Anfrage zurückziehen",
    withdrawTitle: "Ihre Anfrage zurückziehen?",
    withdrawText: "Der Emittent sieht sie nicht mehr als offen. Sie können jederzeit eine neue senden.",
    withdrawn: "Ihre Anfrage ist zurückgezogen.",
    reason: "Das schreibt der Emittent",
  },

  profile: {
    title: "Profil",
    see: "Mein Profil ansehen",
    description: "Womit Sie sich angemeldet haben und was über Sie gespeichert ist.",
    wallet: "Wallet",
    walletHint: "Um eine andere Wallet zu verwenden, melden Sie sich ab und mit der anderen wieder an.",
    address: "Adresse",
    addressName: "Wallet-Adresse",
    session: "Angemeldet bis",
    email: "E-Mail",
    ampId: "AMP ID",
    ampIdName: "AMP ID",
    noAmpId: "Noch keine. Sie geben sie auf dem Weg zu Ihrer Anfrage ein.",
    boundAt: "Mit der Wallet verknüpft",
    sessions: "Abmelden",
    signOut: "Hier abmelden",
    signOutHint: "Beendet die Sitzung in diesem Browser.",
    everywhere: "Überall abmelden",
    everywhereHint: "Beendet jede Sitzung dieser Wallet, in allen Browsern und auf allen Geräten.",
    everywhereTitle: "Überall abmelden?",
    everywhereText:
      "In jedem Browser, in dem diese Wallet angemeldet ist, ist eine neue Anmeldung nötig. Sonst ändert sich nichts.",
    everywhereDone: "Alle Sitzungen dieses Portals sind beendet.",
    data: "Meine Daten",
    dataHint: "Alles, was über diese Wallet gespeichert ist, als lesbare Datei.",
    download: "Meine Daten herunterladen",
    erase: "Löschung verlangen",
    eraseHint:
      "Löscht Ihren Identitätsdatensatz, Ihre E-Mail-Adresse und Ihre Sitzungen. Was der Emittent von Gesetzes wegen aufbewahren muss, bleibt beim Emittenten.",
    eraseTitle: "Ihre Daten löschen?",
    eraseText:
      "Ihr Identitätsdatensatz, Ihre E-Mail-Adresse und die Entscheidungen werden gelöscht, und Sie werden überall abgemeldet. Um das Portal wieder zu nutzen, weisen Sie Ihre Identität neu nach. Ein Emittent, der Ihre Anfrage bereits hat, behält sie. Bilder und Dokumente bei Veriff werden nach den eigenen Regeln von Veriff gelöscht.",
    eraseType: "delete",
    eraseDone: "Ihre Daten sind gelöscht.",
    show: "Meine Daten ansehen",
    shown: "Was über Sie gespeichert ist",
  },
} satisfies Translation<typeof english>;
