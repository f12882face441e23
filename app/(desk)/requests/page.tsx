import type { Metadata } from "next";
import { Suspense } from "react";
import { PageFailure } from "@/components/data/page-failure";
import { CampaignOrders } from "@/components/requests/campaign-orders";
import { RequestsTable } from "@/components/requests/requests-table";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { requestsText } from "@/lib/messages/requests";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readCampaignChains } from "@/server/services/campaign-orders";
import { listRequests } from "@/server/services/requests";

export const generateMetadata = (): Metadata => ({ title: requestsText.title });

export default promptly(async function RequestsPage({ searchParams }: PageProps<"/requests">) {
  const state = parseListState(await searchParams, lists.requests);
  const page = await pageData((actor) => listRequests(actor, state.query));
  if (!page.ok) return <PageFailure title={requestsText.title} error={page.error} state={state} />;
  const { role } = page.actor;
  return (
    <>
      <PageHeader title={requestsText.title} description={requestsText.description} />
      <RequestsTable
        state={state}
        initial={page.data}
        showsIssuer={role === "manager"}
        canSetUp={may(role, "portal:settings")}
      />
      <Suspense>
        <Campaigns />
      </Suspense>
    </>
  );
});

/** Beside the list, which never waits for the identity service; left out where it takes no orders. */
async function Campaigns() {
  const chains = await pageData(readCampaignChains);
  return chains.ok && chains.data.length > 0 ? <CampaignOrders chains={chains.data} /> : null;
}
