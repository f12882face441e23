import { ConfirmAction } from "@/components/data/confirm-action";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { registerAssetAction } from "@/server/actions/asset-settings";

const { registry: text } = assetSettingsText;

interface RegisterButtonProps {
  asset: Asset;
  domain: string;
  intentId: string;
  /** The file was looked at and is in order. */
  isChecked: boolean;
}

export function RegisterButton({ asset, domain, intentId, isChecked }: RegisterButtonProps) {
  return (
    <ConfirmAction
      variant={isChecked ? "primary" : "secondary"}
      tone="primary"
      title={text.registerTitle(asset.name)}
      consequence={
        <div className="grid gap-2">
          <p>{text.registerText(domain)}</p>
          {!isChecked && <p className="font-medium">{text.registerUnchecked}</p>}
        </div>
      }
      confirmLabel={text.register}
      done={text.done}
      action={() => registerAssetAction({ intentId, assetUuid: asset.assetUuid })}
    >
      {text.register}
    </ConfirmAction>
  );
}
