import type { EnvironmentName } from "@/lib/domain/actor";
import type { DeliveryState, NoticeChannel, NoticeTopic } from "@/lib/domain/notices";
import type { UnwatchedReason } from "@/lib/domain/watch";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Notifications: what is sent, and their settings. */
export const noticesText = catalogue("noticesText", {
  title: "Notifications",
  description:
    "Tells you once per way of what needs a person, until it is solved. Several at once come in one message, at most one every five minutes.",
  topics: {
    watch: "Alerts of the watch over the treasury",
    operation: "Operations that stopped, whose outcome is not known, or that wait for somebody",
    account: "AMP no longer accepting the desk's sign-in",
    work: "Imports, bulk changes and batches of assignments that people have to finish",
    request: "Requests of investors that wait for a decision",
    kyc: "Approved investors whose identification ran out or was taken back",
  } satisfies Record<NoticeTopic, string>,
  topicsLegend: "What about",
  channels: { email: "E-mail", webhook: "Webhook" } satisfies Record<NoticeChannel, string>,
  form: {
    isEmailOn: "By e-mail",
    isEmailOnHint:
      "Each message names the environment, and nobody's data. It is in the language of whoever saved this last.",
    noMail: "This deployment has no mail server: SMTP_URL and SMTP_FROM are not set.",
    emails: "Addresses",
    emailsHint: (most: number) => `One a line, ${most} at most.`,
    isWebhookOn: "By webhook",
    isWebhookOnHint: "A POST with JSON, signed, to an address of yours.",
    webhookUrl: "Address",
    webhookUrlHint: "https and reachable from the internet. Redirects are not followed.",
    save: "Save notifications",
    saved: "The notifications are saved",
  },
  secret: {
    title: "The key that webhooks are signed with",
    shownOnce: "Store it at the receiver now: it is not shown again.",
    how: "The header Ampdesk-Signature is v1= and the HMAC-SHA256, in hex, of the header Ampdesk-Timestamp, a full stop and the body. Refuse timestamps older than five minutes.",
    label: "key for webhooks",
    renew: "New key",
    renewTitle: "Make a new key for webhooks?",
    renewText:
      "Messages are signed with the new key from now on. The receiver refuses them until it knows the new one.",
    renewConfirm: "Make a new key",
    renewed: "The new key stands below",
  },
  test: {
    button: (channel: string) => `Send a test by ${channel.toLowerCase()}`,
    sent: "The test was sent",
    failed: "The test was not sent",
    notSaved: "Switch it on and save before you test it.",
    tooMany: "Several tests were sent in the last minutes. Wait a little.",
  },
  log: {
    title: "Last messages",
    none: "No message was sent yet.",
    columns: { at: "Time", channel: "By", about: "About", state: "State" },
    test: "Test",
    about: (count: number) => countOf(count, { one: "matter", other: "matters" }),
    tries: (count: number) => countOf(count, { one: "try", other: "tries" }),
    states: {
      waiting: "Waiting",
      sent: "Sent",
      dead: "Given up",
      obsolete: "Solved before",
    } satisfies Record<DeliveryState, string>,
  },
  undelivered: {
    title: (channel: string) => `${channel}: messages could not be delivered`,
    text: (problem: string | null) =>
      `${problem ?? ""} What still stands is sent again after an hour. Once the cause is mended, send a test from the settings.`.trim(),
  },
  problems: {
    noMail: "No mail server is configured.",
    off: "This way was switched off.",
    mailRefused: (code: number) => `The mail server refused the message (${code}).`,
    mailAway: "The mail server did not answer.",
    mailSignIn: "The mail server does not accept the user name and password.",
    someRefused: (count: number) =>
      `The mail server refused ${countOf(count, { one: "address", other: "addresses" })}; the others got it.`,
    status: (status: number) => `The receiver answered ${status}.`,
    redirect: "The receiver answered with a redirect, which is not followed.",
    "unknown-host": "The receiver's name is not known.",
    "private-address": "The address is not one of the public internet over https, so it is not called.",
    refused: "The receiver refused the connection.",
    certificate: "The receiver's certificate is not valid.",
    timeout: "The receiver did not answer in time.",
    "too-large": "The receiver's answer was too long.",
    failed: "The connection failed.",
  },
  errors: {
    emails: (wrong: string) => `This is no e-mail address: ${wrong}`,
    noEmails: "Enter at least one address.",
    tooManyEmails: (most: number) => `Enter ${most} addresses at most.`,
    webhookUrl: "Enter an address that begins with https:// and has no user name in it.",
    topics: "Choose at least one.",
  },
  /** In the messages themselves. */
  mail: {
    subject: (environment: string, about: string) => `[${environment}] Ampdesk: ${about}`,
    many: (count: number) => `${countOf(count, { one: "matter needs", other: "matters need" })} a person`,
    test: "Test of the notifications",
    testText: "This is the test that was asked for. Notifications arrive here.",
    environment: (hint: string) => `Environment: ${hint}`,
    since: (utc: string) => `Since ${utc}`,
    more: (count: number) => `${count} more stand on the overview of the desk.`,
    why: "Sent by your Ampdesk. What is sent, and to whom, is chosen in its settings.",
  },
  environments: { live: "LIVE", testnet: "TESTNET", sandbox: "SANDBOX" } satisfies Record<
    EnvironmentName,
    string
  >,
  notices: {
    operationStopped: (operation: string) => `${operation} stopped`,
    operationStoppedText: "It goes on, or ends, when a person has decided. Open it to see why.",
    operationLocked: (operation: string) => `${operation} waits for the wallet's passphrase`,
    operationLockedText:
      "The treasury wallet is locked, so nothing is sent. Unlock it, and the operation goes on by itself.",
    operationWaits: (operation: string) => `${operation} does not get on`,
    operationWaitsText:
      "It has been waiting for some time and tries again by itself. Open it to see what for.",
    operationUnknown: (operation: string) => `${operation}: outcome not known`,
    operationUnknownText:
      "The desk looks for it on the chain and sends nothing again. Open it to see what was found.",
    watch: (asset: string, what: string) => `${asset}: ${what}`,
    watchAway: "The treasury cannot be watched",
    watchAwayText: {
      away: "AMP or the treasury node has not answered for some time, so nothing is concluded. Look at both.",
      "node-behind":
        "The treasury node has been behind the chain for some time, so nothing is concluded. See why it does not catch up.",
      "signed-out":
        "AMP no longer accepts the desk's sign-in, so nothing is concluded. Sign in again, and the watch goes on.",
      partly:
        "Some assets could not be looked at for some time. The watch says of each one why; the others are up to date.",
      failed:
        "Its looks have ended with an error for some time, so nothing is concluded. The watch says more.",
    } satisfies Record<UnwatchedReason, string>,
    signedOut: "AMP no longer accepts the desk's sign-in",
    signedOutText:
      "Its token was replaced or taken back. Once you have signed in again, operations, approvals and the watch go on by themselves. Imports, bulk changes and batches of assignments that were being carried out rest until they are continued on their own page.",
    managerSignedOutText:
      "The token was replaced or taken back, or the issuer locked the account. Once you have signed in again, imports and batches of assignments that were being carried out rest until they are continued on their own page.",
    lowFee: "The treasury is low on L-BTC for fees",
    lowFeeText:
      "Every distribution, reissuance and burn pays its fee in L-BTC. Send some to a receive address of the treasury before it runs out.",
    unauthorized: (asset: string) => `${asset} is not registered as authorised`,
    unauthorizedText:
      "Its issuance is deep enough in the chain. Until it is authorised AMP does not track it, and nothing can be distributed.",
    blinders: (asset: string) => `AMP lacks blinders of ${asset}`,
    blindersText:
      "Without them AMP cannot tell what the treasury's outputs hold. The desk can tell it from the treasury's wallet.",
    foreignOrder: (asset: string) => `AMP waits for a distribution of ${asset} that nobody here carries out`,
    foreignOrderText:
      "It was ordered elsewhere, or left open. Follow it, or cancel it once it is certain that nobody runs it.",
    request: (id: string) => `Request ${id} waits for a decision`,
    requestText: "An investor asks to be accepted.",
    approval: (id: string) => `The approval of request ${id} stopped`,
    approvalText: "Some of its steps are done. Open it to see which, and let it go on.",
  },
});
