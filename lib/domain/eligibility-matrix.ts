import type { ListPage } from "@/lib/contracts/list";
import {
  type AssetRule,
  type AssetRules,
  type CategoryName,
  failingAssetRules,
  failingUserRules,
  requiredOf,
  type UserRule,
} from "./eligibility";

/** Assets side by side: with fifty users no more cells than a browser moves through at once. */
export const ASSETS_SHOWN = 8;

/** An asset as a column. */
export interface MatrixAsset extends AssetRules {
  assetUuid: string;
  name: string;
  ticker: string | null;
  /** An issuer authorization endpoint decides transfers between investors. */
  hasEndpoint: boolean;
  /** When the outputs were asked for that say who has blacklisted ones; null: nothing here tells of them. */
  outputsAsOf: Date | null;
}

/** A registered user as a row. */
export interface MatrixUser {
  id: number;
  name: string;
  /** The default wallet. */
  gaid: string | null;
  /** Ids of the categories the user is in. */
  categories: readonly number[];
  /** Of which of the assets beside the user some is blacklisted. */
  blacklisted: readonly string[];
}

/** Which of the assets stand side by side. */
export interface AssetPart {
  assets: MatrixAsset[];
  /** Counted from one. */
  part: number;
  parts: number;
  /** The place of the first and of the last asset shown among those found, counted from one. */
  from: number;
  to: number;
  /** How many the search found. */
  found: number;
}

export interface EligibilityMatrix {
  page: ListPage<MatrixUser>;
  columns: AssetPart;
  /** How many assets the person may see. */
  assetCount: number;
  /** Granted ones that are no column, because AMP has no answer about them now. */
  unreadable: string[];
  /** All of them, by name. */
  categories: CategoryName[];
}

/** A user and an asset, as an export's row. */
export interface EligibilityPair {
  user: MatrixUser;
  asset: MatrixAsset;
  /** The failing rules. */
  failing: MatrixRule[];
  /** The required categories that the user is not in. */
  missing: CategoryName[];
}

type Named = AssetRule | "no-gaid" | "blacklisted";
export type MatrixRule =
  | { [Name in Named]: { rule: Name } }[Named]
  /** A required category. */
  | { rule: "category"; categoryId: number };

/** Every rule of an asset; what is in everybody's way comes first. */
const rulesOf = (asset: MatrixAsset): MatrixRule[] => [
  { rule: "unauthorized" },
  { rule: "locked" },
  ...requiredOf(asset).map((categoryId) => ({ rule: "category" as const, categoryId })),
  { rule: "no-gaid" },
  ...(asset.outputsAsOf === null ? [] : [{ rule: "blacklisted" as const }]),
];

/** Tells a rule from the others of the same user and asset. */
export const keyOf = (rule: MatrixRule | UserRule): string | number =>
  rule.rule === "category" ? rule.categoryId : rule.rule;

const failingKeys = (user: MatrixUser, asset: MatrixAsset): (string | number)[] => [
  ...failingAssetRules(asset),
  ...failingUserRules({ ...user, hasBlacklisted: user.blacklisted.includes(asset.assetUuid) }, asset).map(
    keyOf,
  ),
];

/** The rules that a user fails now; those of `canReceiveNow` let the user receive nevertheless. */
export function failingRules(user: MatrixUser, asset: MatrixAsset): MatrixRule[] {
  const failing = failingKeys(user, asset);
  return rulesOf(asset).filter((rule) => failing.includes(keyOf(rule)));
}

/** What is blacklisted keeps from sending alone. */
export const canReceiveNow = (failing: readonly MatrixRule[]): boolean =>
  failing.every(({ rule }) => rule === "blacklisted");

/** The other rules of the asset. */
export function passedRules(user: MatrixUser, asset: MatrixAsset): MatrixRule[] {
  const failing = failingKeys(user, asset);
  return rulesOf(asset).filter((rule) => !failing.includes(keyOf(rule)));
}

/** Those with the text in their name, ticker or UUID, by name. */
export function searchAssets(assets: readonly MatrixAsset[], text = ""): MatrixAsset[] {
  const needle = text.trim().toLowerCase();
  return assets
    .filter(({ name, ticker, assetUuid }) =>
      [name, ticker ?? "", assetUuid].some((word) => word.toLowerCase().includes(needle)),
    )
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

/** @param part as the address has it, counted from one; beyond the last part is the last one */
export function cutAssets(found: readonly MatrixAsset[], part = "1"): AssetPart {
  const parts = Math.max(1, Math.ceil(found.length / ASSETS_SHOWN));
  const asked = /^\d{1,6}$/.test(part) ? Number(part) : 1;
  const shown = Math.min(Math.max(1, asked), parts);
  const start = (shown - 1) * ASSETS_SHOWN;
  const assets = found.slice(start, start + ASSETS_SHOWN);
  return { assets, part: shown, parts, from: start + 1, to: start + assets.length, found: found.length };
}
