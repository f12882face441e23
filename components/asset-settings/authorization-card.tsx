import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";

const { authorization: text } = assetSettingsText;

/** Where the asset stands with Green; it is registered as authorised on its checklist. */
export function AuthorizationCard({ asset }: { asset: Asset }) {
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid justify-items-start gap-3 text-sm">
        <Status tone={asset.isAuthorized ? "ok" : "waiting"} wraps>
          {asset.isAuthorized ? text.done : text.open}
        </Status>
        {!asset.isAuthorized && (
          <>
            <p className="text-muted-foreground">{text.openText}</p>
            <ButtonLink size="sm" href={routes.asset(asset.assetUuid)}>
              {text.toChecklist}
            </ButtonLink>
          </>
        )}
      </CardBody>
    </Card>
  );
}
