import { CategoryLine } from "@/components/categories/category-line";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { AssetRules } from "@/lib/domain/asset-rules";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { routes } from "@/lib/routes";

const { categories: text } = assetRulesText;

/** AMP's own verdict: what a holder must be in. */
export function RequiredCategories({ rules: { asset, categories } }: { rules: AssetRules }) {
  return (
    <Card>
      <CardHeader
        title={text.title}
        description={asset.transferRestricted ? text.lead : undefined}
        actions={
          asset.transferRestricted && (
            <Link
              href={routes.asset(asset.assetUuid)}
              className="text-link text-xs underline-offset-2 hover:underline"
            >
              {text.change}
            </Link>
          )
        }
      />
      <CardBody className="grid gap-2 text-sm">
        {!asset.transferRestricted && <p className="text-muted-foreground">{text.tracked}</p>}
        {asset.transferRestricted && categories.length === 0 && (
          <p className="text-muted-foreground">{text.none}</p>
        )}
        {categories.length > 0 && (
          <ul className="grid gap-1.5">
            {categories.map((category) => (
              <li key={category.id}>
                <CategoryLine
                  category={category}
                  note={asset.transferRestricted ? text.members(category.memberCount) : text.noEffect}
                />
              </li>
            ))}
          </ul>
        )}
        {asset.issuerAuthorizationEndpoint !== null && (
          <p className="text-muted-foreground text-xs">{text.overruled}</p>
        )}
      </CardBody>
    </Card>
  );
}
