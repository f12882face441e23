import { countOf } from "@/lib/messages/plural";
import type { accountText as english } from "../account";
import type { Translation } from "../catalogue";

/** Settings: signed-in browsers, password and token of the AMP account, in German. */
export const accountText = {
  sessions: {
    title: "Angemeldete Browser",
    description: (idleMinutes: number, hours: number) =>
      `Jede Anmeldung endet nach ${countOf(idleMinutes, { one: "Minute", other: "Minuten" })} ohne Nutzung und spätestens nach ${countOf(hours, { one: "Stunde", other: "Stunden" })}.`,
    caption: "Browser, die in diesem Arbeitsbereich angemeldet sind",
    columns: {
      device: "Browser",
      from: "Von",
      createdAt: "Angemeldet",
      lastSeenAt: "Zuletzt benutzt",
      end: "Beenden",
    },
    unknownDevice: "Unbekannter Browser",
    unknownPlace: "Nicht bekannt",
    own: "Dieser",
    end: "Beenden",
    endOf: (device: string, from: string) => `Sitzung von ${device}, ${from}, beenden`,
    endTitle: (device: string) => `Sitzung von ${device} beenden?`,
    endText:
      "Dieser Browser wird sofort abgemeldet, wohin auch immer sein Cookie kopiert wurde. Was er zuvor gesendet hat, wird ausgeführt; was eingegeben und nicht gesendet wurde, geht verloren.",
    endConfirm: "Sitzung beenden",
    ended: "Die Sitzung ist beendet",
    endOthers: "Alle anderen beenden",
    endOthersTitle: "Alle anderen Sitzungen beenden?",
    endOthersText: (count: number) =>
      `${countOf(count, { one: "anderer Browser wird", other: "andere Browser werden" })} sofort abgemeldet. Dieser bleibt angemeldet.`,
    endOthersConfirm: "Alle anderen beenden",
    othersEnded: "Alle anderen Sitzungen sind beendet",
    gone: "Diese Sitzung ist bereits beendet.",
  },
  credentials: {
    title: "Passwort und API-Token",
    description:
      "Zu Ihrem Konto bei AMP. Jede Änderung macht das API-Token des Kontos sofort und überall ungültig.",
    password: "Passwort ändern",
    token: "Token ersetzen",
  },
  breaks: {
    title: "Was nicht mehr funktioniert",
    lines: [
      "Skripte und Dienste, die das derzeitige API-Token verwenden, auf dem Treasury-Node oder anderswo, bis sie das neue erhalten.",
      "Andere Ampdesk-Installationen und Werkzeuge, die mit diesem Konto angemeldet sind.",
    ],
    withPassword:
      "Skripte, die sich mit dem derzeitigen Passwort anmelden, wie es das Bestätigungsskript von AMP selbst tut.",
    goesOn:
      "Dieses Ampdesk speichert das neue Token im selben Schritt: Es und seine Vorgänge laufen weiter. Manager behalten ihre eigenen Token.",
    open: (count: number) =>
      `${countOf(count, { one: "Vorgang ist", other: "Vorgänge sind" })} offen. Warten Sie nach Möglichkeit das Ende ab: Ein Aufruf, der genau in diesem Augenblick läuft, wird abgelehnt.`,
  },
  changePassword: {
    title: "Passwort dieses AMP-Kontos ändern",
    current: "Derzeitiges Passwort",
    password: "Neues Passwort",
    passwordHint: (least: number) => `Mindestens ${least} Zeichen. AMP verlangt möglicherweise mehr.`,
    repeat: "Neues Passwort, noch einmal",
    endsOthers: "Alle anderen hier angemeldeten Browser werden abgemeldet.",
    submit: "Passwort ändern",
    done: "Das Passwort ist geändert. Dieses Ampdesk hat das neue Token",
    wrong: "AMP akzeptiert dies nicht als das derzeitige Passwort. Es wurde nichts geändert.",
    tooShort: (least: number) => `Verwenden Sie mindestens ${least} Zeichen.`,
    differs: "Die beiden Eingaben stimmen nicht überein.",
    same: "Dies ist das derzeitige Passwort. Wählen Sie ein anderes.",
    byToken:
      "Sie haben sich mit einem Token angemeldet, daher kennt Ampdesk den Namen des Kontos nicht. Melden Sie sich mit Benutzername und Passwort an, um das Passwort zu ändern.",
  },
  refreshToken: {
    title: "API-Token dieses AMP-Kontos ersetzen?",
    text: "AMP erstellt ein neues Token; das derzeitige wird von da an abgelehnt. Wer das neue braucht, erhält es von AMP durch Anmeldung mit Benutzername und Passwort. Hier wird es nicht angezeigt.",
    byToken:
      "Sie haben sich mit einem Token angemeldet. Das neue wird nirgends angezeigt: Ohne Benutzername und Passwort dieses Kontos können Sie sich nach dem Ende dieser Sitzung nicht mehr anmelden.",
    confirm: "Ich habe Benutzername und Passwort dieses Kontos",
    submit: "Token ersetzen",
    done: "Das Token ist ersetzt. Dieses Ampdesk hat das neue",
  },
  lost: "Die Antwort von AMP ging verloren, daher lässt sich nicht sagen, ob die Änderung erfolgt ist. Wiederholen Sie sie nicht. Alle sind hier abgemeldet; melden Sie sich erneut an: zuerst mit dem neuen Passwort, falls Sie es geändert haben, dann mit dem alten, und ohne Passwort mit dem Token, das Sie haben.",
  signIn: "Erneut anmelden",
} satisfies Translation<typeof english>;
