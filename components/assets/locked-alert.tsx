import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";

const { lock: text } = assetSettingsText;

/** On every page of a locked asset: why nothing moves. */
export function LockedAlert({ assetUuid, canUnlock }: { assetUuid: string; canUnlock: boolean }) {
  return (
    <Alert
      tone="blocked"
      className="mb-5"
      title={text.isLocked}
      action={
        canUnlock && (
          <ButtonLink size="sm" href={routes.assetSettings(assetUuid)}>
            {text.toSettings}
          </ButtonLink>
        )
      }
    />
  );
}
