import { ConfirmAction } from "@/components/data/confirm-action";
import { useLive } from "@/components/data/use-live";
import { Status } from "@/components/ui/status";
import type { AssetSettings } from "@/lib/domain/asset-settings";
import type { Issuance } from "@/lib/domain/asset-steps";
import { REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { registerAssetAction } from "@/server/actions/asset-settings";

const LOOK_MS = 5_000;
const { registry: text } = assetSettingsText;

interface RegisterButtonProps extends Pick<AssetSettings, "asset" | "intentId"> {
  domain: string;
  /** The file was looked at and is in order. */
  isChecked: boolean;
}

export const RegisterButton = ({
  issuance,
  ...props
}: RegisterButtonProps & Pick<AssetSettings, "issuance">) =>
  issuance ? <WhenConfirmed issuance={issuance} {...props} /> : <Register {...props} />;

/** Where no node counts the confirmations, AMP and the registry decide alone. */
const isWaiting = ({ confirmations }: Issuance) =>
  confirmations !== null && confirmations < REQUIRED_CONFIRMATIONS;

function WhenConfirmed({ issuance, ...props }: RegisterButtonProps & { issuance: Issuance }) {
  const { data } = useLive(`/api/assets/${props.asset.assetUuid}/issuance`, issuance, {
    everyMs: (seen) => (isWaiting(seen) ? LOOK_MS : false),
  });
  const waits = isWaiting(data);
  return (
    <>
      <Register {...props} disabled={waits} />
      {waits && (
        <Status tone="waiting" wraps>
          {text.registerWaits(data.confirmations ?? 0, REQUIRED_CONFIRMATIONS)}
        </Status>
      )}
    </>
  );
}

function Register({
  asset,
  domain,
  intentId,
  isChecked,
  disabled = false,
}: RegisterButtonProps & { disabled?: boolean }) {
  return (
    <ConfirmAction
      variant={isChecked ? "primary" : "secondary"}
      tone="primary"
      disabled={disabled}
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
