import type { AssetRule, CategoryName, UserRule } from "@/lib/domain/eligibility";
import { eligibilityText } from "@/lib/messages/eligibility";

const { rules, remedies, everybody } = eligibilityText;

export type FailingRule = UserRule | { [Name in AssetRule]: { rule: Name } }[AssetRule];

/** What of the rules the reader may put right. */
export interface Mending {
  /** May put users into categories. */
  canAdd: boolean;
  /** May unlock and authorise the asset. */
  canMend: boolean;
}

/** A failing rule in words. @param categories among which the name of a missing one is */
export const failingWords = (rule: FailingRule, categories: readonly CategoryName[]): string =>
  rule.rule === "category" ? rules.category(nameOf(rule, categories)) : rules[rule.rule];

export const nameOf = ({ categoryId }: { categoryId: number }, categories: readonly CategoryName[]): string =>
  categories.find(({ id }) => id === categoryId)?.name ?? String(categoryId);

/** What to do about what is in everybody's way. */
export const assetRemedyWords = (rule: AssetRule, { canMend }: Pick<Mending, "canMend">): string =>
  canMend ? everybody[rule].remedy : everybody[rule].manager;

/** What to do about a rule of the user's own. */
export const userRemedyWords = ({ rule }: UserRule, { canAdd }: Pick<Mending, "canAdd">): string =>
  rule === "category" && !canAdd ? remedies.issuer : remedies[rule];

/** A failing rule and what to do about it, for where nothing can be pressed. */
export function remedyWords(rule: FailingRule, categories: readonly CategoryName[], may: Mending): string {
  const isOfAsset = rule.rule === "locked" || rule.rule === "unauthorized";
  const remedy = isOfAsset ? assetRemedyWords(rule.rule, may) : userRemedyWords(rule, may);
  return `${failingWords(rule, categories)}: ${remedy}`;
}
