import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness } from "@/lib/contracts/list";
import type { Portion } from "@/lib/contracts/portion";
import type { Forecast } from "./forecast";
import type { DistributionIntent } from "./intent";
import type { ShownIntent } from "./shown-intent";

/** What is looked at before anything is asked of AMP. */
export type CheckId =
  | "asset-authorized"
  | "asset-unlocked"
  | "no-lost-outputs"
  | "no-alert"
  | "no-open-operation"
  | "none-still-out"
  | "something-to-send"
  | "node-reachable"
  | "node-version"
  | "node-network"
  | "node-synced"
  | "wallet-unlocked"
  | "fee-funds"
  | "asset-funds"
  | "amount-possible"
  | "issuance-confirmed"
  | "reissuable"
  | "supply-cap"
  | "token-present"
  | "token-whole"
  | "free-treasury"
  | "blinders-known"
  | "address-valid"
  | "lbtc-funds";

/** One line of the pre-flight, and what to do when it is not as it must be. */
export interface Check {
  id: CheckId;
  isOk: boolean;
  remedy?: string;
}

export const check = (id: CheckId, isOk: boolean, remedy: string): Check =>
  isOk ? { id, isOk } : { id, isOk, remedy };

/** Why an assignment stays behind. */
export type HeldBack = "locked" | "vesting" | "no-wallet" | "missing-category";

export interface HeldBackRow {
  id: number;
  registeredUser: number;
  userName: string;
  amountSats: bigint;
  why: HeldBack;
}

export interface DistributionPreview {
  asset: Asset;
  intent: DistributionIntent;
  forecast: Forecast;
  /** SHA-256 of the intent; a person approves exactly this. */
  intentHash: string;
  checks: Check[];
  canStart: boolean;
  /** The first ones; they are no part of what is approved. */
  heldBack: Portion<HeldBackRow>;
  /** Some of all of them wait for a GAID. */
  lacksGaid: boolean;
  /** How old the older is: the open assignments, or the copy of the register by which categories were judged. */
  register: Freshness;
  openOperationId: string | null;
}

/** The same as a page shows it. */
export interface ShownPreview extends Omit<DistributionPreview, "intent"> {
  intent: ShownIntent;
}
