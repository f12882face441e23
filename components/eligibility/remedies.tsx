import { Link } from "@/components/ui/link";
import type { AssetRule, CategoryName, UserRule } from "@/lib/domain/eligibility";
import { eligibilityText } from "@/lib/messages/eligibility";
import { routes } from "@/lib/routes";

const { rules, remedies } = eligibilityText;

/** A failing rule in words. @param categories among which the name of a missing one is */
export function failingWords(
  rule: UserRule | { rule: AssetRule },
  categories: readonly CategoryName[],
): string {
  return rule.rule === "category" ? rules.category(nameOf(rule, categories)) : rules[rule.rule];
}

export const nameOf = ({ categoryId }: { categoryId: number }, categories: readonly CategoryName[]): string =>
  categories.find(({ id }) => id === categoryId)?.name ?? String(categoryId);

/** Where what is in everybody's way is put right, by an issuer. */
export const remedyHref = (rule: AssetRule, assetUuid: string) =>
  rule === "locked" ? routes.assetSettings(assetUuid) : routes.asset(assetUuid);

interface UserRemedyProps {
  rule: UserRule;
  user: { id: number; gaid: string | null };
  assetUuid: string;
  /** May put users into categories. */
  canAdd: boolean;
}

/** What to do about a rule of the user's own. */
export function UserRemedy({ rule, user, assetUuid, canAdd }: UserRemedyProps) {
  if (rule.rule === "category" && !canAdd)
    return <span className="text-muted-foreground">{remedies.issuer}</span>;
  return (
    <Link href={remedyOf(rule, user, assetUuid)} className="text-link underline underline-offset-2">
      {remedies[rule.rule]}
    </Link>
  );
}

function remedyOf(rule: UserRule, user: UserRemedyProps["user"], assetUuid: string) {
  if (rule.rule === "category") return routes.addToCategory(user.id, rule.categoryId);
  return rule.rule === "blacklisted" ? outputsOf(user, assetUuid) : routes.user(user.id);
}

const outputsOf = ({ gaid }: UserRemedyProps["user"], assetUuid: string) =>
  gaid === null ? routes.utxos(assetUuid) : routes.utxosOf(assetUuid, gaid);
