import type { EnvironmentName } from "@/lib/domain/actor";
import type { DeliveryState, NoticeChannel, NoticeTopic } from "@/lib/domain/notices";
import type { UnwatchedReason } from "@/lib/domain/watch";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { noticesText as english } from "../notices";

/** Notifications and their settings, in German. */
export const noticesText = {
  title: "Benachrichtigungen",
  description:
    "Meldet Ihnen auf jedem Weg einmal, was ein Eingreifen erfordert, bis es gelöst ist. Mehreres auf einmal kommt in einer Nachricht, höchstens eine alle fünf Minuten.",
  topics: {
    watch: "Warnungen der Überwachung der Treasury",
    operation: "Vorgänge, die angehalten haben, deren Ausgang nicht bekannt ist oder die auf jemanden warten",
    account: "Dass AMP die Anmeldung von Ampdesk nicht mehr akzeptiert",
    work: "Importe, Sammeländerungen und Stapel von Zuteilungen, die jemand abschließen muss",
    request: "Anfragen von Anlegern, die auf eine Entscheidung warten",
    kyc: "Freigegebene Anleger, deren Identifizierung abgelaufen ist oder widerrufen wurde",
  } satisfies Record<NoticeTopic, string>,
  topicsLegend: "Worüber",
  channels: { email: "E-Mail", webhook: "Webhook" } satisfies Record<NoticeChannel, string>,
  form: {
    isEmailOn: "Per E-Mail",
    isEmailOnHint:
      "Jede Nachricht nennt die Umgebung und niemandes Daten. Sie ist in der Sprache geschrieben, in der dies zuletzt gespeichert wurde.",
    noMail: "Diese Installation hat keinen Mailserver: SMTP_URL und SMTP_FROM sind nicht gesetzt.",
    emails: "Adressen",
    emailsHint: (most: number) => `Eine je Zeile, höchstens ${most}.`,
    isWebhookOn: "Per Webhook",
    isWebhookOnHint: "Ein signierter POST mit JSON an eine Ihrer Adressen.",
    webhookUrl: "Adresse",
    webhookUrlHint: "https und aus dem Internet erreichbar. Weiterleitungen wird nicht gefolgt.",
    save: "Benachrichtigungen speichern",
    saved: "Die Benachrichtigungen sind gespeichert",
  },
  secret: {
    title: "Der Schlüssel, mit dem Webhooks signiert werden",
    shownOnce: "Hinterlegen Sie ihn jetzt beim Empfänger: Er wird nicht noch einmal angezeigt.",
    how: "Der Header Ampdesk-Signature ist v1= und der HMAC-SHA256, hexadezimal, aus dem Header Ampdesk-Timestamp, einem Punkt und dem Body. Weisen Sie Zeitstempel ab, die älter als fünf Minuten sind.",
    label: "Schlüssel für Webhooks",
    renew: "Neuer Schlüssel",
    renewTitle: "Einen neuen Schlüssel für Webhooks erzeugen?",
    renewText:
      "Nachrichten werden von jetzt an mit dem neuen Schlüssel signiert. Der Empfänger weist sie ab, bis er den neuen kennt.",
    renewConfirm: "Neuen Schlüssel erzeugen",
    renewed: "Der neue Schlüssel steht unten",
  },
  test: {
    button: (channel: string) => `Test per ${channel} senden`,
    sent: "Der Test wurde gesendet",
    failed: "Der Test wurde nicht gesendet",
    notSaved: "Schalten Sie diesen Weg ein und speichern Sie, bevor Sie ihn testen.",
    tooMany: "In den letzten Minuten wurden mehrere Tests gesendet. Warten Sie ein wenig.",
  },
  log: {
    title: "Letzte Nachrichten",
    none: "Es wurde noch keine Nachricht gesendet.",
    columns: { at: "Zeit", channel: "Per", about: "Worüber", state: "Status" },
    test: "Test",
    about: (count: number) => countOf(count, { one: "Angelegenheit", other: "Angelegenheiten" }),
    tries: (count: number) => countOf(count, { one: "Versuch", other: "Versuche" }),
    states: {
      waiting: "Wartet",
      sent: "Gesendet",
      dead: "Aufgegeben",
      obsolete: "Vorher gelöst",
    } satisfies Record<DeliveryState, string>,
  },
  undelivered: {
    title: (channel: string) => `${channel}: Nachrichten konnten nicht zugestellt werden`,
    text: (problem: string | null) =>
      `${problem ?? ""} Was noch ansteht, wird nach einer Stunde erneut gesendet. Ist die Ursache behoben, senden Sie in den Einstellungen einen Test.`.trim(),
  },
  problems: {
    noMail: "Es ist kein Mailserver konfiguriert.",
    off: "Dieser Weg wurde ausgeschaltet.",
    mailRefused: (code: number) => `Der Mailserver hat die Nachricht abgewiesen (${code}).`,
    mailAway: "Der Mailserver hat nicht geantwortet.",
    mailSignIn: "Der Mailserver akzeptiert Benutzernamen und Passwort nicht.",
    someRefused: (count: number) =>
      `Der Mailserver hat ${countOf(count, { one: "Adresse", other: "Adressen" })} abgewiesen; die anderen haben die Nachricht erhalten.`,
    status: (status: number) => `Der Empfänger hat mit ${status} geantwortet.`,
    redirect: "Der Empfänger hat mit einer Weiterleitung geantwortet, der nicht gefolgt wird.",
    "unknown-host": "Der Name des Empfängers ist nicht bekannt.",
    "private-address":
      "Die Adresse ist keine öffentliche Internetadresse mit https und wird daher nicht aufgerufen.",
    refused: "Der Empfänger hat die Verbindung abgewiesen.",
    certificate: "Das Zertifikat des Empfängers ist nicht gültig.",
    timeout: "Der Empfänger hat nicht rechtzeitig geantwortet.",
    "too-large": "Die Antwort des Empfängers war zu lang.",
    failed: "Die Verbindung ist fehlgeschlagen.",
  },
  errors: {
    emails: (wrong: string) => `Das ist keine E-Mail-Adresse: ${wrong}`,
    noEmails: "Geben Sie mindestens eine Adresse ein.",
    tooManyEmails: (most: number) => `Geben Sie höchstens ${most} Adressen ein.`,
    webhookUrl: "Geben Sie eine Adresse ein, die mit https:// beginnt und keinen Benutzernamen enthält.",
    topics: "Wählen Sie mindestens eines aus.",
  },
  /** In the messages themselves. */
  mail: {
    subject: (environment: string, about: string) => `[${environment}] Ampdesk: ${about}`,
    many: (count: number) =>
      countOf(count, {
        one: "Angelegenheit erfordert ein Eingreifen",
        other: "Angelegenheiten erfordern ein Eingreifen",
      }),
    test: "Test der Benachrichtigungen",
    testText: "Das ist der angeforderte Test. Benachrichtigungen kommen hier an.",
    environment: (hint: string) => `Umgebung: ${hint}`,
    since: (utc: string) => `Seit ${utc}`,
    more: (count: number) => `${count} weitere stehen in der Übersicht von Ampdesk.`,
    why: "Gesendet von Ihrem Ampdesk. Was gesendet wird und an wen, wird in den Einstellungen festgelegt.",
  },
  environments: { live: "LIVE", testnet: "TESTNET", sandbox: "SANDBOX" } satisfies Record<
    EnvironmentName,
    string
  >,
  notices: {
    operationStopped: (operation: string) => `${operation} angehalten`,
    operationStoppedText:
      "Der Vorgang geht weiter oder endet, wenn eine Person entschieden hat. Öffnen Sie ihn, um den Grund zu sehen.",
    operationLocked: (operation: string) => `${operation} wartet auf die Passphrase der Wallet`,
    operationLockedText:
      "Die Treasury-Wallet ist gesperrt; daher wird nichts gesendet. Entsperren Sie sie, und der Vorgang geht von selbst weiter.",
    operationWaits: (operation: string) => `${operation} kommt nicht voran`,
    operationWaitsText:
      "Der Vorgang wartet seit einiger Zeit und versucht es von selbst erneut. Öffnen Sie ihn, um zu sehen, worauf.",
    operationUnknown: (operation: string) => `${operation}: Ausgang nicht bekannt`,
    operationUnknownText:
      "Ampdesk sucht auf der Chain danach und sendet nichts erneut. Öffnen Sie den Vorgang, um zu sehen, was gefunden wurde.",
    watch: (asset: string, what: string) => `${asset}: ${what}`,
    watchAway: "Die Treasury kann nicht überwacht werden",
    watchAwayText: {
      away: "AMP oder der Treasury-Node hat seit einiger Zeit nicht geantwortet; daher wird nichts gefolgert. Sehen Sie sich beide an.",
      "node-behind":
        "Der Treasury-Node liegt seit einiger Zeit hinter der Chain zurück; daher wird nichts gefolgert. Sehen Sie nach, warum er nicht aufholt.",
      "signed-out":
        "AMP akzeptiert die Anmeldung von Ampdesk nicht mehr; daher wird nichts gefolgert. Melden Sie sich erneut an, und die Überwachung geht weiter.",
      partly:
        "Einige Assets konnten seit einiger Zeit nicht geprüft werden. Die Überwachung nennt zu jedem den Grund; die anderen sind aktuell.",
      failed:
        "Die Prüfungen enden seit einiger Zeit mit einem Fehler; daher wird nichts gefolgert. Die Überwachung sagt mehr dazu.",
    } satisfies Record<UnwatchedReason, string>,
    signedOut: "AMP akzeptiert die Anmeldung von Ampdesk nicht mehr",
    signedOutText:
      "Das Token wurde ersetzt oder zurückgenommen. Sobald Sie sich erneut angemeldet haben, gehen Vorgänge, Freigaben und die Überwachung von selbst weiter. Importe, Sammeländerungen und Stapel von Zuteilungen, die gerade ausgeführt wurden, ruhen, bis sie auf ihrer eigenen Seite fortgesetzt werden.",
    managerSignedOutText:
      "Das Token wurde ersetzt oder entzogen, oder der Emittent hat das Konto gesperrt. Sobald Sie sich wieder angemeldet haben, ruhen Importe und Stapel von Zuteilungen, die gerade ausgeführt wurden, bis sie auf ihrer eigenen Seite fortgesetzt werden.",
    lowFee: "Die Treasury hat nur noch wenig L-BTC für Gebühren",
    lowFeeText:
      "Jede Ausschüttung, Nachausgabe und Vernichtung zahlt ihre Gebühr in L-BTC. Senden Sie etwas an eine Empfangsadresse der Treasury, bevor es ausgeht.",
    unauthorized: (asset: string) => `${asset} ist nicht als autorisiert eingetragen`,
    unauthorizedText:
      "Seine Ausgabe liegt tief genug in der Chain. Bis es autorisiert ist, verfolgt AMP es nicht, und nichts kann ausgeschüttet werden.",
    blinders: (asset: string) => `AMP fehlen Blinder von ${asset}`,
    blindersText:
      "Ohne sie kann AMP nicht sagen, was die Outputs der Treasury enthalten. Ampdesk kann sie ihm aus der Wallet der Treasury mitteilen.",
    foreignOrder: (asset: string) =>
      `AMP wartet auf eine Ausschüttung von ${asset}, die hier niemand ausführt`,
    foreignOrderText:
      "Der Auftrag wurde anderswo erteilt oder offen gelassen. Verfolgen Sie ihn, oder brechen Sie ihn ab, sobald feststeht, dass niemand ihn ausführt.",
    request: (id: string) => `Anfrage ${id} wartet auf eine Entscheidung`,
    requestText: "Ein Anleger bittet um Aufnahme.",
    approval: (id: string) => `Die Freigabe der Anfrage ${id} hat angehalten`,
    approvalText:
      "Einige ihrer Schritte sind erledigt. Öffnen Sie sie, um zu sehen, welche, und lassen Sie sie weiterlaufen.",
  },
} satisfies Translation<typeof english>;
