import type { Metadata } from "next";
import { Suspense } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PartFailure } from "@/components/data/part-failure";
import { OperationHistory } from "@/components/operations/history-later";
import { HistoryUnderWay } from "@/components/ownership/history-under-way";
import { SupplyDesk } from "@/components/supply/supply-desk";
import { SupplyEquation } from "@/components/supply/supply-equation";
import { SupplyHistory } from "@/components/supply/supply-history";
import { promptly } from "@/components/ui/promptly";
import { Skeleton } from "@/components/ui/skeleton";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { supplyText } from "@/lib/messages/supply";
import { supplyHistoryText } from "@/lib/messages/supply-history";
import { pageData } from "@/server/doors/page-data";
import { readSupplyHistory } from "@/server/services/supply-history";
import { readSupplyPage } from "@/server/services/supply-page";
import { LackingBlinders } from "../lacking-blinders";

export const generateMetadata = (): Metadata => ({ title: supplyText.title });

export default promptly(async function SupplyPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/supply">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.supply(uuid));
  const page = await pageData((actor) => readSupplyPage(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  const { history, freshness, ...supply } = page.data;
  return (
    <div className="grid gap-5">
      <SupplyEquation
        asset={supply.asset}
        figures={supply.figures}
        freshness={<PageCopyFreshness freshness={freshness} of={{ list: "owners", assetUuid: uuid }} />}
      />
      {supply.open === null && (
        <Suspense>
          <LackingBlinders assetUuid={uuid} />
        </Suspense>
      )}
      <SupplyDesk {...supply} />
      <Suspense fallback={<Skeleton className="h-72 rounded-lg" />}>
        <OverTime assetUuid={uuid} />
      </Suspense>
      <OperationHistory title={supplyText.history} shows="kind" state={state} initial={history} />
    </div>
  );
});

/** Reads the asset's transactions, which can take a moment: the figures above do not wait for it. */
async function OverTime({ assetUuid }: { assetUuid: string }) {
  const page = await pageData((actor) => readSupplyHistory(actor, assetUuid));
  if (!page.ok && page.error.isUnderWay) return <HistoryUnderWay message={page.error.message} />;
  if (!page.ok) return <ErrorAlert error={{ ...page.error, message: supplyHistoryText.failed }} />;
  return <SupplyHistory view={page.data} assetUuid={assetUuid} />;
}
