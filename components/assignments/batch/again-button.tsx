"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Batch } from "@/lib/domain/assignment-batch";
import { printUnits } from "@/lib/domain/units";
import { printVesting } from "@/lib/domain/vesting-time";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { routes } from "@/lib/routes";
import { addToGrid } from "../grid/kept-grid";

/** Nothing that was entered is lost: the refused rows go back into the grid, where they can be mended. */
export function AgainButton({ asset, batch }: { asset: Asset; batch: Batch }) {
  const router = useRouter();
  const onClick = () => {
    const rows = batch.rows
      .filter(({ state }) => state === "refused")
      .map(({ wanted }) => ({
        user: String(wanted.registeredUser),
        amount: printUnits(wanted.amountSats, asset.precision),
        vests: printVesting(wanted.vestsAt),
        isReady: wanted.isReady,
      }));
    addToGrid(sessionStorage, asset.assetUuid, rows);
    router.push(routes.newAssignments(asset.assetUuid));
  };
  return <Button onClick={onClick}>{assignmentBatchesText.page.again}</Button>;
}
