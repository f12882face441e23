import type { Metadata } from "next";
import { ListFailure } from "@/components/data/list-failure";
import { DistributionHistory } from "@/components/distributions/distribution-history";
import { DistributionReview } from "@/components/distributions/distribution-review";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { distributionsText } from "@/lib/messages/distributions";
import { pageData } from "@/server/doors/page-data";
import { newIntentId } from "@/server/services/assets";
import { listDistributions, previewDistribution } from "@/server/services/distributions";

export const metadata: Metadata = { title: distributionsText.title };

export default async function DistributionsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/distributions">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.distributions(uuid));
  const page = await pageData(async (actor) => {
    const [preview, history] = await Promise.all([
      previewDistribution(actor, uuid),
      listDistributions(actor, uuid, state.query),
    ]);
    return { preview, history };
  });
  if (!page.ok) return <ListFailure error={page.error} state={state} />;
  const { preview, history } = page.data;
  return (
    <div className="grid gap-5">
      <DistributionReview preview={preview} intentId={newIntentId()} />
      <DistributionHistory state={state} initial={history} />
    </div>
  );
}
