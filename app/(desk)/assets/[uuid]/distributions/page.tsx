import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { DistributionReview } from "@/components/distributions/distribution-review";
import { ForeignOrders } from "@/components/distributions/foreign-orders";
import { OperationHistory } from "@/components/operations/history-later";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { distributionsText } from "@/lib/messages/distributions";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { listDistributions, previewDistribution } from "@/server/services/distributions";
import { listForeignOrders } from "@/server/services/foreign-orders";

export const metadata: Metadata = { title: distributionsText.title };

export default async function DistributionsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/distributions">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.distributions(uuid));
  const page = await pageData(async (actor) => {
    const [preview, history, orders] = await Promise.all([
      previewDistribution(actor, uuid),
      listDistributions(actor, uuid, state.query),
      listForeignOrders(actor, uuid),
    ]);
    return { preview, history, orders };
  });
  if (!page.ok) return <ListFailure error={page.error} state={state} />;
  const { preview, history, orders } = page.data;
  return (
    <div className="grid gap-5">
      <ForeignOrders orders={orders} isBusy={preview.openOperationId !== null} />
      <DistributionReview preview={preview} intentId={newIntentId()} />
      <OperationHistory
        title={distributionsText.history}
        shows="recipients"
        state={state}
        initial={history}
      />
    </div>
  );
}
