import type { EndpointTexts } from "./text";

export const generalTexts = {
  getInfo: {
    summary: "Tell the version of the API",
    text: "The cheapest call there is, and one of three that need no token: use it as a health check and to see which version answers.",
  },
  getChangelog: {
    summary: "Tell what each version changed",
    text: "One entry per version, its changes as lines of one string.",
    traps: [
      "The keys are in alphabetical order, so `0.1.10` comes before `0.1.2`. Sort them as numbers, part by part.",
    ],
    open: ["Whether a token is needed. The sandbox answers with and without one; send it."],
  },
  obtainToken: {
    summary: "Sign in and get the token",
    text: "Exchanges a user name and a password for the token that every other call carries. JSON and form bodies are both accepted. Signing in again gives the same token; it changes with `refresh-token` and with a new password. No expiry is known.",
    traps: [
      "The path is written with an underscore, its neighbours `refresh-token` and `change-password` with a hyphen.",
      "Wrong credentials are a 400, not a 401: treat both as a failed sign-in.",
      "A manager who is locked cannot sign in.",
    ],
    refusals: {
      "Wrong user name or password": { non_field_errors: ["Unable to log in with provided credentials."] },
    },
  },
  refreshToken: {
    summary: "Replace the token",
    text: "Ends the token that made the call and answers with the new one. Every other process that still holds the old one is signed out.",
    traps: ["If the answer is lost, so is the new token: sign in with the password again."],
    open: [
      "The method. `GET` is described here; the sandbox takes `POST` on the same path too, with the switch `postOnly` alone. On 405 ask with the other one.",
    ],
  },
  changePassword: {
    summary: "Set a new password",
    text: "Sets the password of the account that calls; the old one is not asked for, the token is proof enough. The token changes as well.",
    traps: [
      "The answer repeats the new password in clear text. Keep it out of logs.",
      "The token that made the call has ended when the answer arrives.",
    ],
    refusals: {
      "Too short": {
        password: ["This password is too short. It must contain at least 8 characters."],
      },
    },
  },
} satisfies EndpointTexts;

export const managerTexts = {
  listManagers: {
    summary: "List the investment managers",
    text: "The managers of the issuer who asks, each with the assets granted to them.",
  },
  createManager: {
    summary: "Create an investment manager",
    text: "Makes an account that can keep registered users and reserve units, and sees the assets granted to it. It begins **locked**: unlock it before its first sign-in.",
    open: [
      "How many managers an issuer can have. The sandbox takes several; the switch `oneManager` refuses the second.",
    ],
    refusals: {
      "Name taken": { username: ["A user with that username already exists."] },
      "Password too short": {
        password: ["This password is too short. It must contain at least 8 characters."],
      },
    },
  },
  getOwnManager: {
    summary: "Show a manager their own account",
    text: "How a manager learns which assets are granted: `GET /assets/` is closed to managers. Take the uuids from `assets` and ask for each asset by itself.",
    open: ["What an issuer is answered. The sandbox says 403."],
  },
  getManager: { summary: "Show one manager", text: "User name, lock and granted assets of one manager." },
  lockManager: {
    summary: "Lock a manager",
    text: "Ends what the manager can do at once: sign-in and the token are refused until `unlock`. Repeating it is harmless.",
    open: [
      "Whether a body comes back, here and from `unlock`, `add` and `remove`; the switch `emptyManagerAnswers` sends none. Do not read it.",
    ],
  },
  unlockManager: {
    summary: "Unlock a manager",
    text: "Lets the manager sign in. Needed once after `create`.",
  },
  changeManagerPassword: {
    summary: "Set a manager's password",
    text: "Sets the password and replaces the token of one manager, for instance when a person leaves.",
    traps: ["The answer holds the password and the new token in clear text."],
    refusals: {
      "Too short": {
        password: ["This password is too short. It must contain at least 8 characters."],
      },
    },
  },
  addManagerAsset: {
    summary: "Grant an asset to a manager",
    text: "From now on the manager sees this asset and can reserve units of it. Granting twice changes nothing.",
  },
  removeManagerAsset: {
    summary: "Take an asset away from a manager",
    text: "The manager no longer sees the asset. What was done before stays.",
    open: [
      "The method. `PUT` is described here like its siblings; the sandbox takes `POST` too, with the switch `postOnly` alone. On 405 ask with the other one.",
    ],
  },
} satisfies EndpointTexts;
