"use client";

import { useQuery } from "@tanstack/react-query";
import { ConfirmAction } from "@/components/data/confirm-action";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { late } from "@/components/ui/late";
import type { Asset } from "@/lib/contracts/amp/assets";
import { isUnderWay } from "@/lib/domain/asset-settings";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { routes } from "@/lib/routes";
import { deleteAssetAction } from "@/server/actions/asset-settings";
import { lockImpactQuery } from "./lock-impact-query";

const { remove: text } = assetSettingsText;
const LockImpact = late(() => import("./lock-impact").then((module) => module.LockImpact));

/** Says what deleting does and does not do, counts whom it concerns, and has the name typed. */
export function DeleteCard({ asset }: { asset: Asset }) {
  // Counted by the dialog.
  const { data, isError } = useQuery({ ...lockImpactQuery(asset.assetUuid), enabled: false });
  return (
    <Card>
      <CardHeader title={text.title} />
      <CardBody className="grid justify-items-start gap-3">
        <p className="text-muted-foreground text-sm">{text.text}</p>
        <ConfirmAction
          variant="danger-quiet"
          size="sm"
          title={text.dialogTitle(asset.name)}
          consequence={
            <div className="grid gap-3">
              <ul className="grid list-disc gap-1.5 ps-5">
                {text.consequences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <LockImpact asset={asset} underWay={text.underWay} />
            </div>
          }
          confirmLabel={text.confirm}
          typeToConfirm={asset.name}
          isReady={isError || data === undefined || !isUnderWay(data.impact)}
          done={text.done}
          goTo={() => routes.assets}
          isGone
          action={() => deleteAssetAction({ assetUuid: asset.assetUuid })}
        >
          {text.action}
        </ConfirmAction>
      </CardBody>
    </Card>
  );
}
