import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { OwnAccess } from "@/lib/domain/managers";
import { askIssuerText } from "@/lib/messages/ask-issuer";
import { managersText } from "@/lib/messages/managers";
import { routes } from "@/lib/routes";
import { AskIssuer } from "./ask-issuer";

const { access: text } = managersText;

interface OwnAccessCardProps {
  own: OwnAccess;
  /** The asset that a link is about; empty when none is. */
  wanted: string;
}

/** What was granted to the manager who looks, and what has to be asked of the issuer. */
export function OwnAccessCard({ own, wanted }: OwnAccessCardProps) {
  const { assets, version, mayHaveCategoryPaths } = own;
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader title={text.assets} actions={<AskIssuer wanted={{ kind: "asset", asset: wanted }} />} />
        <CardBody className="text-sm">
          {assets.length === 0 ? (
            <p className="text-muted-foreground">{text.noAssets}</p>
          ) : (
            <ul className="grid gap-1.5">
              {assets.map(({ assetUuid, name }) => (
                <li key={assetUuid}>
                  <Link href={routes.asset(assetUuid)} className="font-medium hover:underline">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={text.categories} />
        <CardBody className="text-muted-foreground text-sm">
          {mayHaveCategoryPaths ? text.categoriesOld(version) : text.categoriesGone(version)}{" "}
          <Link href={routes.users} className="text-link underline underline-offset-2">
            {askIssuerText.onUsersPage}
          </Link>
        </CardBody>
      </Card>
    </div>
  );
}
