import type { Metadata } from "next";
import { Suspense } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { PageCopyFreshness } from "@/components/data/page-copy-freshness";
import { PartFailure } from "@/components/data/part-failure";
import { AgeLine } from "@/components/data/read-at";
import { AmpDistributions } from "@/components/distributions/amp-distributions";
import { DistributionReview } from "@/components/distributions/distribution-review";
import { ForeignOrders } from "@/components/distributions/foreign-orders";
import { OperationHistory } from "@/components/operations/history-later";
import { PortalInviteNote } from "@/components/requests/portal-invite";
import { promptly } from "@/components/ui/promptly";
import { Skeleton } from "@/components/ui/skeleton";
import { oldestOf } from "@/lib/contracts/list";
import type { AmpDistributionView } from "@/lib/domain/amp-distribution";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { ampDistributionsText } from "@/lib/messages/amp-distributions";
import { distributionsText } from "@/lib/messages/distributions";
import { pageData } from "@/server/doors/page-data";
import { listAmpDistributions } from "@/server/services/amp-distributions";
import { newIntentId } from "@/server/services/assets";
import { readDistributionsPage } from "@/server/services/distributions-page";

export const generateMetadata = (): Metadata => ({ title: distributionsText.title });

export default promptly(async function DistributionsPage({
  params,
  searchParams,
}: PageProps<"/assets/[uuid]/distributions">) {
  const { uuid } = await params;
  const state = parseListState(await searchParams, assetLists.distributions(uuid));
  const page = await pageData((actor) => readDistributionsPage(actor, uuid, state.query));
  if (!page.ok) return <PartFailure error={page.error} state={state} />;
  const { preview, history, orders, invite } = page.data;
  return (
    <div className="grid gap-5">
      <AgeLine>
        <PageCopyFreshness
          freshness={oldestOf([{ asOf: page.asOf, source: "amp" }, preview.register])}
          of={{ list: "assignments", assetUuid: uuid }}
        />
      </AgeLine>
      <ForeignOrders orders={orders} isBusy={preview.openOperationId !== null} />
      <DistributionReview
        preview={preview}
        intentId={newIntentId()}
        invite={invite && <PortalInviteNote {...invite} />}
      />
      <OperationHistory
        title={distributionsText.history}
        shows="recipients"
        state={state}
        initial={history}
      />
      <Suspense fallback={<Skeleton className="h-48 rounded-lg" />}>
        <AtAmp asset={preview.asset} />
      </Suspense>
    </div>
  );
});

/** All of them have a page of their own. */
const NEWEST = 25;

/** What AMP has booked, from the desk's copy: the distribution above does not wait for a first one. */
async function AtAmp({ asset: { assetUuid, precision, ticker } }: { asset: AmpDistributionView["asset"] }) {
  const page = await pageData((actor) =>
    listAmpDistributions(actor, assetUuid, { limit: NEWEST, filters: {} }),
  );
  if (!page.ok) return <ErrorAlert error={{ ...page.error, message: ampDistributionsText.failed }} />;
  const state = parseListState({}, assetLists.ampDistributions(assetUuid));
  return <AmpDistributions asset={{ assetUuid, precision, ticker }} state={state} page={page.data} />;
}
