import { Link } from "@/components/ui/link";
import type { AssetRule, UserRule } from "@/lib/domain/eligibility";
import { userRemedyWords } from "@/lib/format/eligibility-words";
import { routes } from "@/lib/routes";

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
  const words = userRemedyWords(rule, { canAdd });
  if (rule.rule === "category" && !canAdd) return <span className="text-muted-foreground">{words}</span>;
  return (
    <Link href={remedyOf(rule, user, assetUuid)} className="text-link underline underline-offset-2">
      {words}
    </Link>
  );
}

function remedyOf(rule: UserRule, user: UserRemedyProps["user"], assetUuid: string) {
  if (rule.rule === "category") return routes.addToCategory(user.id, rule.categoryId);
  return rule.rule === "blacklisted" ? outputsOf(user, assetUuid) : routes.user(user.id);
}

const outputsOf = ({ gaid }: UserRemedyProps["user"], assetUuid: string) =>
  gaid === null ? routes.utxos(assetUuid) : routes.utxosOf(assetUuid, gaid);
