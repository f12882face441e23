import type { Translation } from "../catalogue";
import type { issueText as english } from "../issue";

/** The issue wizard. */
export const issueText = {
  title: "Asset ausgeben",
  lead: "Was Sie hier wählen, wird in die Ausgabe auf Liquid geschrieben. Vor dem letzten Schritt wird nichts gesendet.",
  label: "Schritte der Ausgabe",
  steps: {
    kind: "Art",
    identity: "Identität",
    supply: "Gesamtmenge",
    reissuance: "Nachausgabe",
    addresses: "Adressen",
    review: "Prüfung",
  },
  back: "Zurück",
  next: "Weiter",
  attempt: {
    title: "Sehen Sie erst nach, ob das Asset da ist",
    text: "Steht es in der Liste, ist nichts mehr zu tun: Beginnen Sie von vorn. Steht es nicht dort und sind einige Minuten vergangen, machen Sie mit denselben Angaben weiter; AMP wird noch einmal nach dem Namen gefragt, bevor etwas gesendet wird.",
    look: "Liste der Assets",
    start: "Neuer Versuch mit diesen Angaben",
  },
  startOver: "Von vorn beginnen",
  kind: {
    legend: "Wer darf es halten?",
    restricted: "Übertragung beschränkt",
    restrictedText:
      "Nur registrierte Nutzer, die in jeder von Ihnen verlangten Kategorie sind. Die übliche Wahl für Wertpapiere.",
    tracked: "Vom Emittenten verfolgt",
    trackedText:
      "Jedes Managed-Assets-Konto darf es halten. Sie sehen jeden Inhaber, AMP hält niemanden auf.",
    confidential: "Ausgegebenen Betrag auf der Chain verbergen",
    confidentialHint:
      "Meist ausgeschaltet: Anleger können die Gesamtmenge dann selbst prüfen. Die Bestände der Inhaber sind in jedem Fall verborgen.",
  },
  identity: {
    name: "Name",
    nameHint: "5 bis 255 einfache Zeichen, so wie Anleger ihn lesen werden.",
    ticker: "Ticker",
    tickerHint: "3 bis 5 Buchstaben, Ziffern, Punkte oder Bindestriche.",
    tickerLong:
      "AMPs Regeln nennen einen Ticker von höchstens 5 Zeichen: AMP kann einen längeren ablehnen. Das Register nimmt bis zu 24.",
    domain: "Domain des Emittenten",
    domainHint: "Weist im Liquid-Asset-Register nach, wer Sie sind, zum Beispiel example.com.",
    pubkey: "Öffentlicher Schlüssel des Emittenten",
    pubkeyHint: "Aus der Zieladresse des Treasury-Nodes. 66 hexadezimale Ziffern.",
    registry:
      "Ticker und Domain werden für das Asset-Register benötigt. Lassen Sie beide leer, um nicht eingetragen zu werden: Wallets zeigen dann die reine Asset-ID.",
    permanent:
      "Name, Ticker, Domain und Schlüssel werden auf der Chain festgeschrieben. Sie können nie geändert werden.",
  },
  supply: {
    precision: "Genauigkeit",
    precisionHint:
      "Zahl der Nachkommastellen, die Wallets anzeigen. Sie ändert nur, wie Beträge aussehen, und kann nie geändert werden.",
    precisionOption: (digits: number) => (digits === 0 ? "0, ganze Einheiten" : String(digits)),
    amount: "Auszugebender Betrag",
    amountHint: {
      shown: "In der Einheit, die Wallets anzeigen werden.",
      sats: "In sats, den ganzen Einheiten, die AMP zählt.",
    },
    amountIn: "Eingabe in",
    amountInHint: "Eine andere Wahl schreibt denselben Betrag neu.",
    amountUnits: { shown: "der Einheit, die Wallets anzeigen", sats: "sats" },
    displays: "Derselbe Betrag in drei Darstellungen",
    displayAmp: "AMP und Ampdesk, in sats",
    displayWallet: "Wallets und Explorer",
    displayNode: "Die Kommandozeile des Nodes",
    displayNone: "Geben Sie einen Betrag ein, um ihn hier zu sehen.",
  },
  reissuance: {
    legend: "Darf später mehr ausgegeben werden?",
    yes: "Nachausgabe möglich",
    yesText:
      "Erzeugt ein Nachausgabe-Token. Wer es in der Treasury-Wallet hält, kann weitere Einheiten ausgeben, auch um zu ersetzen, was ein Anleger verloren hat.",
    no: "Feste Gesamtmenge",
    noText:
      "Nie mehr als dieser Betrag. Verliert ein Anleger die Schlüssel, kann der Verlust nicht durch eine Nachausgabe ersetzt werden.",
    tokens: "Nachausgabe-Token",
    tokensHint: "In ganzen Token gezählt; eines genügt und kann nicht versehentlich geteilt werden.",
  },
  addresses: {
    lead: "Beide kommen von Ihrem Treasury-Node. Das Asset und sein Nachausgabe-Token brauchen verschiedene, vertrauliche Adressen.",
    problem: "Der Treasury-Node hat keine Adressen geliefert",
    problemText:
      "Sie können Adressen Ihres Nodes von Hand eingeben oder es später erneut versuchen; der Entwurf bleibt auf diesem Gerät.",
    destination: "Adresse für das Asset",
    reissuance: "Adresse für das Nachausgabe-Token",
    fresh: "Neue Adressen vom Node abrufen",
  },
  doubts: {
    foreign: {
      title: "Der Treasury-Node hat die Schlüssel dieser Adressen nicht. Es wurde nichts ausgegeben.",
      text: "Alles Ausgegebene geht sofort dorthin. Wer die Schlüssel hat, dem gehört es, und ohne sie kann von hier aus nichts ausgeschüttet, nachausgegeben oder vernichtet werden.",
    },
    unchecked: {
      title: "Niemand konnte prüfen, ob diese Adressen Ihnen gehören. Es wurde nichts ausgegeben.",
      text: "Für dieses Konto ist kein Treasury-Node eingerichtet, oder er antwortet nicht. Alles Ausgegebene geht sofort an diese Adressen, und wer ihre Schlüssel hat, dem gehört es.",
    },
    twin: {
      title: "Es gibt bereits ein Asset mit diesem Namen oder Ticker. Es wurde nichts ausgegeben.",
      text: "Es kann aus eben diesem Formular stammen, wenn eine Antwort verloren ging. Was noch einmal ausgegeben wird, steht für immer daneben.",
    },
    acceptTwin: "Ich habe nachgesehen: Dies soll ein weiteres Asset sein",
    accept: "Ich habe diese Adressen geprüft: Eine unserer Wallets hat ihre Schlüssel",
    acceptHint: "Geben Sie das Asset danach erneut aus.",
  },
  review: {
    lead: "Die Ausgabe geschieht sofort auf der Chain. Sie kann nicht rückgängig gemacht werden.",
    permanent: (precision: number) =>
      `Alles Folgende steht für immer fest, auch die Genauigkeit ${precision}.`,
    typeName: (name: string) => `Zur Bestätigung ${name} eingeben`,
    mismatch: "Das ist noch nicht der Name des Assets.",
    submit: "Asset ausgeben",
    next: "Wie es weitergeht: Die Ausgabe braucht 3 Bestätigungen, auf Liquid etwa drei Minuten. Danach wird das Asset als autorisiert eingetragen, und Einheiten können zugeteilt werden.",
    rows: {
      kind: "Art",
      name: "Name",
      ticker: "Ticker",
      domain: "Domain",
      pubkey: "Öffentlicher Schlüssel des Emittenten",
      nodesKey: "Vom Treasury-Node mit der Zieladresse genannt.",
      otherKey:
        "Nicht als Schlüssel der Zieladresse bekannt. Die Registry behält ihn für immer: Prüfen Sie, dass Sie ihn besitzen.",
      confidential: "Ausgegebener Betrag",
      confidentialYes: "auf der Chain verborgen",
      confidentialNo: "auf der Chain sichtbar",
      reissuance: "Nachausgabe",
      tokens: (count: string) => `${count} Nachausgabe-Token, in sats gezählt`,
      destination: "Asset geht an",
      token: "Token geht an",
    },
  },
  issued: "Das Asset ist ausgegeben. Es wartet jetzt auf Bestätigungen.",
} satisfies Translation<typeof english>;
