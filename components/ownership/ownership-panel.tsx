"use client";

import { askAnew } from "@/components/data/ask-anew";
import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { onceShown } from "@/components/ui/late";
import type { OwnershipView } from "@/lib/domain/ownership";
import { type ListState, listHref } from "@/lib/list-state";
import { refreshOwnershipAction } from "@/server/actions/ownership";
import { LargestOwners } from "./largest-owners";
import { ConcentrationCard, MomentNote } from "./late-parts";
import { OwnersTable } from "./owners-table";
import { OwnershipFigureRow } from "./ownership-figures";
import { SupplySplit } from "./supply-split";

/** Its place is kept until the chart's library has come. */
const LorenzCard = onceShown(
  () => import("./lorenz-card").then((file) => file.LorenzCard),
  <div className="h-96 rounded-lg border border-border bg-card" />,
);

interface PanelProps {
  state: ListState;
  assetUuid: string;
  initial: OwnershipView;
}

/** The whole in figures, its largest parts as bars, every owner in a table. */
export function OwnershipPanel({ state, assetUuid, initial }: PanelProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const readAgain = async () => {
    // What is owned now comes from a copy; of an earlier moment, whose movements are brought up to date anyway, the names may.
    if (!data.moment || data.page.freshness.source === "mirror")
      await askAnew(() => refreshOwnershipAction({ assetUuid }));
    await refresh();
  };
  return (
    <>
      {error && <ErrorAlert error={error} />}
      {data.moment && <MomentNote moment={data.moment} assetUuid={assetUuid} hasOrigin />}
      <OwnershipFigureRow view={data} assetUuid={assetUuid} />
      {data.largest.shown.length > 0 && (
        <>
          <SupplySplit view={data} />
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <LargestOwners view={data} />
            <ConcentrationCard concentration={data.concentration} />
          </div>
          {data.concentration.holders > 1 && <LorenzCard lorenz={data.lorenz} asset={data.asset} />}
        </>
      )}
      <OwnersTable state={state} view={data} onRefresh={readAgain} />
    </>
  );
}
