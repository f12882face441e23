import type { Translation } from "../catalogue";
import type { investErrorsText as english } from "../invest-errors";

/** What an investor reads when a step of the portal did not work. */
export const investErrorsText = {
  unreachable:
    "Der Identitätsdienst antwortet nicht. Es wurde nichts geändert; versuchen Sie es in einem Moment erneut.",
  noAnswer:
    "Der Identitätsdienst hat nicht geantwortet. Möglicherweise hat er ausgeführt, worum Sie gebeten haben: Sehen Sie sich den aktuellen Stand an, bevor Sie es wiederholen.",
  slowDown:
    "Das waren viele Versuche in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es dann erneut.",
  unexpected: "Der Identitätsdienst hat in einer Form geantwortet, die dieses Portal nicht kennt.",
  refused: "Der Identitätsdienst hat diesen Schritt verweigert. Es wurde nichts geändert.",
  notOffered: "Der Identitätsdienst dieses Portals bietet dies nicht an.",
  sessionEnded:
    "Ihre Sitzung ist beendet. Verbinden Sie Ihre Wallet und melden Sie sich erneut an; es ist nichts verloren gegangen.",
  accountChanged:
    "Ihre Wallet ist auf einem anderen Konto als dem, das sich angemeldet hat. Melden Sie sich mit diesem Konto an.",
  attemptEnded:
    "Diese Anmeldung wurde in einem anderen Browser oder vor zu langer Zeit begonnen. Fordern Sie einen neuen Text an und signieren Sie ihn hier.",
  wrongSignature:
    "Die Signatur gehört nicht zu dieser Wallet und diesem Text. Signieren Sie den angezeigten Text mit dem verbundenen Konto.",
  uncheckable:
    "Die Signatur zu diesem Text stammt nicht vom Schlüssel dieses Kontos selbst. Wenn Ihre Wallet ein Smart Contract ist, kann ihr Netzwerk derzeit nicht befragt werden: Versuchen Sie es später erneut, oder verwenden Sie eine Wallet mit eigenem Schlüssel.",
  chainUnknown:
    "Der Identitätsdienst kennt dieses Netzwerk nicht. Wechseln Sie in Ihrer Wallet zu einem anderen.",
  chainNotReady:
    "Der Identitätsdienst ist für dieses Netzwerk nicht eingerichtet. Fragen Sie den Emittenten, welches Sie verwenden sollen.",
  userMissing: "Der Identitätsdienst kennt diese Wallet nicht mehr. Melden Sie sich erneut an.",
  kycMissing:
    "Ihre Identität ist nicht verifiziert, oder Ihr Dokument ist nicht mehr gültig. Verifizieren Sie sie zuerst.",
  captcha: "Die Prüfung, ob Sie ein Mensch sind, ist fehlgeschlagen. Versuchen Sie es erneut.",
  campaignUnsupported: "Diese Kampagne nimmt keine automatischen Investitionen an.",
  documents: "Der Dokumentenspeicher hat nicht geantwortet. Es wurde nichts hochgeladen.",
  addressForm: "Das ist nicht die Adresse einer Wallet.",
  emailForm: "Geben Sie eine E-Mail-Adresse ein.",
  gaidForm:
    "Eine AMP ID beginnt mit GA und hat etwa dreißig Buchstaben und Ziffern. Kopieren Sie sie aus Ihrer Liquid-Wallet.",
  gaidUnknown: "AMP kennt diese AMP ID nicht. Kopieren Sie sie erneut aus Ihrer Liquid-Wallet.",
  gaidUncheckable:
    "AMP antwortet nicht, deshalb kann die AMP ID derzeit nicht geprüft werden. Versuchen Sie es in einem Moment erneut.",
  gaidTextMissing:
    "Dieser Text wurde in einer anderen Sitzung, für eine andere AMP ID oder vor zu langer Zeit erstellt. Fordern Sie einen neuen an.",
  gaidContractUncheckable:
    "Diese Wallet ist ein Smart Contract, und ihre Signatur kann nur in ihrem Netzwerk geprüft werden, das dieses Portal nicht erreicht. Verwenden Sie eine Wallet mit eigenem Schlüssel, oder bitten Sie den Betreiber, das Netzwerk hinzuzufügen.",
  noIssuer: "Diesen Emittenten gibt es hier nicht. Bitten Sie den Emittenten erneut um den Link.",
  consentMissing: "Stimmen Sie zu, dass dem Emittenten mitgeteilt wird, was hier aufgeführt ist.",
  requestFirst: "Senden Sie diesem Emittenten zuerst eine Anfrage.",
  emailFirst: "Geben Sie zuerst Ihre E-Mail-Adresse ein.",
  ampIdFirst: "Verknüpfen Sie zuerst Ihre AMP ID.",
  enterName: "Geben Sie Ihren Namen ein.",
  verificationAway: "Der Verifizierungspartner antwortet nicht. Versuchen Sie es in einigen Minuten erneut.",
} satisfies Translation<typeof english>;
