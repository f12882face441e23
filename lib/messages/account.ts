import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Settings: signed-in browsers, password and token of the AMP account. */
export const accountText = catalogue("accountText", {
  sessions: {
    title: "Signed-in browsers",
    description: (idleMinutes: number, hours: number) =>
      `Each ends after ${countOf(idleMinutes, { one: "minute", other: "minutes" })} without use, and at the latest after ${countOf(hours, { one: "hour", other: "hours" })}.`,
    caption: "Browsers that are signed in to this workspace",
    columns: { device: "Browser", from: "From", createdAt: "Signed in", lastSeenAt: "Last used", end: "End" },
    unknownDevice: "Unknown browser",
    unknownPlace: "Not known",
    own: "This one",
    end: "End",
    endOf: (device: string, from: string) => `End the session of ${device}, ${from}`,
    endTitle: (device: string) => `End the session of ${device}?`,
    endText:
      "That browser is signed out at once, wherever its cookie was copied to. What it has sent before is carried out; what was typed and not sent is lost.",
    endConfirm: "End the session",
    ended: "The session has ended",
    endOthers: "End all others",
    endOthersTitle: "End all other sessions?",
    endOthersText: (count: number) =>
      `${countOf(count, { one: "other browser is", other: "other browsers are" })} signed out at once. This one stays signed in.`,
    endOthersConfirm: "End all others",
    othersEnded: "All other sessions have ended",
    gone: "This session has ended already.",
  },
  credentials: {
    title: "Password and API token",
    description:
      "Of your account at AMP. Each change makes the account's API token invalid at once, everywhere.",
    password: "Change password",
    token: "Replace token",
  },
  /** T25: who is cut off by a new token. */
  breaks: {
    title: "What stops working",
    lines: [
      "Scripts and services that use the present API token, on the treasury node or elsewhere, until they are given the new one.",
      "Other desks and tools that are signed in with this account.",
    ],
    withPassword: "Scripts that sign in with the present password, as AMP's own confirm script does.",
    goesOn:
      "This desk stores the new token in the same step: it and its operations go on. Managers keep their own tokens.",
    open: (count: number) =>
      `${countOf(count, { one: "operation is", other: "operations are" })} open. Let them come to their end first, if you can: a call that is under way at that very moment is refused.`,
  },
  changePassword: {
    title: "Change the password of this AMP account",
    current: "Present password",
    password: "New password",
    passwordHint: (least: number) => `At least ${least} characters. AMP may ask for more.`,
    repeat: "New password, once more",
    endsOthers: "All other browsers that are signed in here are signed out.",
    submit: "Change password",
    done: "The password is changed. This desk has the new token",
    wrong: "AMP does not accept this as the present password. Nothing was changed.",
    tooShort: (least: number) => `Use at least ${least} characters.`,
    differs: "The two entries differ.",
    same: "This is the present password. Choose another one.",
    byToken:
      "You signed in with a token, so the desk does not know the account's name. Sign in with user name and password to change the password.",
  },
  refreshToken: {
    title: "Replace the API token of this AMP account?",
    text: "AMP makes a new token; the present one is refused from then on. Whoever needs the new one gets it from AMP by signing in with user name and password. It is not shown here.",
    byToken:
      "You signed in with a token. The new one is shown nowhere: without this account's user name and password you cannot sign in again once this session ends.",
    confirm: "I have the user name and password of this account",
    submit: "Replace token",
    done: "The token is replaced. This desk has the new one",
  },
  lost: "AMP's answer was lost, so nobody can tell whether the change was made. Do not repeat it. Everyone is signed out here; sign in again, with the new password first if you changed it, then with the old one, and without a password with the token you have.",
  signIn: "Sign in again",
});
