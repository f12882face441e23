import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";

const { noRequirements: text } = assetsText;

interface NoRequirementsProps {
  asset: Asset;
  canLock: boolean;
}

/** Why an issuer-tracked asset has no categories, and what its issuer has instead. */
export function NoRequirements({ asset, canLock }: NoRequirementsProps) {
  const hasEndpoint = asset.issuerAuthorizationEndpoint !== null;
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody className="grid justify-items-start gap-3 text-sm">
        <p>{text.text}</p>
        <p>{hasEndpoint ? text.endpoint : text.lock}</p>
        {/* Of a locked asset the same address unlocks. The endpoint has a card of its own. */}
        {canLock && !hasEndpoint && !asset.isLocked && (
          <ButtonLink size="sm" href={routes.assetLock(asset.assetUuid)}>
            {text.toLock}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}
