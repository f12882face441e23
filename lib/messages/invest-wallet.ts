import { catalogue } from "./catalogue";

/** Connecting a wallet and signing a text with it. */
export const walletText = catalogue("walletText", {
  connect: "Connect wallet",
  connectHint: "A browser wallet, a wallet app or a Safe.",
  loading: "Looking for wallets…",
  loadFailed: "The wallet part of this page could not be loaded. Check your connection and try again.",
  retry: "Try again",
  choose: "Choose your wallet",
  back: "Choose another wallet",
  goBack: "Back",
  browserWallet: "Browser wallet",
  walletConnect: "WalletConnect",
  walletConnectHint: "Scan with a wallet app, or paste into a Safe",
  connecting: (wallet: string) => `Open ${wallet} and allow the connection`,
  connectingHint: "If nothing opened, click on the wallet's icon in your browser.",
  connected: (wallet: string) => `Connected with ${wallet}`,
  address: "wallet address",
  qr: "Code for your wallet app",
  qrHint:
    "Open your wallet app, choose to scan, and point it at this code. On this device, copy the link instead.",
  qrLink: "connection link",
  copyLink: "Copy the connection link",

  none: {
    title: "No wallet found in this browser",
    desktop: [
      "Install a browser wallet such as MetaMask, Rabby or Frame, and create or import an account in it.",
      "Then reload this page. If the wallet is installed, check that it is allowed on this site.",
    ],
    mobile: [
      "Open this page in the browser inside your wallet app: copy the address and paste it there.",
      "Or open it on a computer with a browser wallet.",
    ],
    walletConnect: "Or use WalletConnect with a wallet app.",
    copy: "Copy this page's address",
    address: "address of this page",
    reload: "Reload the page",
  },

  network: {
    title: "Your wallet is on another network",
    text: (names: string) => `Switch to ${names} to go on. Switching costs nothing.`,
    list: (names: readonly string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(names),
    now: (chainId: number) => `It is on the network with chain id ${chainId} now.`,
    switchTo: (name: string) => `Switch to ${name}`,
  },

  text: {
    title: "This is what you sign",
    hint: "Your wallet shows the same text. Check that both are alike before you confirm.",
    label: "Text to sign",
    asking: "Getting your text…",
    until: (time: string) => `Valid until ${time}`,
    expired: "This text is no longer valid. Get a new one.",
    renew: "Get a new text",
    sign: "Sign and sign in",
    signing: "Confirm in your wallet",
    finishing: "Checking the signature…",
    done: "Signed in",
  },

  wrongAccount: {
    title: "Your wallet shows another account",
    text: (address: string) =>
      `You are signed in as ${address}. Choose this account in your wallet, then go on.`,
  },

  problems: {
    rejected: {
      title: "You declined in your wallet",
      text: "Nothing was signed and nothing has changed. Try again whenever you like.",
    },
    pending: {
      title: "Your wallet is already asking you something",
      text: "Open your wallet, answer the request that waits there, then try again.",
    },
    locked: {
      title: "Your wallet is locked or does not allow this site",
      text: "Unlock it, allow this site to see the account, then try again.",
    },
    "unknown-network": {
      title: "Your wallet does not know this network",
      text: "Add the network in your wallet's settings, then try again.",
    },
    gone: {
      title: "The wallet does not answer",
      text: "It was removed, is disabled on this site, or lost its connection. Reload the page or choose another wallet.",
    },
    unsupported: {
      title: "This wallet cannot do that",
      text: "It offers no way to sign a text or to switch networks. Choose another wallet.",
    },
    unknown: {
      title: "The wallet answered with an error",
      text: "Nothing was signed. Try again; if it stays so, reload the page or choose another wallet.",
    },
  },
});
