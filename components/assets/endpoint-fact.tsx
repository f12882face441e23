import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";

const { endpoint: text } = assetSettingsText;

/** Who decides on a transfer: apart from the facts of issuance, because it is the one that can be changed. */
export function EndpointFact({ asset, canChange }: { asset: Asset; canChange: boolean }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid justify-items-start gap-3 text-sm">
        <p className="break-all">{asset.issuerAuthorizationEndpoint ?? text.none}</p>
        {canChange && (
          <ButtonLink size="sm" href={routes.assetRules(asset.assetUuid)}>
            {assetsText.noRequirements.toRules}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}
