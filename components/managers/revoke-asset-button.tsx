"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import type { GrantedAsset } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";
import { setManagerAssetAction } from "@/server/actions/managers";

const { grants: text } = managersText;

export function RevokeAssetButton({ managerId, asset }: { managerId: number; asset: GrantedAsset }) {
  return (
    <ConfirmAction
      size="sm"
      aria-label={text.revokeLabel(asset.name)}
      title={text.revokeTitle(asset.name)}
      consequence={text.revokeText}
      confirmLabel={text.revoke}
      done={text.revoked}
      action={() => setManagerAssetAction({ managerId, assetUuid: asset.assetUuid, isGranted: false })}
    >
      {text.revoke}
    </ConfirmAction>
  );
}
