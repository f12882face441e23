"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { late } from "@/components/ui/late";
import { usePressedAtOnce } from "@/components/ui/use-pressed-at-once";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { LOCK, LOCK_CARD } from "@/lib/routes";
import { setAssetLockAction } from "@/server/actions/assets";

const { lock: text } = assetSettingsText;
const LockImpact = late(() => import("./lock-impact").then((module) => module.LockImpact));

/**
 * Stops and releases every transfer of the asset; says whom that concerns before it is done. Whoever came to the page by
 * this command need not press it.
 */
export function LockCard({ asset }: { asset: Asset }) {
  const button = usePressedAtOnce(LOCK);
  const { assetUuid, isLocked } = asset;
  const words = isLocked ? text.unlock : text.lock;
  return (
    <Card id={LOCK_CARD}>
      <CardHeader title={text.title} />
      <CardBody className="grid justify-items-start gap-3">
        <p className="text-muted-foreground text-sm">{isLocked ? words.consequence : text.explain}</p>
        <ConfirmAction
          ref={button}
          variant={isLocked ? "secondary" : "danger-quiet"}
          size="sm"
          tone={isLocked ? "primary" : "danger"}
          title={words.title(asset.name)}
          consequence={
            <div className="grid gap-3">
              <p>{words.consequence}</p>
              <LockImpact asset={asset} />
            </div>
          }
          confirmLabel={words.confirm}
          done={words.done}
          action={() => setAssetLockAction({ assetUuid, isLocked: !isLocked })}
        >
          {words.confirm}
        </ConfirmAction>
      </CardBody>
    </Card>
  );
}
