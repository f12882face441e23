import type { ListPage } from "@/lib/contracts/list";

/** A category by its number and name, for links. */
export interface CategoryName {
  id: number;
  name: string;
}

interface Qualified {
  /** Ids of the categories the user is in. */
  categories: readonly number[];
}

/** The required categories a user still lacks. Several categories on one asset add up: all are needed. */
export const missingCategories = (user: Pick<Qualified, "categories">, requirements: readonly number[]) =>
  requirements.filter((id) => !user.categories.includes(id));

/** What an asset requires once a change of one category is made. */
export function requirementsAfter(
  requirements: readonly number[],
  { categoryId, isRequired }: { categoryId: number; isRequired: boolean },
): number[] {
  const others = requirements.filter((id) => id !== categoryId);
  return isRequired ? [...others, categoryId] : others;
}

/** True for who may receive the asset with one set of requirements and no more with the other. */
export const isLosing = (
  user: Pick<Qualified, "categories">,
  before: readonly number[],
  after: readonly number[],
): boolean => missingCategories(user, before).length === 0 && missingCategories(user, after).length > 0;

/** Some of many by name, with how many there are. */
export interface Group {
  count: number;
  /** The first ones, at most `NAMES_SHOWN`. */
  names: string[];
}

/** Enough to recognise who is meant. */
export const NAMES_SHOWN = 5;

export const groupOf = (users: readonly { name: string }[]): Group => ({
  count: users.length,
  names: users.slice(0, NAMES_SHOWN).map(({ name }) => name),
});

/** Who may receive an asset afterwards and may not now, and the other way round. */
export interface CircleChange {
  assetUuid: string;
  name: string;
  gaining: Group;
  losing: Group;
  /** Losing ones who hold it: they keep their balance. */
  holdersLosing: number;
  /** Open assignments of those who lose, which cannot be distributed then. */
  assignmentsWaiting: number;
  /** Open assignments of those who gain, which can be distributed then. */
  assignmentsFreed: number;
  /** Losing ones whom a distribution under way has still to order for: it stops before that. */
  inDistribution: number;
  /** No category is required any more: every registered user may receive it. */
  isOpen: boolean;
}

/** A change whose harm is worth a name typed by hand. */
export const isHarmful = (
  change: Pick<CircleChange, "holdersLosing" | "assignmentsWaiting" | "inDistribution" | "isOpen">,
) => change.holdersLosing > 0 || change.assignmentsWaiting > 0 || change.inDistribution > 0 || change.isOpen;

/** What happens to an asset's circle when it starts or stops to require one category. */
export interface RequirementImpact extends CircleChange {
  users: number;
  eligibleBefore: number;
  eligibleAfter: number;
}

/** What an asset asks of whoever receives it. */
export interface AssetRules {
  isLocked: boolean;
  isAuthorized: boolean;
  transferRestricted: boolean;
  requirements: readonly number[];
}

interface Receiver extends Qualified {
  /** The default wallet, which a distribution goes to. */
  gaid: string | null;
  /** Some of what the user holds of the asset is blacklisted. */
  hasBlacklisted: boolean;
}

/** What is in the way of everybody. */
export type AssetRule = "locked" | "unauthorized";
/** What is in the way of one user; `blacklisted` keeps from sending only. */
export type UserRule =
  | { rule: "no-gaid" | "blacklisted" }
  /** A required category that the user is not in. */
  | { rule: "category"; categoryId: number };

/** An issuer-tracked asset has no categories, whatever AMP lists as its requirements. */
export const requiredOf = ({
  transferRestricted,
  requirements,
}: Pick<AssetRules, "transferRestricted" | "requirements">): readonly number[] =>
  transferRestricted ? requirements : [];

export const failingAssetRules = ({ isLocked, isAuthorized }: AssetRules): AssetRule[] => [
  ...(isAuthorized ? [] : ["unauthorized" as const]),
  ...(isLocked ? ["locked" as const] : []),
];

/** Every rule of a user's own that fails, not the first one alone. */
export const failingUserRules = (user: Receiver, asset: AssetRules): UserRule[] => [
  ...missingCategories(user, requiredOf(asset)).map((categoryId) => ({
    rule: "category" as const,
    categoryId,
  })),
  ...(user.gaid === null ? [{ rule: "no-gaid" as const }] : []),
  ...(user.hasBlacklisted ? [{ rule: "blacklisted" as const }] : []),
];

/** Whether the rules that fail let a user receive the asset. */
export const canReceive = (failing: readonly UserRule[]): boolean =>
  failing.every(({ rule }) => rule === "blacklisted");

/** Values of the register's filter; a category's is its number. */
export const RULE_FILTERS = ["clear", "failing", "no-gaid", "blacklisted"] as const;
export type RuleFilter = (typeof RULE_FILTERS)[number] | number;

/** @returns undefined for what is no filter */
export function readRuleFilter(text: string | undefined): RuleFilter | undefined {
  if (text === undefined) return undefined;
  return RULE_FILTERS.find((name) => name === text) ?? (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
}

/** A registered user with every rule of an asset that stands in the way. */
export interface EligibilityRow {
  id: number;
  name: string;
  gaid: string | null;
  failing: UserRule[];
}

/** How many of the whole register fail each rule; one user may fail several. */
export interface RuleCounts {
  users: number;
  /** Nothing of their own keeps them from receiving. */
  clear: number;
  noGaid: number;
  blacklisted: number;
  /** By category's number. */
  missing: Record<number, number>;
}

/** Who may receive an asset, and what keeps the others from it. */
export interface EligibilityView {
  assetName: string;
  isRestricted: boolean;
  /** An issuer authorization endpoint decides transfers between investors. */
  hasEndpoint: boolean;
  /** What is in the way of everybody. */
  failing: AssetRule[];
  required: CategoryName[];
  counts: RuleCounts;
  page: ListPage<EligibilityRow>;
}
