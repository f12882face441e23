import type { Translation } from "../catalogue";
import type { walletText as english } from "../invest-wallet";

/** Connecting a wallet and signing a text with it. */
export const walletText = {
  connect: "Wallet verbinden",
  connectHint: "Eine Browser-Wallet, eine Wallet-App oder ein Safe.",
  loading: "Wallets werden gesucht…",
  loadFailed:
    "Der Wallet-Teil dieser Seite konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
  retry: "Erneut versuchen",
  choose: "Wallet wählen",
  back: "Andere Wallet wählen",
  goBack: "Zurück",
  browserWallet: "Browser-Wallet",
  walletConnect: "WalletConnect",
  walletConnectHint: "Mit einer Wallet-App scannen oder in einen Safe einfügen",
  connecting: (wallet: string) => `Öffnen Sie ${wallet} und erlauben Sie die Verbindung`,
  connectingHint: "Wenn sich nichts geöffnet hat, klicken Sie in Ihrem Browser auf das Symbol der Wallet.",
  connected: (wallet: string) => `Verbunden mit ${wallet}`,
  address: "Wallet-Adresse",
  qr: "Code für Ihre Wallet-App",
  qrHint:
    "Öffnen Sie Ihre Wallet-App, wählen Sie das Scannen und richten Sie sie auf diesen Code. Kopieren Sie auf diesem Gerät stattdessen den Link.",
  qrLink: "Verbindungslink",
  copyLink: "Verbindungslink kopieren",

  none: {
    title: "Keine Wallet in diesem Browser gefunden",
    desktop: [
      "Installieren Sie eine Browser-Wallet wie MetaMask, Rabby oder Frame und legen Sie darin ein Konto an oder importieren Sie eines.",
      "Laden Sie dann diese Seite neu. Wenn die Wallet installiert ist, prüfen Sie, ob sie auf dieser Seite erlaubt ist.",
    ],
    mobile: [
      "Öffnen Sie diese Seite im Browser Ihrer Wallet-App: Kopieren Sie die Adresse und fügen Sie sie dort ein.",
      "Oder öffnen Sie sie auf einem Computer mit einer Browser-Wallet.",
    ],
    walletConnect: "Oder verwenden Sie WalletConnect mit einer Wallet-App.",
    copy: "Adresse dieser Seite kopieren",
    address: "Adresse dieser Seite",
    reload: "Seite neu laden",
  },

  network: {
    title: "Ihre Wallet ist in einem anderen Netzwerk",
    text: (names: string) => `Wechseln Sie zu ${names}, um fortzufahren. Der Wechsel kostet nichts.`,
    list: (names: readonly string[]) => new Intl.ListFormat("de", { type: "disjunction" }).format(names),
    now: (chainId: number) => `Derzeit ist sie im Netzwerk mit der Chain-ID ${chainId}.`,
    switchTo: (name: string) => `Zu ${name} wechseln`,
  },

  text: {
    title: "Das signieren Sie",
    hint: "Ihre Wallet zeigt denselben Text. Prüfen Sie, ob beide gleich sind, bevor Sie bestätigen.",
    label: "Zu signierender Text",
    asking: "Ihr Text wird geholt…",
    until: (time: string) => `Gültig bis ${time}`,
    expired: "Dieser Text ist nicht mehr gültig. Holen Sie einen neuen.",
    renew: "Neuen Text holen",
    sign: "Signieren und anmelden",
    signing: "Bestätigen Sie in Ihrer Wallet",
    finishing: "Die Signatur wird geprüft…",
    done: "Angemeldet",
  },

  wrongAccount: {
    title: "Ihre Wallet zeigt ein anderes Konto",
    text: (address: string) =>
      `Sie sind als ${address} angemeldet. Wählen Sie dieses Konto in Ihrer Wallet und fahren Sie dann fort.`,
  },

  problems: {
    rejected: {
      title: "Sie haben in Ihrer Wallet abgelehnt",
      text: "Es wurde nichts signiert, und nichts hat sich geändert. Versuchen Sie es erneut, wann immer Sie möchten.",
    },
    pending: {
      title: "Ihre Wallet fragt Sie bereits etwas",
      text: "Öffnen Sie Ihre Wallet, beantworten Sie die dort wartende Anfrage und versuchen Sie es dann erneut.",
    },
    locked: {
      title: "Ihre Wallet ist gesperrt oder erlaubt diese Seite nicht",
      text: "Entsperren Sie sie, erlauben Sie dieser Seite, das Konto zu sehen, und versuchen Sie es dann erneut.",
    },
    "unknown-network": {
      title: "Ihre Wallet kennt dieses Netzwerk nicht",
      text: "Fügen Sie das Netzwerk in den Einstellungen Ihrer Wallet hinzu und versuchen Sie es dann erneut.",
    },
    gone: {
      title: "Die Wallet antwortet nicht",
      text: "Sie wurde entfernt, ist auf dieser Seite deaktiviert oder hat ihre Verbindung verloren. Laden Sie die Seite neu oder wählen Sie eine andere Wallet.",
    },
    unsupported: {
      title: "Diese Wallet kann das nicht",
      text: "Sie bietet keine Möglichkeit, einen Text zu signieren oder das Netzwerk zu wechseln. Wählen Sie eine andere Wallet.",
    },
    unknown: {
      title: "Die Wallet hat mit einem Fehler geantwortet",
      text: "Es wurde nichts signiert. Versuchen Sie es erneut; wenn es so bleibt, laden Sie die Seite neu oder wählen Sie eine andere Wallet.",
    },
  },
} satisfies Translation<typeof english>;
