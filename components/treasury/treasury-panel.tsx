"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Button } from "@/components/ui/button";
import { Freshness } from "@/components/ui/freshness";
import { late } from "@/components/ui/late";
import { PageHeader } from "@/components/ui/page-header";
import type { TreasuryView } from "@/lib/domain/treasury";
import { type ListState, listHref } from "@/lib/list-state";
import { failuresText } from "@/lib/messages/failures";
import { treasuryText } from "@/lib/messages/treasury";
import { BalancesTable } from "./balances-table";
import { NodeAway } from "./node-away";
import { NodeCard } from "./node-card";
import { TreasuryAlerts } from "./treasury-alerts";
import { TreasuryFigures } from "./treasury-figures";

/** Below the figures and the node: painted with the page, their scripts come after the rest. */
const OperationsTable = late(() =>
  import("@/components/operations/operations-table").then((module) => module.OperationsTable),
);
const WatchCard = late(() => import("./watch-card").then((module) => module.WatchCard));

const LOOK_MS = 5_000;

/** Looks again every five seconds while an operation is under way. */
export function TreasuryPanel({ state, initial }: { state: ListState; initial: TreasuryView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: ({ openCount }) => (openCount > 0 ? LOOK_MS : false),
  });
  const { node, operations, openCount } = data;
  const again = <Button onClick={refresh}>{failuresText.retry}</Button>;
  return (
    <>
      <PageHeader
        title={treasuryText.title}
        description={treasuryText.description}
        freshness={<Freshness freshness={operations.freshness} onRefresh={refresh} />}
      />
      <div className="grid gap-5">
        {error && <ErrorAlert error={error} />}
        {node.problem ? (
          <NodeAway problem={node.problem} action={again} />
        ) : (
          <>
            <TreasuryAlerts node={node.state} />
            <TreasuryFigures node={node.state} balances={node.balances} openCount={openCount} />
            <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
              <NodeCard node={node.state} />
              <BalancesTable balances={node.balances} />
            </div>
          </>
        )}
        <OperationsTable state={state} page={operations} />
        <WatchCard watch={data.watch} />
      </div>
    </>
  );
}
