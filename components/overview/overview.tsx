"use client";

import { NoAssets } from "@/components/assets/no-assets";
import { UnreadableAssets } from "@/components/assets/unreadable-assets";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Figure, Figures } from "@/components/ui/figure";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { isFinal } from "@/lib/domain/operation";
import type { OverviewData } from "@/lib/domain/overview";
import { formatAmount } from "@/lib/format/amounts";
import { overviewText } from "@/lib/messages/overview";
import { ActivitiesCard } from "./activities-card";
import { AlertsCard } from "./alerts-card";
import { AssetsCard } from "./assets-card";
import { OperationsCard } from "./operations-card";
import { StepsCard } from "./steps-card";

const POLL_MS = 15_000;
const LBTC_DECIMALS = 8;

export function Overview({
  initial,
  canIssue,
  hasTreasury,
}: {
  initial: OverviewData;
  canIssue: boolean;
  hasTreasury: boolean;
}) {
  const { data, refresh, error } = useLive("/api/overview", initial, { everyMs: POLL_MS });
  return (
    <>
      <PageHeader
        title={overviewText.title}
        freshness={<Freshness freshness={{ asOf: data.asOf, source: "amp" }} onRefresh={refresh} />}
      />
      {data.total === 0 ? (
        <div className="grid gap-5">
          {error && <ErrorAlert error={error} />}
          {data.alerts.length > 0 && <AlertsCard alerts={data.alerts} />}
          <NoAssets canIssue={canIssue} />
        </div>
      ) : (
        <div className="grid gap-5">
          {error && <ErrorAlert error={error} />}
          <UnreadableAssets assetUuids={data.unreadable} />
          <Headline data={data} hasTreasury={hasTreasury} />
          <AlertsCard alerts={data.alerts} />
          {data.steps.length > 0 && <StepsCard steps={data.steps} />}
          <AssetsCard rows={data.rows} total={data.total} />
          {hasTreasury && <OperationsCard operations={data.operations} />}
          <ActivitiesCard />
        </div>
      )}
    </>
  );
}

function Headline({ data, hasTreasury }: { data: OverviewData; hasTreasury: boolean }) {
  const { figures } = overviewText;
  const open = data.operations.filter((operation) => !isFinal(operation.state)).length;
  return (
    <Figures>
      <Figure label={figures.assets} value={data.total} />
      <Figure
        label={figures.holders}
        value={data.holders}
        note={data.counted < data.total ? figures.counted(data.counted, data.total) : figures.holdersNote}
      />
      {hasTreasury && <Figure label={figures.operations} value={open} />}
      {hasTreasury && (
        <Figure
          label={figures.fee}
          value={data.policySats === null ? figures.noNode : formatAmount(data.policySats, LBTC_DECIMALS)}
          note={data.policySats === null ? figures.feeUnknown : undefined}
        />
      )}
    </Figures>
  );
}
