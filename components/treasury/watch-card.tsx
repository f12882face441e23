"use client";

import Link from "next/link";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { WatchView } from "@/lib/domain/watch";
import { watchText as text } from "@/lib/messages/watch";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { lookAtTreasuryAction } from "@/server/actions/watch";
import { WatchAlerts } from "./watch-alerts";
import { WatchFigures } from "./watch-figures";

/** What the last look at each asset saw, and what does not add up. */
export function WatchCard({ watch }: { watch: WatchView }) {
  const { submit, isPending, error } = useSubmit(lookAtTreasuryAction, () =>
    notify({ tone: "ok", title: text.looked }),
  );
  const actions = (
    <Button size="sm" loading={isPending} onClick={() => submit({})}>
      {text.lookNow}
    </Button>
  );
  return (
    <Card>
      <CardHeader title={text.title} actions={actions} />
      <CardBody>
        <p className="text-muted-foreground text-sm">{text.description(watch.everySeconds)}</p>
        <FormAlert error={error} />
        {watch.problem && (
          <Alert tone="waiting" title={text.couldNotTitle}>
            {watch.problem}
          </Alert>
        )}
        <p className="mt-2 flex flex-wrap gap-x-2 text-sm">
          <span className="text-muted-foreground">{text.lastGood}</span>
          {watch.goodAt ? <BlockTime at={watch.goodAt} /> : <span>{text.never}</span>}
        </p>
        {watch.lookedAt === null && <p className="text-sm">{text.notYet}</p>}
      </CardBody>
      <WatchAlerts alerts={watch.alerts} />
      <ul className="divide-y divide-border border-border border-t">
        {watch.assets.map((asset) => {
          const open = watch.alerts.filter(
            ({ assetUuid, state }) => assetUuid === asset.assetUuid && state !== "closed",
          );
          return (
            <li key={asset.assetUuid} className="grid gap-3 px-4 py-3">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
                  {asset.name}
                </Link>
                <span className="flex flex-wrap items-center gap-x-3 text-sm">
                  {asset.goodAt && <BlockTime at={asset.goodAt} />}
                  {asset.figures && (
                    <Status tone={open.length === 0 ? "ok" : "danger"}>
                      {open.length === 0 ? text.adds : text.addsNot}
                    </Status>
                  )}
                </span>
              </div>
              {asset.problem && (
                <Status tone="waiting" wraps className="text-sm">
                  {text.couldNot(asset.problem)}
                </Status>
              )}
              {asset.figures && <WatchFigures asset={asset} figures={asset.figures} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
