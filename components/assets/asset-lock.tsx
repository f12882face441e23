"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetsText } from "@/lib/messages/assets";
import { setAssetLockAction } from "@/server/actions/assets";

/** Stops and releases every transfer of the asset. */
export function AssetLock({ asset, holders }: { asset: Asset; holders: number }) {
  const text = assetsText.lock;
  const words = asset.isLocked ? text.unlock : text.lock;
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid gap-3">
        {asset.isLocked ? (
          <Alert tone="blocked" title={text.isLocked} />
        ) : (
          <p className="text-muted-foreground text-sm">{text.explain}</p>
        )}
        <div>
          <ConfirmAction
            variant={asset.isLocked ? "secondary" : "danger-quiet"}
            size="sm"
            tone={asset.isLocked ? "primary" : "danger"}
            title={words.title(asset.name)}
            consequence={words.consequence(holders)}
            confirmLabel={words.confirm}
            done={words.done}
            action={() => setAssetLockAction({ assetUuid: asset.assetUuid, isLocked: !asset.isLocked })}
          >
            {words.confirm}
          </ConfirmAction>
        </div>
      </CardBody>
    </Card>
  );
}
