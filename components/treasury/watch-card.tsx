"use client";

import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Alert } from "@/components/ui/alert";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { WatchView } from "@/lib/domain/watch";
import { watchText as text } from "@/lib/messages/watch";
import { notify } from "@/lib/notify";
import { lookAtTreasuryAction } from "@/server/actions/watch";
import { WatchAlerts } from "./watch-alerts";
import { WatchAsset } from "./watch-asset";

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
        <p className="text-muted-foreground text-sm">
          {watch.everySeconds === 0
            ? text.off
            : watch.hasWallet
              ? text.description(watch.everySeconds)
              : text.booksOnly(watch.everySeconds)}
        </p>
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
        {watch.lookedAt === null && watch.everySeconds > 0 && <p className="text-sm">{text.notYet}</p>}
      </CardBody>
      <WatchAlerts alerts={watch.alerts} />
      <ul className="divide-y divide-border border-border border-t">
        {watch.assets.map((asset) => (
          <li key={asset.assetUuid}>
            <WatchAsset
              asset={asset}
              hasWallet={watch.hasWallet}
              addsUp={!hasOpenAlert(watch, asset.assetUuid)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const hasOpenAlert = ({ alerts }: WatchView, assetUuid: string) =>
  alerts.some((alert) => alert.assetUuid === assetUuid && alert.state !== "closed");
