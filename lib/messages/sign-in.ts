import { catalogue } from "./catalogue";

/** The sign-in page. */
export const signInText = catalogue("signInText", {
  title: "Sign in",
  lead: "Issue, distribute and account for securities on Liquid, with your own AMP account.",
  environment: "Environment",
  environmentHints: {
    live: "Real value on Liquid. Your live AMP account.",
    testnet: "Liquid's public test network. A test account, nothing of value.",
    sandbox: "A private world on this machine. Nothing here is real.",
  },
  method: "Sign in with",
  methods: { password: "User name and password", token: "API token" },
  username: "AMP user name",
  password: "Password",
  token: "AMP API token",
  tokenHint:
    "The token your issuer or AMP gave you. It stays on the server and never returns to the browser.",
  submit: "Sign in",
  noEnvironment: "No environment is configured",
  noEnvironmentText: "Set the URL of AMP or of the sandbox in the desk's configuration and start it again.",
  ended: "Your session has ended. Sign in and you return to the page where you were.",
  endedText:
    "Sign in in this tab, as the same person: what you had typed there when the desk found out is in its fields again, in a dialog once you open it. To be entered anew: passwords, what you typed or ticked to confirm, and chosen files.",
  wanted: "Sign in, and the page you asked for opens.",
  points: [
    "The token is stored encrypted on the server; the browser holds one opaque cookie.",
    "Every payment is approved by a person, written down before it is sent, and never sent twice.",
    "Open source, and yours to run.",
  ],
  notConfigured: "This environment is not configured here. Choose another one.",
  locked:
    "AMP knows this account and lets nobody in with it: the issuer has locked it, or it was deleted. Ask the issuer to unlock it.",
  tooManyGuesses:
    "Too many wrong passwords were given for this account within a minute. AMP was not asked, and nothing was changed. Wait a minute and try again.",
  // Not every AMP tells a locked manager from a wrong password, so this names both.
  refused:
    "AMP does not accept this user name and password. Check both; if this is a manager's account, the issuer may have locked it.",
  tokenRefused:
    "AMP does not accept this token. It may have been replaced by a password change or a token refresh, or the manager's account is locked.",
  tokenHolder: "API token",
});
