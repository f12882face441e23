"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ErrorAlert } from "@/components/data/error-alert";
import { readAgain, useLive } from "@/components/data/use-live";
import { Figure, Figures } from "@/components/ui/figure";
import { Freshness } from "@/components/ui/freshness";
import { late } from "@/components/ui/late";
import { PageHeader } from "@/components/ui/page-header";
import type { OverviewData } from "@/lib/domain/overview";
import { formatAmount } from "@/lib/format/amounts";
import { overviewText } from "@/lib/messages/overview";
import { ACTIVITIES_PATH } from "./activities-path";
import { AssetsCard } from "./assets-card";
import { StepsCard } from "./steps-card";

/** Links and words without a script's need, below what a person came for, or rare: painted with the page, fetched after it. */
const AlertsCard = late(() => import("./alerts-card").then((module) => module.AlertsCard));
const UnreadableAssets = late(() =>
  import("@/components/assets/unreadable-assets").then((module) => module.UnreadableAssets),
);
const ActivitiesCard = late(() => import("./activities-card").then((module) => module.ActivitiesCard));
const OperationsCard = late(() => import("./operations-card").then((module) => module.OperationsCard));
const NoAssets = late(() => import("@/components/assets/no-assets").then((module) => module.NoAssets));

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
  const queries = useQueryClient();
  const readAll = () => Promise.all([refresh(), readAgain(queries, ACTIVITIES_PATH)]);
  return (
    <>
      <PageHeader
        title={overviewText.title}
        freshness={<Freshness freshness={{ asOf: data.asOf, source: "amp" }} onRefresh={readAll} />}
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
          {data.unreadable.length > 0 && <UnreadableAssets assetUuids={data.unreadable} />}
          <Headline data={data} hasTreasury={hasTreasury} />
          <AlertsCard alerts={data.alerts} />
          {data.steps.length > 0 && <StepsCard steps={data.steps} />}
          <AssetsCard rows={data.rows} total={data.total} treasuryAge={data.treasuryAge} />
          {hasTreasury && <OperationsCard operations={data.operations} />}
          <ActivitiesCard />
        </div>
      )}
    </>
  );
}

function Headline({ data, hasTreasury }: { data: OverviewData; hasTreasury: boolean }) {
  const { figures } = overviewText;
  return (
    <Figures>
      <Figure label={figures.assets} value={data.total} />
      <Figure
        label={figures.holders}
        value={data.holders}
        note={data.counted < data.total ? figures.counted(data.counted, data.total) : figures.holdersNote}
      />
      {hasTreasury && <Figure label={figures.operations} value={data.openOperations} />}
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
