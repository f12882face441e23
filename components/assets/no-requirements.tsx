import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";

const { noRequirements: text } = assetsText;

/** Why an issuer-tracked asset has no categories, and what its issuer has instead. */
export function NoRequirements({ asset, canChange }: { asset: Asset; canChange: boolean }) {
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody className="grid justify-items-start gap-3 text-sm">
        <p>{text.text}</p>
        <p>{asset.issuerAuthorizationEndpoint === null ? text.lock : text.endpoint}</p>
        {canChange && (
          <ButtonLink size="sm" href={routes.assetSettings(asset.assetUuid)}>
            {text.toSettings}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}
