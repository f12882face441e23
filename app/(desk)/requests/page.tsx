import Inbox from "lucide-react/icons/inbox";
import type { Metadata } from "next";
import { Suspense } from "react";
import { PageFailure } from "@/components/data/page-failure";
import { CampaignOrders } from "@/components/requests/campaign-orders";
import { RequestsTable } from "@/components/requests/requests-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { promptly } from "@/components/ui/promptly";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { requestsText } from "@/lib/messages/requests";
import { may } from "@/lib/policy";
import { pageData } from "@/server/doors/page-data";
import { readCampaignChains } from "@/server/services/campaign-orders";
import { countOpenRequests, listRequests } from "@/server/services/requests";

export const generateMetadata = (): Metadata => ({ title: requestsText.title });

export default promptly(async function RequestsPage({ searchParams }: PageProps<"/requests">) {
  const state = parseListState(await searchParams, lists.requests);
  const page = await pageData(async (actor) => ({
    list: await listRequests(actor, state.query),
    isNamed: (await countOpenRequests(actor)) !== null,
  }));
  if (!page.ok) return <PageFailure title={requestsText.title} error={page.error} state={state} />;
  const { role } = page.actor;
  if (!page.data.isNamed) return <NotNamed />;
  return (
    <>
      <PageHeader title={requestsText.title} description={requestsText.description} />
      <RequestsTable
        state={state}
        initial={page.data.list}
        showsIssuer={role === "manager"}
        canSetUp={may(role, "portal:settings")}
      />
      <Suspense>
        <Campaigns />
      </Suspense>
    </>
  );
});

/** A manager whom no issuer has given any: that is no empty inbox. */
const NotNamed = () => (
  <>
    <PageHeader title={requestsText.title} />
    <Card>
      <EmptyState icon={<Inbox aria-hidden />} title={requestsText.notNamed.title}>
        {requestsText.notNamed.text}
      </EmptyState>
    </Card>
  </>
);

/** Beside the list, which never waits for the identity service; left out where it takes no orders. */
async function Campaigns() {
  const chains = await pageData(readCampaignChains);
  return chains.ok && chains.data.length > 0 ? <CampaignOrders chains={chains.data} /> : null;
}
