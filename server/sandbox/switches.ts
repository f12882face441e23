import { z } from "zod";
import type { SandboxDb } from "./db/client";
import { readSetting } from "./settings-store";

/**
 * What no source settles, or what the real service got wrong once: off is the behaviour that issuers should expect,
 * on the other one, so that a client can be tried against both. Each name says what is true while it is on.
 */
export const switchTexts = {
  longTickers: "Tickers of 3 to 24 characters are accepted, as the registry does; off: 3 to 5.",
  authorizeAtTwo: "register-authorized wants 2 confirmations; off: 3.",
  redirectSlash: "The four collection GETs without a trailing slash answer 301; off: both forms answer.",
  assignAnyUser: "Assignments take users who lack a category; off: they are refused.",
  noDistributionAfterCancel: "After a cancel no distribution of the asset can be created any more.",
  keepDeletedGaids: "The GAID of a deleted registered user stays taken.",
  randomEmptyAnswers: "Bodies that clients must not read are at random empty, {} or another JSON value.",
  oneManager: "A second manager is refused.",
  managersOwnToken:
    "Managers refresh their token and change their password themselves; off: both are missing from their list, so 403.",
  managerCategoryPaths: "The manager's category paths of the official list answer; off: 404.",
  olderPaths: "Paths from before 0.1.7 (investors in place of registered_users) answer too; off: 404.",
  emptyManagerAnswers:
    "Locking, unlocking, a password, a grant and its end answer an empty body; off: the manager or the new token.",
  postOnly:
    "The token's refresh and the end of a manager's grant take POST alone, else 405; off: GET and PUT as well.",
  noPaging: "Activities and transactions take no notice of start and count; off: they are paged.",
  newerScript: "Work orders ask for version 3 of the client script; off: 2.",
  fewerFields:
    "A memo never set is null, a reissuance has its txid alone, a new password brings the token alone; off: all fields.",
  summariesByAsset:
    "A user's summary is an object by asset uuid, without distributions and sums; off: a list with all of it.",
  oddSummaries: "A user's summary has a form of which nothing is known.",
  olderFields: "Assets carry investors_restricted and authorizer_endpoint besides.",
  acceptAnyGaid: "Every well-formed GAID is valid; off: those of the sandbox's wallets.",
  lateAddresses:
    "Assignments show their receiving_address once the distribution is confirmed; off: as soon as an order takes them.",
  confirmOnce: "A reissuance or burn that AMP has booked is refused when it is confirmed again; off: 200.",
  fewBurnCoins:
    "The order of a burn names the smallest coins that hold the amount alone; off: all of the treasury's confirmed ones.",
  newNode: "The node treats JSON-RPC 2.0 without an id as a notification (204); off: it answers.",
} as const;

export type SwitchName = keyof typeof switchTexts;
export type Switches = Record<SwitchName, boolean>;

export const switchNames = Object.keys(switchTexts) as SwitchName[];
export const SWITCHES_KEY = "switches";

const Stored = z.record(z.string(), z.boolean());

/** All switches, those never turned off. */
export async function loadSwitches(db: SandboxDb): Promise<Switches> {
  const stored = Stored.safeParse(await readSetting(db, SWITCHES_KEY)).data ?? {};
  return Object.fromEntries(switchNames.map((name) => [name, stored[name] ?? false])) as Switches;
}
