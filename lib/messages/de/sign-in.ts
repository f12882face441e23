import type { Translation } from "../catalogue";
import type { signInText as english } from "../sign-in";

/** The sign-in page. */
export const signInText = {
  title: "Anmelden",
  lead: "Wertpapiere auf Liquid ausgeben, ausschütten und nachweisen, mit Ihrem eigenen AMP-Konto.",
  environment: "Umgebung",
  environmentHints: {
    live: "Echte Werte auf Liquid. Ihr Live-Konto bei AMP.",
    testnet: "Das öffentliche Testnetzwerk von Liquid. Ein Testkonto, nichts von Wert.",
    sandbox: "Eine private Welt auf diesem Rechner. Nichts hier ist echt.",
  },
  method: "Anmelden mit",
  methods: { password: "Benutzername und Passwort", token: "API-Token" },
  username: "AMP-Benutzername",
  password: "Passwort",
  token: "AMP-API-Token",
  tokenHint:
    "Das Token, das Sie von Ihrem Emittenten oder von AMP erhalten haben. Es bleibt auf dem Server und kehrt nie in den Browser zurück.",
  submit: "Anmelden",
  noEnvironment: "Es ist keine Umgebung konfiguriert",
  noEnvironmentText:
    "Legen Sie in der Konfiguration von Ampdesk die URL von AMP oder der Sandbox fest und starten Sie Ampdesk neu.",
  ended:
    "Ihre Sitzung ist beendet. Melden Sie sich an, dann kehren Sie auf die Seite zurück, auf der Sie waren.",
  endedText:
    "Melden Sie sich in diesem Tab als dieselbe Person an: Was Sie dort eingegeben hatten, als Ampdesk es bemerkte, steht wieder in den Feldern, in einem Dialog, sobald Sie ihn öffnen. Neu einzugeben sind Passwörter, was Sie zur Bestätigung getippt oder angekreuzt haben, und gewählte Dateien.",
  wanted: "Melden Sie sich an, dann öffnet sich die gewünschte Seite.",
  points: [
    "Das Token wird verschlüsselt auf dem Server gespeichert; der Browser hält nur ein Cookie ohne lesbaren Inhalt.",
    "Jede Zahlung wird von einer Person freigegeben, vor dem Senden festgehalten und nie zweimal gesendet.",
    "Quelloffen und von Ihnen selbst zu betreiben.",
  ],
  notConfigured: "Diese Umgebung ist hier nicht konfiguriert. Wählen Sie eine andere.",
  locked:
    "AMP kennt dieses Konto, lässt aber niemanden damit hinein: Der Emittent hat es gesperrt, oder es wurde gelöscht. Bitten Sie den Emittenten, es zu entsperren.",
  tooManyGuesses:
    "Für dieses Konto wurden innerhalb einer Minute zu viele falsche Passwörter eingegeben. AMP wurde nicht gefragt, und es wurde nichts geändert. Warten Sie eine Minute, und versuchen Sie es noch einmal.",
  // Not every AMP tells a locked manager from a wrong password, so this names both.
  refused:
    "AMP akzeptiert diesen Benutzernamen mit diesem Passwort nicht. Prüfen Sie beides; wenn es das Konto eines Managers ist, hat der Emittent es möglicherweise gesperrt.",
  tokenRefused:
    "AMP akzeptiert dieses Token nicht. Es wurde möglicherweise durch eine Passwortänderung oder eine Token-Erneuerung ersetzt, oder das Konto des Managers ist gesperrt.",
  tokenHolder: "API-Token",
} satisfies Translation<typeof english>;
