import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assignmentWarningText as text } from "@/lib/messages/assignment-warning";
import { routes } from "@/lib/routes";

interface UnauthorizedAlertProps {
  asset: Pick<Asset, "assetUuid" | "isAuthorized">;
  mayAuthorize: boolean;
}

/** AMP lets one assign before an asset is authorised, and refuses to distribute: better known before. */
export function UnauthorizedAlert({ asset, mayAuthorize }: UnauthorizedAlertProps) {
  if (asset.isAuthorized) return null;
  return (
    <Alert
      tone="waiting"
      title={text.title}
      action={
        mayAuthorize && (
          <ButtonLink size="sm" href={routes.asset(asset.assetUuid)}>
            {text.toChecklist}
          </ButtonLink>
        )
      }
    >
      {mayAuthorize ? text.text : `${text.text} ${text.byIssuer}`}
    </Alert>
  );
}
